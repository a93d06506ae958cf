package org.tssj.tpm12.structure.migration;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_CMK_DELEGATE: the kinds of restricted-migration keys for which a delegated owner may act.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 5.17 TPM_CMK_DELEGATE"
 */
public record CmkDelegate(int bits) implements WireBits {

  /** No bit. */
  public static final CmkDelegate NONE = new CmkDelegate(0);

  /** TPM_CMK_DELEGATE_SIGNING: signing keys. */
  public static final CmkDelegate SIGNING = new CmkDelegate(0x80000000);

  /** TPM_CMK_DELEGATE_STORAGE: storage keys. */
  public static final CmkDelegate STORAGE = new CmkDelegate(0x40000000);

  /** TPM_CMK_DELEGATE_BIND: binding keys. */
  public static final CmkDelegate BIND = new CmkDelegate(0x20000000);

  /** TPM_CMK_DELEGATE_LEGACY: legacy keys. */
  public static final CmkDelegate LEGACY = new CmkDelegate(0x10000000);

  /** TPM_CMK_DELEGATE_MIGRATE: migration keys. */
  public static final CmkDelegate MIGRATE = new CmkDelegate(0x8000000);

  /** TPM_CMK_DELEGATE: four octets. */
  public static final Codec<CmkDelegate> CODEC =
      Codecs.bits32("TPM_CMK_DELEGATE", CmkDelegate::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(CmkDelegate others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public CmkDelegate with(CmkDelegate others) {
    return new CmkDelegate(bits | others.bits);
  }

  /** These without {@code others}. */
  public CmkDelegate without(CmkDelegate others) {
    return new CmkDelegate(bits & ~others.bits);
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "TPM_CMK_DELEGATE_MIGRATE",
        "TPM_CMK_DELEGATE_LEGACY",
        "TPM_CMK_DELEGATE_BIND",
        "TPM_CMK_DELEGATE_STORAGE",
        "TPM_CMK_DELEGATE_SIGNING");
  }
}
