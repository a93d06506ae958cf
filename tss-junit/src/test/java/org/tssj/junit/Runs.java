package org.tssj.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes inside a test, and says what became of them. */
final class Runs {

  private Runs() {}

  /** Runs the tests of one class. */
  static Events of(Class<?> testClass) {
    return with(Map.of(), testClass);
  }

  /** Runs the tests of some classes with configuration parameters. */
  static Events with(Map<String, String> parameters, Class<?>... testClasses) {
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter").configurationParameters(parameters);
    for (Class<?> testClass : testClasses) {
      kit.selectors(selectClass(testClass));
    }
    EngineExecutionResults results = kit.execute();
    // A class that fails as a whole has no failed test in it.
    results.containerEvents().failed().stream()
        .findFirst()
        .ifPresent(event -> Assertions.fail(message(event), throwable(event)));
    return results.testEvents();
  }

  /** Requires that all tests succeeded, and that there were so many. */
  static void requireSuccess(int tests, Events events) {
    events.failed().stream()
        .findFirst()
        .ifPresent(event -> Assertions.fail(message(event), throwable(event)));
    Assertions.assertEquals(tests, events.succeeded().count(), "tests that succeeded");
  }

  /** The message with which the only test of a class failed. */
  static String failureOf(Class<?> testClass) {
    Events events = of(testClass);
    Assertions.assertEquals(1, events.failed().count(), "tests that failed");
    return message(events.failed().list().get(0));
  }

  private static String message(Event event) {
    return String.valueOf(throwable(event).getMessage());
  }

  private static Throwable throwable(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }
}
