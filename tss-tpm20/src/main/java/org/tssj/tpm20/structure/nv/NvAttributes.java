package org.tssj.tpm20.structure.nv;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_NV: what an NV index is, who may do what with it, and its state. WRITELOCKED, READLOCKED and
 * WRITTEN belong to the state: the TPM sets them, and its answer to TPM2_NV_ReadPublic has them.
 *
 * @param bits 32 bits as they stand on the wire; bits 4 to 7 are its type
 * @see "TPM 2.0 Library, Part 2, 13.4 TPMA_NV"
 */
public record NvAttributes(int bits) implements WireBits {

  /** No attribute, and of ordinary type. */
  public static final NvAttributes NONE = new NvAttributes(0);

  /** TPMA_NV_PPWRITE: the platform may write it. */
  public static final NvAttributes PPWRITE = new NvAttributes(1);

  /** TPMA_NV_OWNERWRITE: the owner may write it. */
  public static final NvAttributes OWNERWRITE = new NvAttributes(1 << 1);

  /** TPMA_NV_AUTHWRITE: whoever knows its password may write it. */
  public static final NvAttributes AUTHWRITE = new NvAttributes(1 << 2);

  /** TPMA_NV_POLICYWRITE: whoever satisfies its policy may write it. */
  public static final NvAttributes POLICYWRITE = new NvAttributes(1 << 3);

  /** TPMA_NV_POLICY_DELETE: only its policy can remove it, with TPM2_NV_UndefineSpaceSpecial. */
  public static final NvAttributes POLICY_DELETE = new NvAttributes(1 << 10);

  /** TPMA_NV_WRITELOCKED: it cannot be written at the moment. */
  public static final NvAttributes WRITELOCKED = new NvAttributes(1 << 11);

  /** TPMA_NV_WRITEALL: it is written as a whole or not at all. */
  public static final NvAttributes WRITEALL = new NvAttributes(1 << 12);

  /** TPMA_NV_WRITEDEFINE: TPM2_NV_WriteLock locks it for good. */
  public static final NvAttributes WRITEDEFINE = new NvAttributes(1 << 13);

  /** TPMA_NV_WRITE_STCLEAR: TPM2_NV_WriteLock locks it until the next TPM Reset or Restart. */
  public static final NvAttributes WRITE_STCLEAR = new NvAttributes(1 << 14);

  /** TPMA_NV_GLOBALLOCK: TPM2_NV_GlobalWriteLock locks it. */
  public static final NvAttributes GLOBALLOCK = new NvAttributes(1 << 15);

  /** TPMA_NV_PPREAD: the platform may read it. */
  public static final NvAttributes PPREAD = new NvAttributes(1 << 16);

  /** TPMA_NV_OWNERREAD: the owner may read it. */
  public static final NvAttributes OWNERREAD = new NvAttributes(1 << 17);

  /** TPMA_NV_AUTHREAD: whoever knows its password may read it. */
  public static final NvAttributes AUTHREAD = new NvAttributes(1 << 18);

  /** TPMA_NV_POLICYREAD: whoever satisfies its policy may read it. */
  public static final NvAttributes POLICYREAD = new NvAttributes(1 << 19);

  /** TPMA_NV_NO_DA: wrong passwords do not count as attempts to guess. */
  public static final NvAttributes NO_DA = new NvAttributes(1 << 25);

  /** TPMA_NV_ORDERLY: written to NV memory only at an orderly shutdown. */
  public static final NvAttributes ORDERLY = new NvAttributes(1 << 26);

  /** TPMA_NV_CLEAR_STCLEAR: it counts as unwritten after a TPM Reset or Restart. */
  public static final NvAttributes CLEAR_STCLEAR = new NvAttributes(1 << 27);

  /** TPMA_NV_READLOCKED: it cannot be read at the moment. */
  public static final NvAttributes READLOCKED = new NvAttributes(1 << 28);

  /** TPMA_NV_WRITTEN: it has been written since it was made. */
  public static final NvAttributes WRITTEN = new NvAttributes(1 << 29);

  /** TPMA_NV_PLATFORMCREATE: the platform made it, and only the platform can remove it. */
  public static final NvAttributes PLATFORMCREATE = new NvAttributes(1 << 30);

  /** TPMA_NV_READ_STCLEAR: TPM2_NV_ReadLock locks it until the next TPM Reset or Restart. */
  public static final NvAttributes READ_STCLEAR = new NvAttributes(1 << 31);

  /** TPMA_NV: four octets. */
  public static final Codec<NvAttributes> CODEC = Codecs.bits32("TPMA_NV", NvAttributes::new);

  private static final int TYPE = 0xf0;
  private static final int TYPE_SHIFT = 4;

  /** Whether all bits of {@code others} are set here. */
  public boolean has(NvAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public NvAttributes with(NvAttributes others) {
    return new NvAttributes(bits | others.bits);
  }

  /** These without {@code others}. */
  public NvAttributes without(NvAttributes others) {
    return new NvAttributes(bits & ~others.bits);
  }

  /** These, for an index of another type. */
  public NvAttributes with(NvType type) {
    return new NvAttributes(bits & ~TYPE | type.value() << TYPE_SHIFT);
  }

  /** TPM_NT: what the index holds. */
  public NvType type() {
    return new NvType((bits & TYPE) >> TYPE_SHIFT);
  }

  /** The platform may write it. */
  public boolean ppWrite() {
    return has(PPWRITE);
  }

  /** The owner may write it. */
  public boolean ownerWrite() {
    return has(OWNERWRITE);
  }

  /** Whoever knows its password may write it. */
  public boolean authWrite() {
    return has(AUTHWRITE);
  }

  /** Whoever satisfies its policy may write it. */
  public boolean policyWrite() {
    return has(POLICYWRITE);
  }

  /** Only its policy can remove it, with TPM2_NV_UndefineSpaceSpecial. */
  public boolean policyDelete() {
    return has(POLICY_DELETE);
  }

  /** It cannot be written at the moment. */
  public boolean writeLocked() {
    return has(WRITELOCKED);
  }

  /** It is written as a whole or not at all. */
  public boolean writeAll() {
    return has(WRITEALL);
  }

  /** TPM2_NV_WriteLock locks it for good. */
  public boolean writeDefine() {
    return has(WRITEDEFINE);
  }

  /** TPM2_NV_WriteLock locks it until the next TPM Reset or Restart. */
  public boolean writeStClear() {
    return has(WRITE_STCLEAR);
  }

  /** TPM2_NV_GlobalWriteLock locks it. */
  public boolean globalLock() {
    return has(GLOBALLOCK);
  }

  /** The platform may read it. */
  public boolean ppRead() {
    return has(PPREAD);
  }

  /** The owner may read it. */
  public boolean ownerRead() {
    return has(OWNERREAD);
  }

  /** Whoever knows its password may read it. */
  public boolean authRead() {
    return has(AUTHREAD);
  }

  /** Whoever satisfies its policy may read it. */
  public boolean policyRead() {
    return has(POLICYREAD);
  }

  /** Wrong passwords do not count as attempts to guess. */
  public boolean noDa() {
    return has(NO_DA);
  }

  /** Written to NV memory only at an orderly shutdown. */
  public boolean orderly() {
    return has(ORDERLY);
  }

  /** It counts as unwritten after a TPM Reset or Restart. */
  public boolean clearStClear() {
    return has(CLEAR_STCLEAR);
  }

  /** It cannot be read at the moment. */
  public boolean readLocked() {
    return has(READLOCKED);
  }

  /** It has been written since it was made. */
  public boolean written() {
    return has(WRITTEN);
  }

  /** The platform made it, and only the platform can remove it. */
  public boolean platformCreate() {
    return has(PLATFORMCREATE);
  }

  /** TPM2_NV_ReadLock locks it until the next TPM Reset or Restart. */
  public boolean readStClear() {
    return has(READ_STCLEAR);
  }

  /** The names of the bits that are set, and the type unless it is the ordinary one. */
  @Override
  public String toString() {
    String type = type().equals(NvType.ORDINARY) ? "" : type().toString();
    int others = bits & ~TYPE;
    if (others == 0 && !type.isEmpty()) {
      return type;
    }
    String names =
        WireBits.describe(
            others,
            "PPWRITE",
            "OWNERWRITE",
            "AUTHWRITE",
            "POLICYWRITE",
            "",
            "",
            "",
            "",
            "",
            "",
            "POLICY_DELETE",
            "WRITELOCKED",
            "WRITEALL",
            "WRITEDEFINE",
            "WRITE_STCLEAR",
            "GLOBALLOCK",
            "PPREAD",
            "OWNERREAD",
            "AUTHREAD",
            "POLICYREAD",
            "",
            "",
            "",
            "",
            "",
            "NO_DA",
            "ORDERLY",
            "CLEAR_STCLEAR",
            "READLOCKED",
            "WRITTEN",
            "PLATFORMCREATE",
            "READ_STCLEAR");
    return type.isEmpty() ? names : type + "|" + names;
  }
}
