package org.tssj.transport.libtpms;

import com.sun.jna.Callback;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.math.BigInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The RSA key of the power-on self-test of TPM 1.2, known beforehand.
 *
 * <p>libtpms' TPM 1.2 makes an RSA-2048 key each time power comes on, encrypts and decrypts one
 * message with it, and throws it away. Making it is all but a few milliseconds of what powering on
 * costs, 90 to 650 of them; a known key proves the same arithmetic, as known-answer tests do
 * elsewhere. So, while {@code TPMLIB_MainInit} runs, and for the thread in it alone, OpenSSL's key
 * generator answers with the key below. The TPM's own keys are made by commands, never in there.
 *
 * <p>It is done with OpenSSL's replaceable {@code RSA_METHOD}; where libtpms has other crypto or
 * OpenSSL no such functions, everything is as slow as it was.
 */
final class SelfTestKey {

  // openssl genrsa 2048, once. Known to everybody, and good for nothing but this.
  private static final BigInteger P =
      new BigInteger(
          "dda1205238e763710eee1c581c72acfe3525601c854cd8f315b8bebdbb6f49ab"
              + "164d05496838d15c81553227a375beaab16818c6fb09f6c415f5174bda684c34"
              + "d23ccaff231214e80951c3a1362621c625f16180db1146e3fcec5bcd2be46c97"
              + "989f58feca8a9d92af7ebcd445301807ca6d259ba8dfd584959b2c8761f41789",
          16);
  private static final BigInteger Q =
      new BigInteger(
          "b5df5e3210d706843ea2965e2f65fdb2f7578af5a355fc6a2b4d84813b6e3d59"
              + "5108e6ac5f13165555ba405547a5df688c56a015124ae0db42dc1961351abd8f"
              + "ee3a4ab8637e4887efb01007d5dfc3644f1e4ea281dc0d4ba340520ec6d4a57f"
              + "9e5bc4c05187bf4024496bd313df32439b018c9b53aa1200ba540217484d2a41",
          16);
  private static final BigInteger E = BigInteger.valueOf(65537);
  private static final int BITS = 2048;

  /** {@code int (*)(RSA *, int bits, BIGNUM *e, BN_GENCB *)}. */
  public interface Generator extends Callback {
    int generate(Pointer rsa, int bits, Pointer e, Pointer progress);
  }

  private final Function setDefault = need("RSA_set_default_method");
  private final Function setMethod = need("RSA_set_method");
  private final Function generateKey = need("RSA_generate_key_ex");
  private final Function setKey = need("RSA_set0_key");
  private final Function setFactors = need("RSA_set0_factors");
  private final Function toNumber = need("BN_bin2bn");

  // Both live as long as the process: an RSA object that another thread makes in the meantime keeps
  // the method it was made with.
  private final Generator generator = this::generate;
  private final Pointer builtIn;
  private final Pointer ours;

  private volatile @Nullable Thread starting;

  private SelfTestKey() {
    builtIn = need("RSA_get_default_method").invokePointer(new Object[0]);
    ours = need("RSA_meth_dup").invokePointer(new Object[] {builtIn});
    need("RSA_meth_set_keygen").invokeInt(new Object[] {ours, generator});
  }

  /** For the crypto library that libtpms uses, or null if that one cannot be told. */
  static @Nullable SelfTestKey find() {
    try {
      return new SelfTestKey();
    } catch (UnsatisfiedLinkError e) {
      return null;
    }
  }

  private static Function need(String name) {
    Function function = LibTpms.function(name);
    if (function == null) {
      throw new UnsatisfiedLinkError(name);
    }
    return function;
  }

  /** Runs {@code mainInit} with this key for its self-test. */
  int during(IntSupplier mainInit) {
    starting = Thread.currentThread();
    setDefault.invokeVoid(new Object[] {ours});
    try {
      return mainInit.getAsInt();
    } finally {
      setDefault.invokeVoid(new Object[] {builtIn});
      starting = null;
    }
  }

  private int generate(Pointer rsa, int bits, Pointer e, Pointer progress) {
    if (Thread.currentThread() != starting || bits != BITS) {
      // Somebody else in this process makes a key of their own: a real one.
      setMethod.invokeInt(new Object[] {rsa, builtIn});
      return generateKey.invokeInt(new Object[] {rsa, bits, e, progress});
    }
    BigInteger one = BigInteger.ONE;
    BigInteger d = E.modInverse(P.subtract(one).multiply(Q.subtract(one)));
    setKey.invokeInt(new Object[] {rsa, number(P.multiply(Q)), number(E), number(d)});
    return setFactors.invokeInt(new Object[] {rsa, number(P), number(Q)});
  }

  private Pointer number(BigInteger value) {
    byte[] octets = value.toByteArray();
    return toNumber.invokePointer(new Object[] {octets, octets.length, null});
  }
}
