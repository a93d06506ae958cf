package org.tssj.tpm20.structure.algorithm;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_ECC_CURVE: the number of an elliptic curve. TPMI_ECC_CURVE is the same type, restricted to
 * what a TPM implements. A number that has no constant here is kept as it is.
 *
 * @param value 0 to 0xffff
 * @see "TPM 2.0 Library, Part 2, 6.4 TPM_ECC_CURVE; TCG Algorithm Registry"
 */
public record EccCurve(int value) implements WireNumber {

  private static final NumberNames<EccCurve> NAMES =
      new NumberNames<>("TPM_ECC_", 4, EccCurve::new);

  /** TPM_ECC_NONE: no curve. */
  public static final EccCurve NONE = NAMES.name("NONE", 0x0000);

  /** TPM_ECC_NIST_P192: secp192r1. */
  public static final EccCurve NIST_P192 = NAMES.name("NIST_P192", 0x0001);

  /** TPM_ECC_NIST_P224: secp224r1. */
  public static final EccCurve NIST_P224 = NAMES.name("NIST_P224", 0x0002);

  /** TPM_ECC_NIST_P256: secp256r1. */
  public static final EccCurve NIST_P256 = NAMES.name("NIST_P256", 0x0003);

  /** TPM_ECC_NIST_P384: secp384r1. */
  public static final EccCurve NIST_P384 = NAMES.name("NIST_P384", 0x0004);

  /** TPM_ECC_NIST_P521: secp521r1. */
  public static final EccCurve NIST_P521 = NAMES.name("NIST_P521", 0x0005);

  /** TPM_ECC_BN_P256: a Barreto-Naehrig curve for anonymous signatures. */
  public static final EccCurve BN_P256 = NAMES.name("BN_P256", 0x0010);

  /** TPM_ECC_BN_P638: a Barreto-Naehrig curve for anonymous signatures. */
  public static final EccCurve BN_P638 = NAMES.name("BN_P638", 0x0011);

  /** TPM_ECC_SM2_P256: the curve of SM2. */
  public static final EccCurve SM2_P256 = NAMES.name("SM2_P256", 0x0020);

  /** TPM_ECC_TEST_P192: a curve for testing only. */
  public static final EccCurve TEST_P192 = NAMES.name("TEST_P192", 0x0021);

  /** TPM_ECC_BP_P256_R1: brainpoolP256r1. */
  public static final EccCurve BP_P256_R1 = NAMES.name("BP_P256_R1", 0x0030);

  /** TPM_ECC_BP_P384_R1: brainpoolP384r1. */
  public static final EccCurve BP_P384_R1 = NAMES.name("BP_P384_R1", 0x0031);

  /** TPM_ECC_BP_P512_R1: brainpoolP512r1. */
  public static final EccCurve BP_P512_R1 = NAMES.name("BP_P512_R1", 0x0032);

  /** TPM_ECC_CURVE_25519: Curve25519, of X25519 and Ed25519. */
  public static final EccCurve CURVE_25519 = NAMES.name("CURVE_25519", 0x0040);

  /** TPM_ECC_CURVE_448: Curve448, of X448 and Ed448. */
  public static final EccCurve CURVE_448 = NAMES.name("CURVE_448", 0x0041);

  /** TPM_ECC_CURVE: two octets. */
  public static final Codec<EccCurve> CODEC = Codecs.number16("TPM_ECC_CURVE", EccCurve::new);

  /** The curve with this name, with or without {@code TPM_ECC_}, in either case. */
  public static Optional<EccCurve> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
