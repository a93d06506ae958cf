package org.tssj.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.Event;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm.Transport;

/** What becomes of tests on a machine without the software they need: a JVM that cannot find it. */
class AvailabilityTest {

  private static final String SWTPM_MISSING = "install the package swtpm (Debian, Ubuntu";

  @Test
  void withoutSwtpmItsTestsAreSkippedAndThePackageIsNamed() throws Exception {
    String said = run(NeedsSwtpm.class, List.of(), child -> child.put("PATH", ""));

    assertEquals(2, said.lines().filter(line -> line.startsWith("SKIPPED")).count(), said);
    assertTrue(said.contains(SWTPM_MISSING), said);
    assertTrue(said.contains("FINISHED onLibtpms SUCCESSFUL"), said);
  }

  static class NeedsSwtpm {
    @Test
    void onAParameter(@SoftwareTpm(transport = Transport.SWTPM) TpmTransport tpm) {}

    @Test
    @SoftwareTpm(transport = Transport.SWTPM)
    void onTheMethod(TpmTransport tpm) {}

    @Test
    @SoftwareTpm
    void onLibtpms(TpmTransport tpm) {}
  }

  @Test
  void aClassIsSkippedForItsSetUp() throws Exception {
    String said = run(NeedsSwtpmToSetUp.class, List.of(), child -> child.put("PATH", ""));

    assertTrue(said.contains("$NeedsSwtpmToSetUp the program swtpm"), said);
    assertFalse(said.contains("FINISHED test "), said);
  }

  static class NeedsSwtpmToSetUp {
    @BeforeEach
    void setUp(@SoftwareTpm(transport = Transport.SWTPM) TpmTransport tpm) {}

    @Test
    void test() {}
  }

  @Test
  void inCiTheyFailInstead() throws Exception {
    String said =
        run(
            NeedsSwtpm.class,
            List.of(),
            child -> {
              child.put("PATH", "");
              child.put("CI", "true");
            });

    assertFalse(said.contains("SKIPPED"), said);
    assertEquals(2, said.lines().filter(line -> line.contains(" FAILED")).count(), said);
    assertTrue(said.contains("install the package swtpm"), said);
  }

  @Test
  void withoutLibtpmsItsTestsAreSkippedAndSwtpmStillWorks() throws Exception {
    // JNA without its native half finds no library at all.
    String said =
        run(
            NeedsBoth.class,
            List.of("-Djna.nounpack=true", "-Djna.nosys=true", "-Djna.noclasspath=true"),
            child -> {});

    assertTrue(said.contains("SKIPPED onLibtpms"), said);
    assertTrue(said.contains("FINISHED onSwtpm SUCCESSFUL"), said);
  }

  static class NeedsBoth {
    @Test
    void onLibtpms(@SoftwareTpm TpmTransport tpm) {}

    @Test
    void onSwtpm(@SoftwareTpm(transport = Transport.SWTPM) TpmTransport tpm) {}
  }

  /** Runs the tests of a class in a JVM of its own and returns what became of each. */
  private static String run(
      Class<?> tests, List<String> options, Consumer<java.util.Map<String, String>> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), Child.class.getName(), tests.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("CI");
    environment.accept(builder.environment());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), said);
    assertEquals(0, process.exitValue(), said);
    return said;
  }

  /** All that this JVM has, as a class path: here some of it may be on the module path. */
  private static String classPath() {
    return Stream.of(
            place(SoftwareTpm.class),
            place(AvailabilityTest.class),
            Optional.ofNullable(System.getProperty("jdk.module.path")),
            Optional.ofNullable(System.getProperty("java.class.path")))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Optional<String> place(Class<?> type) {
    return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(url -> Path.of(java.net.URI.create(url.toString())).toString());
  }

  /** The JVM that lacks something. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
      PrintStream out = System.out;
      org.junit.platform.testkit.engine.EngineTestKit.engine("junit-jupiter")
          .selectors(
              org.junit.platform.engine.discovery.DiscoverySelectors.selectClass(
                  Class.forName(arguments[0])))
          .execute()
          .allEvents()
          .stream()
          .forEach(event -> out.println(told(event)));
    }

    private static String told(Event event) {
      String name = event.getTestDescriptor().getDisplayName().replaceAll("\\(.*", "");
      return event.getType()
          + " "
          + name
          + " "
          + event
              .getPayload(org.junit.platform.engine.TestExecutionResult.class)
              .map(
                  result ->
                      result.getStatus()
                          + " "
                          + result.getThrowable().map(Throwable::getMessage).orElse(""))
              .or(() -> event.getPayload(String.class))
              .orElse("");
    }
  }
}
