package org.tssj.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.Events;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm.State;
import org.tssj.junit.SoftwareTpm.Transport;

/** Which TPM a test gets, where it may ask for it, and that nobody had it before. */
class FreshTpmTest {

  private static void requireFreshAndUse(TpmTransport tpm) throws IOException {
    Bytes before = Raw.ask(tpm, Raw.PCR16_READ);
    assertEquals("00000000", Raw.code(before), before.toHex());
    // Header and update counter, then what was selected and read.
    assertEquals(Bytes.hex(Raw.PCR16_ZERO), before.slice(14, before.length()));
    assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.PCR16_EXTEND)));
    assertNotEquals(before, Raw.ask(tpm, Raw.PCR16_READ));
  }

  @Test
  void eachTestGetsItsOwn() {
    Runs.requireSuccess(6, Runs.of(EachExtends.class));
  }

  @SoftwareTpm
  static class EachExtends {
    @Test
    void one(TpmTransport tpm) throws IOException {
      requireFreshAndUse(tpm);
    }

    @Test
    void another(TpmTransport tpm) throws IOException {
      requireFreshAndUse(tpm);
    }

    @RepeatedTest(2)
    void again(TpmTransport tpm) throws IOException {
      requireFreshAndUse(tpm);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void withArguments(int argument, TpmTransport tpm) throws IOException {
      requireFreshAndUse(tpm);
    }
  }

  @Test
  void eachTestGetsItsOwnOverSwtpmToo() {
    Runs.requireSuccess(2, Runs.of(EachExtendsOverSwtpm.class));
  }

  @SoftwareTpm(transport = Transport.SWTPM)
  static class EachExtendsOverSwtpm {
    @Test
    void one(TpmTransport tpm) throws IOException {
      assertTrue(tpm.endpoint().startsWith("swtpm:"), tpm.endpoint());
      requireFreshAndUse(tpm);
    }

    @Test
    void another(TpmTransport tpm) throws IOException {
      requireFreshAndUse(tpm);
    }
  }

  @Test
  void constructorSetUpTestAndTearDownGetTheSame() {
    Runs.requireSuccess(2, Runs.of(AskedForEverywhere.class));
  }

  @SoftwareTpm
  static class AskedForEverywhere {
    private final TpmTransport ofConstructor;

    AskedForEverywhere(TpmTransport tpm) throws IOException {
      ofConstructor = tpm;
      requireFreshAndUse(tpm);
    }

    @BeforeEach
    @AfterEach
    void around(TpmTransport tpm) {
      assertSame(ofConstructor, tpm);
    }

    @Test
    void one(TpmTransport tpm) {
      assertSame(ofConstructor, tpm);
    }

    @Test
    void another(@SoftwareTpm TpmTransport askedForAgain) {
      assertSame(ofConstructor, askedForAgain);
    }
  }

  @Test
  void theNearestAnnotationDecides() {
    Runs.requireSuccess(5, Runs.of(Annotated.class));
  }

  @SoftwareTpm(state = State.NOT_STARTED)
  static class Annotated {
    @Test
    void onTheClass(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.STARTUP)));
    }

    @Test
    @SoftwareTpm
    void onTheMethod(TpmTransport tpm) throws IOException {
      // TPM_RC_INITIALIZE: it has been started.
      assertEquals("00000100", Raw.code(Raw.ask(tpm, Raw.STARTUP)));
    }

    @Test
    @SoftwareTpm(transport = Transport.SWTPM)
    void onTheParameter(@SoftwareTpm TpmTransport tpm) {
      assertTrue(tpm.endpoint().startsWith("libtpms:"), tpm.endpoint());
    }

    @Nested
    class Inside {
      @Test
      void onTheClassAround(TpmTransport tpm) throws IOException {
        assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.STARTUP)));
      }
    }

    @Nested
    @SoftwareTpm
    class InsideAndAnnotated {
      @Test
      void onTheInnerClass(TpmTransport tpm) throws IOException {
        assertEquals("00000100", Raw.code(Raw.ask(tpm, Raw.STARTUP)));
      }
    }
  }

  @Test
  void aParameterAloneMayAskForOne() {
    Runs.requireSuccess(1, Runs.of(OnlyAParameter.class));
  }

  static class OnlyAParameter {
    @Test
    void asks(@SoftwareTpm TpmTransport tpm) throws IOException {
      requireFreshAndUse(tpm);
    }
  }

  @Test
  void subclassesInheritIt() {
    Runs.requireSuccess(4 + 2, Runs.of(Inherits.class));
  }

  static class Inherits extends EachExtends {}

  @Test
  void severalOfOneTestAreToldApartByTheirSettings() {
    Runs.requireSuccess(1, Runs.of(Several.class));
  }

  static class Several {
    @Test
    void differ(
        @SoftwareTpm TpmTransport one,
        @SoftwareTpm(transport = Transport.SWTPM) TpmTransport two,
        @SoftwareTpm(transport = Transport.SWTPM, name = "third") TpmTransport three)
        throws IOException {
      requireFreshAndUse(one);
      requireFreshAndUse(two);
      requireFreshAndUse(three);
    }
  }

  @Test
  void parallelTestsTakeTurnsWithLibtpms() {
    AtOnce.most.set(0);
    Events events =
        Runs.with(
            Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
            AtOnce.class,
            EachExtends.class);

    Runs.requireSuccess(20 + 6, events);
    assertEquals(1, AtOnce.most.get(), "tests that had libtpms at the same time");
  }

  static class AtOnce {
    private static final AtomicInteger NOW = new AtomicInteger();
    private static final AtomicInteger most = new AtomicInteger();

    @RepeatedTest(20)
    void uses(@SoftwareTpm TpmTransport tpm) throws IOException {
      most.accumulateAndGet(NOW.incrementAndGet(), Math::max);
      requireFreshAndUse(tpm);
      NOW.decrementAndGet();
    }
  }
}
