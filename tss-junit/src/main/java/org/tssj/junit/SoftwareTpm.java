package org.tssj.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tssj.core.Family;

/**
 * Gives each test its own fresh software TPM.
 *
 * <pre>{@code
 * @SoftwareTpm
 * class NonceTest {
 *
 *   @Test
 *   void twoNoncesDiffer(Tpm tpm) throws IOException {
 *     assertNotEquals(tpm.random(20), tpm.random(20));
 *   }
 *
 *   @Test
 *   @SoftwareTpm(family = Family.TPM12)
 *   void oldTpmsHaveOneBank(Tpm12 tpm) { ... }
 *
 *   @Test
 *   void aQuoteOfOneIsRefusedByTheOther(
 *       Tpm one, @SoftwareTpm(transport = Transport.SWTPM) Tpm other) { ... }
 * }
 * }</pre>
 *
 * <p>On a class it holds for each of its tests, nested classes included; on a method it replaces
 * the one of the class; on a parameter it holds for that one. The parameter may be a {@link
 * org.tssj.tpm.Tpm}, a {@link org.tssj.tpm20.Tpm20}, a {@link org.tssj.tpm12.Tpm12} or a {@link
 * org.tssj.core.transport.TpmTransport}: four views of the same TPM. It may stand in the test
 * method, in {@code @BeforeEach} and {@code @AfterEach} methods and in the constructor, and
 * wherever the same settings are asked for during one test, it is the same TPM; {@link #name} tells
 * two of a kind apart. Methods that run once for a class get none: a TPM is made for a test.
 *
 * <p>After the test the TPM is powered off and forgotten. If the test had succeeded, the TPM is
 * asked before that what is still loaded: sessions and objects that the test did not close fail it.
 *
 * <p>Where the software is missing, tests are skipped, and the reason names the package to install.
 * With {@code CI=true} in the environment they fail instead: nobody reads what was skipped there.
 *
 * <p>Every TPM is a new one, for that costs little: over {@link Transport#LIBTPMS} 0.1 ms for a TPM
 * 2.0 and 10 ms for a TPM 1.2, over {@link Transport#SWTPM} 20 ms for a TPM 2.0 and 100 to 400 ms
 * for a TPM 1.2, which makes an RSA key each time power comes on. Putting an old one back would
 * cost no less for a TPM 1.2, and give a TPM 2.0 the random numbers of the test before.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SoftwareTpmExtension.class)
public @interface SoftwareTpm {

  /** Which specification the TPM follows. */
  Family family() default Family.TPM20;

  /** Where the TPM runs. */
  Transport transport() default Transport.LIBTPMS;

  /** In which state the test gets it. */
  State state() default State.READY;

  /**
   * Tells apart two TPMs of one test that are alike in everything else. libtpms is one TPM per
   * process, so the second has to be {@link Transport#SWTPM}.
   */
  String name() default "";

  /** Where a software TPM runs. */
  enum Transport {
    /**
     * libtpms inside this JVM. It is one TPM per process, so tests that run in parallel wait for
     * each other.
     */
    LIBTPMS,
    /** A swtpm process of its own, over TCP: any number at a time. */
    SWTPM
  }

  /** What a software TPM has been through when a test gets it. */
  enum State {
    /**
     * Started and ready for use: TPM2_Startup(CLEAR); or TPM_Startup(ST_CLEAR), enabled and
     * activated. Nobody owns it, and a TPM 1.2 has no endorsement key yet.
     */
    READY,
    /** It has power, and the start-up command is the test's to send. */
    NOT_STARTED
  }
}
