package org.tssj.tpm12.structure.algorithm;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_SIG_SCHEME: how a key signs.
 *
 * @param value 0 to 0xffff
 * @see "TPM 1.2 Main, Part 2, 5.8.1 Mandatory Key Usage Schemes"
 */
public record SigScheme(int value) implements WireNumber {

  private static final NumberNames<SigScheme> NAMES =
      new NumberNames<>("TPM_SS_", 4, SigScheme::new);

  /** TPM_SS_NONE: the key does not sign. */
  public static final SigScheme NONE = NAMES.name("NONE", 0x0001);

  /**
   * TPM_SS_RSASSAPKCS1v15_SHA1: RSASSA-PKCS1-v1_5 of a SHA-1 digest of 20 octets that the caller
   * computed.
   */
  public static final SigScheme RSASSAPKCS1V15_SHA1 = NAMES.name("RSASSAPKCS1v15_SHA1", 0x0002);

  /**
   * TPM_SS_RSASSAPKCS1v15_DER: PKCS#1 v1.5 padding around whatever DER the caller hands in, any
   * hash included.
   */
  public static final SigScheme RSASSAPKCS1V15_DER = NAMES.name("RSASSAPKCS1v15_DER", 0x0003);

  /**
   * TPM_SS_RSASSAPKCS1v15_INFO: RSASSA-PKCS1-v1_5 with SHA-1 of a TPM_SIGN_INFO, so that no other
   * structure can be forged.
   */
  public static final SigScheme RSASSAPKCS1V15_INFO = NAMES.name("RSASSAPKCS1v15_INFO", 0x0004);

  /** TPM_SIG_SCHEME: two octets. */
  public static final Codec<SigScheme> CODEC = Codecs.number16("TPM_SIG_SCHEME", SigScheme::new);

  /** The constant with this name, with or without {@code TPM_SS_}, in either case. */
  public static Optional<SigScheme> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
