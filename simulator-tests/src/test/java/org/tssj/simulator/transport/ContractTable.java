package org.tssj.simulator.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Gathers what became of every case of {@link TransportContract} over every transport, and prints
 * it as one table when the run ends; {@code target/transport-contract.txt} has it too.
 */
public final class ContractTable implements BeforeAllCallback, TestWatcher {

  private static final Namespace OURS = Namespace.create(ContractTable.class);

  /** Closed by JUnit when all tests are done. */
  private static final class Rows
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final Map<String, Map<String, String>> byCase = new TreeMap<>();
    private final Set<String> transports = new TreeSet<>();

    void add(String transport, String theCase, String result) {
      transports.add(transport);
      byCase.computeIfAbsent(theCase, none -> new LinkedHashMap<>()).put(transport, result);
    }

    @Override
    public void close() throws IOException {
      StringBuilder table = new StringBuilder("Transport contract (+ holds, - no such ability)\n");
      int number = 0;
      StringBuilder head = new StringBuilder();
      for (String transport : transports) {
        number++;
        table.append("  %2d %s%n".formatted(number, transport));
        head.append("%3d".formatted(number));
      }
      table.append("%-64s%s%n".formatted("", head));
      byCase.forEach(
          (theCase, results) -> {
            table.append("%-64s".formatted(theCase));
            transports.forEach(
                transport -> table.append("%3s".formatted(results.getOrDefault(transport, "?"))));
            table.append(System.lineSeparator());
          });
      System.out.print(table);
      String root = System.getProperty("tssj.root");
      if (root != null) {
        Path target = Path.of(root).resolve("simulator-tests/target");
        Files.createDirectories(target);
        Files.writeString(target.resolve("transport-contract.txt"), table);
      }
    }
  }

  private static Rows rows(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(Rows.class, none -> new Rows(), Rows.class);
  }

  /**
   * What became of a case elsewhere, by the words of who was there; others than the contract's are
   * left out.
   */
  public static void add(ExtensionContext context, String suite, String theCase, String result) {
    boolean ofContract =
        Arrays.stream(TransportContract.class.getDeclaredMethods())
            .anyMatch(method -> method.getName().equals(theCase));
    if (ofContract) {
      String mark = result.equals("passed") ? "+" : result.equals("skipped") ? "-" : "F";
      rows(context).add(suite, theCase, mark);
    }
  }

  private static void add(ExtensionContext context, String result) {
    rows(context)
        .add(
            context.getRequiredTestClass().getSimpleName().replaceFirst("Test$", ""),
            context.getRequiredTestMethod().getName(),
            result);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    // The table is there before the first result, and so closed after the last.
    rows(context)
        .transports
        .add(context.getRequiredTestClass().getSimpleName().replaceFirst("Test$", ""));
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    add(context, "+");
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    add(context, "-");
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    add(context, "F");
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    add(context, "-");
  }
}
