package org.tssj.simulator.vm;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.tssj.core.transport.Transports;

/**
 * The program that runs inside the machine, and reports on standard output, which is its second
 * serial port.
 *
 * <ul>
 *   <li>{@code logs}: the firmware's event log, the list of IMA, and the PCRs as the kernel reads them
 *   <li>{@code open SPEC}: tries to open a TPM, and says what came of it
 *   <li>{@code tests CLASS...}: runs JUnit classes, whose names end in {@code InGuest} so that nobody
 *       runs them elsewhere
 * </ul>
 */
public final class InGuest {

  private static final Path SECURITY = Path.of("/sys/kernel/security");
  private static final Path TPM = Path.of("/sys/class/tpm/tpm0");

  private final PrintStream out;

  private InGuest(PrintStream out) {
    this.out = out;
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    InGuest guest = new InGuest(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "logs" -> guest.logs();
      case "open" -> guest.open(rest.get(0));
      case "tests" -> guest.tests(rest);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    // A thread that was left behind must not keep the machine up.
    Runtime.getRuntime().halt(0);
  }

  private void logs() throws IOException {
    bringOut("firmware-log", SECURITY.resolve("tpm0/binary_bios_measurements"));
    bringOut("ima-list", SECURITY.resolve("ima/binary_runtime_measurements"));
    bringOut("ima-list-text", SECURITY.resolve("ima/ascii_runtime_measurements"));
    try (Stream<Path> banks = Files.list(TPM)) {
      for (Path bank : banks.sorted().toList()) {
        String name = bank.getFileName().toString();
        if (name.startsWith("pcr-")) {
          for (int i = 0; i < 24; i++) {
            String value = Files.readString(bank.resolve(Integer.toString(i))).strip();
            out.println("pcr " + name.substring(4) + " " + i + " " + value);
          }
        }
      }
    }
  }

  private void bringOut(String name, Path file) throws IOException {
    if (Files.exists(file)) {
      out.println(GuestReport.ofOctets(name, Files.readAllBytes(file)));
    }
  }

  private void open(String spec) {
    try {
      Transports.open(spec).close();
      out.println("open " + spec + " done");
    } catch (IOException e) {
      out.println("open " + e.getMessage());
    }
  }

  private void tests(List<String> classes) throws ClassNotFoundException {
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (String name : classes) {
      request.selectors(selectClass(Class.forName(name)));
    }
    // Found by hand: looking for engines reads every archive, and each read is emulated.
    Launcher launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    LauncherDiscoveryRequest built = request.build();
    launcher.execute(built, new Listener());
  }

  private final class Listener implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String words =
          result.getThrowable().map(each -> " " + each.toString().replace('\n', ' ')).orElse("");
      if (test.isTest()) {
        say(
            test,
            switch (result.getStatus()) {
                  case SUCCESSFUL -> "passed";
                  case ABORTED -> "skipped";
                  case FAILED -> "failed";
                }
                + words);
      } else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        out.println("case " + test.getLegacyReportingName() + " (all) failed" + words);
      }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      say(test, "skipped " + reason.replace('\n', ' '));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      for (Map.Entry<String, String> each : entry.getKeyValuePairs().entrySet()) {
        out.println("entry " + each.getKey() + ": " + each.getValue());
      }
    }

    private void say(TestIdentifier test, String words) {
      test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .ifPresent(
              source ->
                  out.println(
                      "case "
                          + source.getClassName().replaceFirst(".*\\.", "")
                          + " "
                          + source.getMethodName()
                          + " "
                          + words));
    }
  }
}
