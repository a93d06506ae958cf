package org.tssj.tpm20.structure.capability;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;
import org.tssj.tpm20.structure.constant.CommandCode;

/**
 * TPMA_CC: a command the TPM implements, and what a resource manager has to know about it.
 *
 * @param bits 32 bits as they stand on the wire; the low 16 and bit 29 are the command's number
 * @see "TPM 2.0 Library, Part 2, 8.9 TPMA_CC"
 */
public record CommandAttributes(int bits) implements WireBits {

  /** TPMA_CC: four octets. */
  public static final Codec<CommandAttributes> CODEC =
      Codecs.bits32("TPMA_CC", CommandAttributes::new);

  private static final int NV = 1 << 22;
  private static final int EXTENSIVE = 1 << 23;
  private static final int FLUSHED = 1 << 24;
  private static final int R_HANDLE = 1 << 28;
  private static final int VENDOR = 1 << 29;
  private static final int RESERVED = 0x003f_0000 | 3 << 30;

  /** commandIndex and V: the command. */
  public CommandCode command() {
    return new CommandCode(bits & (0xffff | VENDOR));
  }

  /** nv: whether it may write to NV memory, and so be slow or answer TPM_RC_NV_RATE. */
  public boolean nv() {
    return has(NV);
  }

  /** extensive: whether it may flush any number of loaded objects. */
  public boolean extensive() {
    return has(EXTENSIVE);
  }

  /** flushed: whether it flushes the transient object it is used on. */
  public boolean flushed() {
    return has(FLUSHED);
  }

  /** cHandles: how many handles it has, 0 to 7. */
  public int handles() {
    return bits >> 25 & 7;
  }

  /** rHandle: whether its response has a handle. */
  public boolean responseHandle() {
    return has(R_HANDLE);
  }

  /** V: whether it is a vendor's command. */
  public boolean vendor() {
    return has(VENDOR);
  }

  private boolean has(int bit) {
    return (bits & bit) != 0;
  }

  /** The command and its attributes: {@code TPM_CC_Load cHandles=1|rHandle}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(command().toString());
    text.append(" cHandles=").append(handles());
    if (responseHandle()) {
      text.append("|rHandle");
    }
    if (nv()) {
      text.append("|nv");
    }
    if (extensive()) {
      text.append("|extensive");
    }
    if (flushed()) {
      text.append("|flushed");
    }
    if (vendor()) {
      text.append("|V");
    }
    if (has(RESERVED)) {
      text.append(String.format("|0x%x", bits & RESERVED));
    }
    return text.toString();
  }
}
