package org.tssj.tpm12.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_DA_STATE: whether dictionary-attack protection is locking.
 *
 * @param value 0 to 0xff
 * @see "TPM 1.2 Main, Part 2, 21.9 TPM_DA_STATE"
 */
public record DaState(int value) implements WireNumber {

  private static final NumberNames<DaState> NAMES =
      new NumberNames<>("TPM_DA_STATE_", 2, DaState::new);

  /** TPM_DA_STATE_INACTIVE: nothing is locked. */
  public static final DaState INACTIVE = NAMES.name("INACTIVE", 0x00);

  /** TPM_DA_STATE_ACTIVE: authorised commands are refused for now. */
  public static final DaState ACTIVE = NAMES.name("ACTIVE", 0x01);

  /** TPM_DA_STATE: one octet. */
  public static final Codec<DaState> CODEC = Codecs.number8("TPM_DA_STATE", DaState::new);

  /** The constant with this name, with or without {@code TPM_DA_STATE_}, in either case. */
  public static Optional<DaState> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
