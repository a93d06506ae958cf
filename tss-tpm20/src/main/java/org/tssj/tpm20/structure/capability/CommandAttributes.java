package org.tssj.tpm20.structure.capability;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;
import org.tssj.tpm20.structure.constant.CommandCode;

/**
 * TPMA_CC: a command the TPM implements, and what it does to it, 32 bits.
 *
 * @param bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.9 TPMA_CC"
 */
public record CommandAttributes(int bits) implements WireBits {

  /** TPMA_CC: 32 bits. */
  public static final Codec<CommandAttributes> CODEC =
      Codecs.bits32("TPMA_CC", CommandAttributes::new);

  private static final int VENDOR = 1 << 29;

  /** The command. */
  public CommandCode command() {
    return new CommandCode(bits & 0xffff | bits & VENDOR);
  }

  /** Whether it may write to NV memory. */
  public boolean nv() {
    return (bits >> 22 & 1) == 1;
  }

  /** Whether it may flush any number of objects. */
  public boolean extensive() {
    return (bits >> 23 & 1) == 1;
  }

  /** Whether it flushes the object it is used on. */
  public boolean flushed() {
    return (bits >> 24 & 1) == 1;
  }

  /** How many handles it has, 0 to 7. */
  public int handles() {
    return bits >> 25 & 7;
  }

  /** Whether its response has a handle. */
  public boolean responseHandle() {
    return (bits >> 28 & 1) == 1;
  }

  /** Whether it is a vendor's command. */
  public boolean vendor() {
    return (bits & VENDOR) != 0;
  }

  @Override
  public String toString() {
    return command()
        + " with "
        + handles()
        + " handles"
        + (responseHandle() ? "|rHandle" : "")
        + (nv() ? "|nv" : "")
        + (extensive() ? "|extensive" : "")
        + (flushed() ? "|flushed" : "");
  }
}
