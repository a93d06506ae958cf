package org.tssj.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.tool.Tools;

/** A machine that is what a test says: nothing is on it unless it was put there. */
public final class FakeMachine {

  private final Map<String, String> variables = new HashMap<>();
  private final Set<Path> devices = new HashSet<>();
  private final Deque<String> typed = new ArrayDeque<>();
  private final StringBuilder prompts = new StringBuilder();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String operatingSystem = "Linux";
  private byte[] in = new byte[0];
  private OutputStream to = out;

  public FakeMachine variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  public FakeMachine device(String path) {
    devices.add(Path.of(path));
    return this;
  }

  public FakeMachine operatingSystem(String name) {
    operatingSystem = name;
    return this;
  }

  public FakeMachine in(byte... octets) {
    in = octets;
    return this;
  }

  /** Standard output goes to a disk that is full. */
  public FakeMachine fullDisk() {
    to =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    return this;
  }

  /** What the user types when asked. */
  public FakeMachine types(String... secrets) {
    typed.addAll(List.of(secrets));
    return this;
  }

  public Environment environment() {
    return new Environment(
        variables::get,
        devices::contains,
        operatingSystem,
        new ByteArrayInputStream(in),
        to,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        prompt -> {
          prompts.append(prompt);
          return Optional.ofNullable(typed.poll()).map(String::toCharArray);
        });
  }

  /** Runs the program with the words, and with options whose values have blanks as they are. */
  public int run(String words, String... more) {
    out.reset();
    err.reset();
    return Main.run(
        environment(),
        Stream.concat(Arrays.stream(words.split(" ")), Arrays.stream(more)).toArray(String[]::new));
  }

  /** Runs the program under the name of an old tool. */
  public int tool(String name, String... args) {
    out.reset();
    err.reset();
    return Tools.run(environment(), name, args);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public byte[] octets() {
    return out.toByteArray();
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  public String prompts() {
    return prompts.toString();
  }
}
