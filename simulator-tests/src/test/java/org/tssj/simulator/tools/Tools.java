package org.tssj.simulator.tools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.environment.Terminal;
import org.tssj.core.Bytes;
import org.tssj.simulator.transport.BuiltProgram;

/** Whose tools, and how they are started. */
@FunctionalInterface
interface Tools {

  /**
   * How one ended.
   *
   * @param status the exit code
   * @param out standard output
   * @param err standard error
   */
  record Ended(int status, Bytes out, String err) {}

  /**
   * Runs one.
   *
   * @param command the tool's name and its arguments
   * @param input what is behind standard input, which is no terminal
   * @param environment variables beside those of this process
   * @param folder the current one
   */
  Ended run(List<String> command, Bytes input, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException;

  /** Those that are installed: trousers'. */
  static Tools installed() {
    return Tools::process;
  }

  /** Ours in this JVM: fast, so for the many cases. */
  static Tools ours() {
    return (command, input, environment, folder) -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Environment machine =
          new Environment(
              environment::get,
              path -> false,
              "Linux",
              new ByteArrayInputStream(input.toArray()),
              out,
              new PrintStream(err, true, StandardCharsets.UTF_8),
              Terminal.NONE);
      List<String> arguments = command.subList(1, command.size());
      int status =
          org.tssj.cli.tool.Tools.run(machine, command.get(0), arguments.toArray(String[]::new));
      return new Ended(status, Bytes.wrap(out.toByteArray()), err.toString(StandardCharsets.UTF_8));
    };
  }

  /**
   * Ours as they are installed, for scripts: the folder of the built program, with its links, is
   * first in PATH.
   *
   * @throws org.opentest4j.TestAbortedException if the program was not built, which skips the test
   */
  static Tools firstInPath() {
    String path = BuiltProgram.path().resolveSibling("") + ":" + System.getenv("PATH");
    return (command, input, environment, folder) -> {
      Map<String, String> found = new HashMap<>(environment);
      found.put("PATH", path);
      return process(command, input, found, folder);
    };
  }

  private static Ended process(
      List<String> command, Bytes input, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("tool", ".in");
    Path err = Files.createTempFile("tool", ".err");
    try {
      Files.write(in, input.toArray());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectError(err.toFile());
      // What this machine says about TPMs is not meant.
      builder.environment().keySet().removeIf(name -> name.matches("(TSS|TPM).*"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      Bytes out = Bytes.wrap(process.getInputStream().readAllBytes());
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + " has not ended");
      }
      return new Ended(
          process.exitValue(), out, new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
    } finally {
      Files.delete(in);
      Files.delete(err);
    }
  }
}
