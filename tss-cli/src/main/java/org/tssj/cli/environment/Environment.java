package org.tssj.cli.environment;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the program sees of its machine.
 *
 * @param variables the value of an environment variable, null if it is not set
 * @param exists whether there is such a file or device
 * @param operatingSystem its name, as in {@code Linux} or {@code Windows 11}
 * @param in standard input
 * @param out standard output: octets, not yet text
 * @param err standard error
 * @param terminal who is asked for passwords
 */
public record Environment(
    Function<String, @Nullable String> variables,
    Predicate<Path> exists,
    String operatingSystem,
    InputStream in,
    OutputStream out,
    PrintStream err,
    Terminal terminal) {

  /** The machine this process runs on. */
  public static Environment ofProcess() {
    return new Environment(
        System::getenv,
        Files::exists,
        System.getProperty("os.name", ""),
        System.in,
        new FileOutputStream(FileDescriptor.out),
        System.err,
        Terminal.ofProcess());
  }

  /** The value of an environment variable; one that is empty counts as not set. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isEmpty());
  }

  /** Whether this is Windows. */
  public boolean isWindows() {
    return operatingSystem.startsWith("Windows");
  }
}
