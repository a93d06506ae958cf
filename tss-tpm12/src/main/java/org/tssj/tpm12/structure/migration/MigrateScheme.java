package org.tssj.tpm12.structure.migration;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_MIGRATE_SCHEME: how a key leaves its TPM.
 *
 * @param value 0 to 0xffff
 * @see "TPM 1.2 Main, Part 2, 4.10 TPM_MIGRATE_SCHEME"
 */
public record MigrateScheme(int value) implements WireNumber {

  private static final NumberNames<MigrateScheme> NAMES =
      new NumberNames<>("TPM_MS_", 4, MigrateScheme::new);

  /**
   * TPM_MS_MIGRATE: the key travels through any number of parties and is converted by its last one.
   */
  public static final MigrateScheme MIGRATE = NAMES.name("MIGRATE", 0x0001);

  /** TPM_MS_REWRAP: the key is wrapped for another storage key and can be loaded there at once. */
  public static final MigrateScheme REWRAP = NAMES.name("REWRAP", 0x0002);

  /** TPM_MS_MAINT: a maintenance archive. */
  public static final MigrateScheme MAINT = NAMES.name("MAINT", 0x0003);

  /** TPM_MS_RESTRICT_MIGRATE: a restricted-migration key (CMK) goes to a migration authority. */
  public static final MigrateScheme RESTRICT_MIGRATE = NAMES.name("RESTRICT_MIGRATE", 0x0004);

  /**
   * TPM_MS_RESTRICT_APPROVE: a restricted-migration key (CMK) goes where a migration authority
   * approves; TSS headers add {@code _DOUBLE}.
   */
  public static final MigrateScheme RESTRICT_APPROVE = NAMES.name("RESTRICT_APPROVE", 0x0005);

  /** TPM_MIGRATE_SCHEME: two octets. */
  public static final Codec<MigrateScheme> CODEC =
      Codecs.number16("TPM_MIGRATE_SCHEME", MigrateScheme::new);

  /** The constant with this name, with or without {@code TPM_MS_}, in either case. */
  public static Optional<MigrateScheme> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
