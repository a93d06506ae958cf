package org.tssj.tpm20.structure.capability;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_MEMORY: how memory is shared: the value of the property TPM_PT_MEMORY.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.8 TPMA_MEMORY"
 */
public record MemoryAttributes(int bits) implements WireBits {

  /** sharedRAM: objects and sessions share memory. */
  public static final MemoryAttributes SHARED_RAM = new MemoryAttributes(1);

  /** sharedNV: persistent objects and indices share NV memory. */
  public static final MemoryAttributes SHARED_NV = new MemoryAttributes(1 << 1);

  /** objectCopiedToRam: a persistent object takes memory while it is used. */
  public static final MemoryAttributes OBJECT_COPIED_TO_RAM = new MemoryAttributes(1 << 2);

  /** TPMA_MEMORY: four octets. */
  public static final Codec<MemoryAttributes> CODEC =
      Codecs.bits32("TPMA_MEMORY", MemoryAttributes::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(MemoryAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** Objects and sessions share memory. */
  public boolean sharedRAM() {
    return has(SHARED_RAM);
  }

  /** Persistent objects and indices share NV memory. */
  public boolean sharedNV() {
    return has(SHARED_NV);
  }

  /** A persistent object takes memory while it is used. */
  public boolean objectCopiedToRam() {
    return has(OBJECT_COPIED_TO_RAM);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(bits, "sharedRAM", "sharedNV", "objectCopiedToRam");
  }
}
