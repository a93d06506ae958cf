package org.tssj.tpm12.structure.storage;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_PAYLOAD_TYPE: what is inside an encrypted area.
 *
 * @param value 0 to 0xff
 * @see "TPM 1.2 Main, Part 2, 4.2 TPM_PAYLOAD_TYPE"
 */
public record PayloadType(int value) implements WireNumber {

  private static final NumberNames<PayloadType> NAMES =
      new NumberNames<>("TPM_PT_", 2, PayloadType::new);

  /** TPM_PT_ASYM: an asymmetric key. */
  public static final PayloadType ASYM = NAMES.name("ASYM", 0x01);

  /** TPM_PT_BIND: bound data. */
  public static final PayloadType BIND = NAMES.name("BIND", 0x02);

  /** TPM_PT_MIGRATE: a migrating key. */
  public static final PayloadType MIGRATE = NAMES.name("MIGRATE", 0x03);

  /** TPM_PT_MAINT: a maintenance archive. */
  public static final PayloadType MAINT = NAMES.name("MAINT", 0x04);

  /** TPM_PT_SEAL: sealed data. */
  public static final PayloadType SEAL = NAMES.name("SEAL", 0x05);

  /** TPM_PT_MIGRATE_RESTRICTED: a restricted-migration key (CMK) inside its own TPM. */
  public static final PayloadType MIGRATE_RESTRICTED = NAMES.name("MIGRATE_RESTRICTED", 0x06);

  /** TPM_PT_MIGRATE_EXTERNAL: a restricted-migration key that came from another TPM. */
  public static final PayloadType MIGRATE_EXTERNAL = NAMES.name("MIGRATE_EXTERNAL", 0x07);

  /** TPM_PT_CMK_MIGRATE: a restricted-migration key on its way. */
  public static final PayloadType CMK_MIGRATE = NAMES.name("CMK_MIGRATE", 0x08);

  /** TPM_PAYLOAD_TYPE: one octet. */
  public static final Codec<PayloadType> CODEC =
      Codecs.number8("TPM_PAYLOAD_TYPE", PayloadType::new);

  /** The constant with this name, with or without {@code TPM_PT_}, in either case. */
  public static Optional<PayloadType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
