package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tssj.core.Bytes;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.cli.Cli;
import org.tssj.simulator.tcsd.TcsdProcess;
import org.tssj.tpm12.Tpm12;

/**
 * tpm-tools, tpm-quote-tools and ourselves on one TPM 1.2: they through a real tcsd, we through the
 * same tcsd ({@link #oursOverTcsd}) or straight ({@link #oursWithoutTcsd}).
 */
public final class TpmTools implements AutoCloseable {

  /** What we do while we are connected. */
  @FunctionalInterface
  public interface Use {
    void with(Tpm12 tpm) throws IOException;
  }

  /**
   * How a program ended.
   *
   * @param out what it printed
   * @param complaints what it printed on standard error, prompts included
   */
  public record Outcome(int status, Bytes out, String complaints) {

    public String text() {
      return new String(out.toArray(), StandardCharsets.ISO_8859_1);
    }
  }

  private final TcsdProcess tcsd;
  private final Path directory;

  private TpmTools(TcsdProcess tcsd, Path directory) {
    this.tcsd = tcsd;
    this.directory = directory;
  }

  /** On a TPM that nobody owns. */
  public static TpmTools onNewTpm() throws IOException {
    return new TpmTools(TcsdProcess.start(), Files.createTempDirectory("tpm-tools"));
  }

  /** Connects us to the TPM through tcsd. */
  public void oursOverTcsd(Use use) throws IOException {
    try (Tpm12 tpm = Tpm12.over(Transports.open(tcsd.connectionString()))) {
      use.with(tpm);
    }
  }

  /**
   * Connects us to the TPM itself while there is no tcsd, which then starts again and reads its key
   * store.
   */
  public void oursWithoutTcsd(Use use) throws IOException {
    tcsd.direct(use::with);
  }

  /** tcsd's {@code system.data}. */
  public Path keyStore() {
    return tcsd.keyStore();
  }

  /** Runs the program {@code tpm} in this process, on this TPM through tcsd. */
  public Cli cli(String... arguments) {
    return Cli.run(tcsd.connectionString(), directory, Bytes.EMPTY, arguments);
  }

  /** Runs the program {@code tpm} in this process, with this as standard input. */
  public Cli cli(Bytes in, String... arguments) {
    return Cli.run(tcsd.connectionString(), directory, in, arguments);
  }

  /** Runs a program, which has to succeed. */
  public Outcome run(String... command) throws IOException, InterruptedException {
    return run(List.of(), command);
  }

  /** Runs a program, which has to succeed, and answers what it asks. */
  public Outcome run(List<String> answers, String... command)
      throws IOException, InterruptedException {
    Outcome outcome = attempt(answers, command);
    assertEquals(
        0, outcome.status, String.join(" ", command) + "\n" + outcome.text() + outcome.complaints);
    return outcome;
  }

  /** Runs a program, which may fail. */
  public Outcome attempt(List<String> answers, String... command)
      throws IOException, InterruptedException {
    Path complaints = directory.resolve("complaints");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(complaints.toFile());
    builder.environment().putAll(tcsd.environment());
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      for (String answer : answers) {
        in.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // It has ended without asking; its exit status says why.
      assertTrue(process.waitFor(1, TimeUnit.MINUTES), () -> String.join(" ", command));
    }
    Bytes out = Bytes.wrap(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), () -> String.join(" ", command));
    return new Outcome(
        process.exitValue(),
        out,
        new String(Files.readAllBytes(complaints), StandardCharsets.ISO_8859_1));
  }

  /** Writes a file for a program; returns its name. */
  public String write(String name, Bytes content) throws IOException {
    Files.write(directory.resolve(name), content.toArray());
    return name;
  }

  /** Reads a file that a program wrote. */
  public Bytes read(String name) throws IOException {
    return Bytes.wrap(Files.readAllBytes(directory.resolve(name)));
  }

  @Override
  public void close() throws IOException {
    try (tcsd;
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
