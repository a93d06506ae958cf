package org.tssj.tpm12.structure.key;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_KEY_FLAGS: how a key may leave its TPM and what its PCRs guard.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 5.10 TPM_KEY_FLAGS"
 */
public record KeyFlags(int bits) implements WireBits {

  /** No bit. */
  public static final KeyFlags NONE = new KeyFlags(0);

  /** redirection: what the key decrypts is sent to another device, not to the caller. */
  public static final KeyFlags REDIRECTION = new KeyFlags(0x01);

  /** migratable: the key may move to another TPM with its migration secret. */
  public static final KeyFlags MIGRATABLE = new KeyFlags(0x02);

  /** isVolatile: the key leaves the TPM at TPM_Startup(ST_CLEAR). */
  public static final KeyFlags IS_VOLATILE = new KeyFlags(0x04);

  /** pcrIgnoredOnRead: the public part can be read whatever the PCRs say. */
  public static final KeyFlags PCR_IGNORED_ON_READ = new KeyFlags(0x08);

  /** migrateAuthority: the key moves only as a migration authority allows (CMK). */
  public static final KeyFlags MIGRATE_AUTHORITY = new KeyFlags(0x10);

  /** TPM_KEY_FLAGS: four octets. */
  public static final Codec<KeyFlags> CODEC = Codecs.bits32("TPM_KEY_FLAGS", KeyFlags::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(KeyFlags others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public KeyFlags with(KeyFlags others) {
    return new KeyFlags(bits | others.bits);
  }

  /** These without {@code others}. */
  public KeyFlags without(KeyFlags others) {
    return new KeyFlags(bits & ~others.bits);
  }

  /** What it decrypts is sent to another device. */
  public boolean redirection() {
    return has(REDIRECTION);
  }

  /** May move to another TPM with its migration secret. */
  public boolean migratable() {
    return has(MIGRATABLE);
  }

  /** Leaves the TPM at TPM_Startup(ST_CLEAR). */
  public boolean isVolatile() {
    return has(IS_VOLATILE);
  }

  /** The public part can be read whatever the PCRs say. */
  public boolean pcrIgnoredOnRead() {
    return has(PCR_IGNORED_ON_READ);
  }

  /** Moves only as a migration authority allows (CMK). */
  public boolean migrateAuthority() {
    return has(MIGRATE_AUTHORITY);
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits, "redirection", "migratable", "isVolatile", "pcrIgnoredOnRead", "migrateAuthority");
  }
}
