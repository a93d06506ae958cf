package org.tssj.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.Tpm20;

/** What the extension refuses, and that it says why. */
class RefusalsTest {

  @Test
  void aParameterThatIsNoViewOfATpm() {
    assertEquals(
        "@SoftwareTpm gives a Tpm, Tpm20, Tpm12 or TpmTransport, not a java.lang.String",
        Runs.failureOf(AsksForAString.class));
  }

  static class AsksForAString {
    @Test
    void asks(@SoftwareTpm String tpm) {}
  }

  @Test
  void aViewOfTheOtherFamily() {
    assertEquals(
        "a Tpm12 needs @SoftwareTpm(family = Family.TPM12), and this one asks for a TPM 2.0",
        Runs.failureOf(AsksForTheOtherFamily.class));
  }

  @SoftwareTpm
  static class AsksForTheOtherFamily {
    @Test
    void asks(Tpm12 tpm) {}
  }

  @Test
  void aViewOfTheOtherFamilyTheOtherWayRound() {
    assertEquals(
        "a Tpm20 needs @SoftwareTpm(family = Family.TPM20), and this one asks for a TPM 1.2",
        Runs.failureOf(AsksForTheNewerFamily.class));
  }

  @SoftwareTpm(family = Family.TPM12)
  static class AsksForTheNewerFamily {
    @Test
    void asks(Tpm20 tpm) {}
  }

  @Test
  void aSecondTpmOfLibtpmsInOneTest() {
    assertEquals(
        "asks() has a TPM of libtpms already, and libtpms is one TPM per process: ask for the"
            + " second with @SoftwareTpm(transport = SWTPM)",
        Runs.failureOf(AsksForTwo.class).replaceAll("asks\\(.*?\\)", "asks()"));
    Runs.requireSuccess(1, Runs.of(FreshTpmTest.OnlyAParameter.class));
  }

  static class AsksForTwo {
    @Test
    void asks(@SoftwareTpm TpmTransport one, @SoftwareTpm(name = "other") TpmTransport other) {}
  }

  @Test
  void aTpmForAllTestsOfAClass() {
    AssertionError failed = assertThrows(AssertionError.class, () -> Runs.of(ForAll.class));

    assertEquals(
        "before runs once for all tests of a class, and @SoftwareTpm makes a TPM for each test",
        failed.getMessage());
  }

  @SoftwareTpm
  static class ForAll {
    @BeforeAll
    static void before(TpmTransport tpm) {}

    @Test
    void test() {}
  }

  @Test
  void aConstructorThatRunsOnceForAllTests() {
    AssertionError failed = assertThrows(AssertionError.class, () -> Runs.of(OneInstance.class));

    assertTrue(
        failed.getMessage().endsWith("@SoftwareTpm makes a TPM for each test"),
        failed.getMessage());
  }

  @SoftwareTpm
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {
    OneInstance(TpmTransport tpm) {}

    @Test
    void test() {}
  }

  @Test
  void aTpmThatNobodyAskedFor() {
    assertTrue(
        Runs.failureOf(Unannotated.class).startsWith("No ParameterResolver registered"),
        Runs.failureOf(Unannotated.class));
  }

  static class Unannotated {
    @Test
    void asks(@SoftwareTpm TpmTransport one, TpmTransport other) {}
  }

  @Nested
  class ATurnWithLibtpms {
    @Test
    void inTheMiddleOfAnotherTestOfTheSameThread() {
      try (LibtpmsTurn turn = LibtpmsTurn.take("id of one", "one()")) {
        assertEquals(
            "another() was begun in the middle of one(), in the same thread, and libtpms is one TPM"
                + " per process: run them one after the other (@Execution(SAME_THREAD)), or with"
                + " @SoftwareTpm(transport = SWTPM)",
            assertThrows(
                    ParameterResolutionException.class,
                    () -> LibtpmsTurn.take("id of another", "another()"))
                .getMessage());
      }
      LibtpmsTurn.take("id of another", "another()").close();
    }

    @Test
    void ifTheThreadIsInterruptedWhileItWaits() throws InterruptedException {
      Thread waiting;
      var failure = new java.util.concurrent.atomic.AtomicReference<Throwable>();
      try (LibtpmsTurn turn = LibtpmsTurn.take("id of one", "one()")) {
        waiting =
            new Thread(
                () -> {
                  Thread.currentThread().interrupt();
                  failure.set(
                      assertThrows(
                          ParameterResolutionException.class,
                          () -> LibtpmsTurn.take("id of another", "another()")));
                });
        waiting.start();
        waiting.join();
      }
      assertEquals(
          "another() was interrupted while it waited for libtpms", failure.get().getMessage());
    }
  }

  @Test
  void nothingStaysTakenWhenAnotherParameterOfTheTestFails() {
    assertTrue(Runs.failureOf(SecondParameterFails.class).contains("not a java.lang.String"));
    Runs.requireSuccess(1, Runs.of(FreshTpmTest.OnlyAParameter.class));
  }

  @SoftwareTpm
  static class SecondParameterFails {
    SecondParameterFails(TpmTransport tpm, @SoftwareTpm String other) {}

    @Test
    void test() {}
  }
}
