package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.json.JsonValue;
import org.tssj.cli.Main;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;

/**
 * How one run of the program {@code tpm} ended.
 *
 * @param exitCode 0, or what it failed with
 * @param out standard output
 * @param err standard error
 */
public record Cli(int exitCode, Bytes out, String err) {

  /**
   * Runs it in this process, without a terminal.
   *
   * @param connection which TPM
   * @param folder stands for {@code @} at the beginning of an argument: files are named so
   * @param in standard input
   */
  public static Cli run(String connection, Path folder, Bytes in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment machine =
        new Environment(
            name -> name.equals("TSSJ_TPM") ? connection : null,
            path -> false,
            "Linux",
            new ByteArrayInputStream(in.toArray()),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            prompt -> Optional.empty());
    List<String> all = new ArrayList<>();
    for (String argument : arguments) {
      all.add(
          argument.startsWith("@") ? folder.resolve(argument.substring(1)).toString() : argument);
    }
    int exitCode = Main.run(machine, all.toArray(new String[0]));
    return new Cli(exitCode, Bytes.wrap(out.toByteArray()), err.toString(StandardCharsets.UTF_8));
  }

  /** It ended well. */
  public Cli ok() {
    assertEquals(0, exitCode, () -> err + text());
    return this;
  }

  /** It failed, and said why in these words. */
  public Cli failed(int code, String... words) {
    assertEquals(code, exitCode, () -> err + text());
    for (String each : words) {
      assertTrue(err.contains(each), () -> "\"" + each + "\" is not in: " + err);
    }
    return this;
  }

  /** Standard output as text. */
  public String text() {
    return new String(out.toArray(), StandardCharsets.UTF_8);
  }

  /** Standard output as an object of JSON. */
  public JsonValue.Members json() {
    return JsonValue.read(out).object();
  }
}
