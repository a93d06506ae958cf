package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.cli.Cli;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.transport.swtpm.SwtpmProcess;

/**
 * tpm2-tools, IBM's utilities and ourselves on one new swtpm, which serves one client at a time: so
 * we connect for a while ({@link #ours}) and leave again.
 */
public final class Tpm2Tools implements AutoCloseable {

  /** What we do while we are connected. */
  @FunctionalInterface
  public interface Use<R> {
    R with(Tpm20 tpm) throws Exception;
  }

  /** How a program ended. */
  public record Outcome(int status, String said) {}

  private final SwtpmProcess swtpm;
  private final Path directory;

  private Tpm2Tools(SwtpmProcess swtpm, Path directory) {
    this.swtpm = swtpm;
    this.directory = directory;
  }

  /** On a TPM that nobody used before. */
  public static Tpm2Tools onNewTpm() throws IOException {
    return new Tpm2Tools(SwtpmProcess.start(Family.TPM20), Files.createTempDirectory("tpm2-tools"));
  }

  /** Connects us to the TPM. */
  public <R> R ours(Use<R> use) throws Exception {
    try (Tpm20 tpm = Tpm20.over(Transports.open(swtpm.connectionString()))) {
      return use.with(tpm);
    }
  }

  /** Runs the program {@code tpm} in this process, on this TPM. */
  public Cli cli(String... arguments) {
    return Cli.run(swtpm.connectionString(), directory, Bytes.EMPTY, arguments);
  }

  /** Runs the program {@code tpm} in this process, on this TPM, with this as standard input. */
  public Cli cli(Bytes in, String... arguments) {
    return Cli.run(swtpm.connectionString(), directory, in, arguments);
  }

  /** Where the files are. */
  public Path directory() {
    return directory;
  }

  /** How the TPM is reached. */
  public String connectionString() {
    return swtpm.connectionString();
  }

  /** Runs a program, which has to succeed, and returns what it printed. */
  public String run(String... command) throws IOException, InterruptedException {
    Outcome outcome = attempt(command);
    assertEquals(0, outcome.status, String.join(" ", command) + "\n" + outcome.said);
    return outcome.said;
  }

  /** Runs a program, which may fail. Objects that it leaves in the TPM are flushed. */
  public Outcome attempt(String... command) throws IOException, InterruptedException {
    Outcome outcome = execute(command);
    execute("tpm2_flushcontext", "-t");
    return outcome;
  }

  /**
   * Runs a program of IBM's, which has to succeed and may leave an object for the next one. These
   * programs do not repeat what the TPM answers with TPM_RC_RETRY, so we do.
   */
  String ibm(String... command) throws IOException, InterruptedException {
    Outcome outcome = execute(command);
    for (int again = 0; again < 10 && outcome.said.contains("TPM_RC_RETRY"); again++) {
      outcome = execute(command);
    }
    assertEquals(0, outcome.status, String.join(" ", command) + "\n" + outcome.said);
    return outcome.said;
  }

  private Outcome execute(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(directory.toFile())
            .redirectErrorStream(true);
    Map<String, String> options =
        ConnectionString.parse(swtpm.connectionString())
            .options(Set.of("host", "port", "ctrl"))
            .values();
    String tcti = "swtpm:host=" + options.get("host") + ",port=" + options.get("port");
    Map<String, String> environment = builder.environment();
    environment.put("TPM2TOOLS_TCTI", tcti);
    environment.put("TPM2OPENSSL_TCTI", tcti);
    environment.put("TSS2_FAPICONF", directory.resolve("fapi.json").toString());
    environment.put("TSS2_LOG", "all+ERROR");
    // IBM's utilities: swtpm's data channel carries plain commands, without the simulator's frames.
    environment.put("TPM_INTERFACE_TYPE", "socsim");
    environment.put("TPM_SERVER_TYPE", "raw");
    environment.put("TPM_SERVER_NAME", String.valueOf(options.get("host")));
    environment.put("TPM_COMMAND_PORT", String.valueOf(options.get("port")));
    environment.put("TPM_DATA_DIR", directory.toString());
    environment.put("TPM_ENCRYPT_SESSIONS", "0");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), () -> String.join(" ", command));
    return new Outcome(process.exitValue(), said);
  }

  /** Asks the TPM what is loaded, saved or open in it: nothing may be left by a test. */
  public void assertNothingLeft() throws Exception {
    ours(
        tpm -> {
          List<Handle> left = new ArrayList<>();
          for (int kind : new int[] {0x8000_0000, 0x0200_0000, 0x0300_0000}) {
            left.addAll(tpm.handles(kind));
          }
          assertEquals(List.of(), left, "left in the TPM");
          return left;
        });
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
    try (swtpm;
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
