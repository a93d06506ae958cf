package org.tssj.tpm20.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_PUB_KEY: a public key of the TPM itself, which {@link Capability#PUB_KEYS} is asked for,
 * since 1.83.
 *
 * @param value 32 bits as they stand on the wire
 * @see "TPM 2.0 Library 1.85, Part 2, TPM_PUB_KEY"
 */
public record PubKey(int value) implements WireNumber {

  private static final NumberNames<PubKey> NAMES =
      new NumberNames<>("TPM_PUB_KEY_", 8, PubKey::new);

  /** TPM_PUB_KEY_TPM_SPDM_00: the key by which the TPM shows itself in a secure channel. */
  public static final PubKey TPM_SPDM_00 = NAMES.name("TPM_SPDM_00", 0);

  /** TPM_PUB_KEY: four octets. */
  public static final Codec<PubKey> CODEC = Codecs.number32("TPM_PUB_KEY", PubKey::new);

  /** The constant with this name, with or without {@code TPM_PUB_KEY_}, in either case. */
  public static Optional<PubKey> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
