package org.tssj.tpm12.structure.algorithm;

import java.util.Collection;
import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_ENC_SCHEME: how a key encrypts.
 *
 * <p>For RSA keys the padding, for symmetric ones the mode.
 *
 * @param value 0 to 0xffff
 * @see "TPM 1.2 Main, Part 2, 5.8.1 Mandatory Key Usage Schemes"
 */
public record EncScheme(int value) implements WireNumber {

  private static final NumberNames<EncScheme> NAMES =
      new NumberNames<>("TPM_ES_", 4, EncScheme::new);

  /** TPM_ES_NONE: the key does not encrypt; signing and identity keys have this one. */
  public static final EncScheme NONE = NAMES.name("NONE", 0x0001);

  /** TPM_ES_RSAESPKCSv15: RSAES-PKCS1-v1_5, for binding keys only. */
  public static final EncScheme RSAESPKCSV15 = NAMES.name("RSAESPKCSv15", 0x0002);

  /**
   * TPM_ES_RSAESOAEP_SHA1_MGF1: RSAES-OAEP with SHA-1, MGF1 and the label {@code TCPA}; storage
   * keys have this one.
   */
  public static final EncScheme RSAESOAEP_SHA1_MGF1 = NAMES.name("RSAESOAEP_SHA1_MGF1", 0x0003);

  /** TPM_ES_SYM_CTR: a block cipher in counter mode. TSS headers write it TPM_ES_SYM_CNT. */
  public static final EncScheme SYM_CTR = NAMES.name("SYM_CTR", 0x0004);

  /** TPM_ES_SYM_OFB: a block cipher in output feedback mode. */
  public static final EncScheme SYM_OFB = NAMES.name("SYM_OFB", 0x0005);

  /**
   * TPM_ES_SYM_CBC_PKCS5PAD: CBC with PKCS#5 padding, as trousers writes it into identity requests.
   */
  public static final EncScheme SYM_CBC_PKCS5PAD = NAMES.name("SYM_CBC_PKCS5PAD", 0x00ff);

  /** TPM_ENC_SCHEME: two octets. */
  public static final Codec<EncScheme> CODEC = Codecs.number16("TPM_ENC_SCHEME", EncScheme::new);

  /** The constant with this name, with or without {@code TPM_ES_}, in either case. */
  public static Optional<EncScheme> named(String name) {
    return NAMES.named(name);
  }

  /** All schemes with a name, in the order of their numbers. */
  public static Collection<EncScheme> all() {
    return NAMES.all();
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
