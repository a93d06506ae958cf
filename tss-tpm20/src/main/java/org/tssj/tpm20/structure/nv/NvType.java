package org.tssj.tpm20.structure.nv;

import java.util.Optional;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_NT: what an NV index holds, and so which commands write it. Four bits of TPMA_NV.
 *
 * @param value 0 to 15
 * @see "TPM 2.0 Library, Part 2, 13.2 TPM_NT"
 */
public record NvType(int value) implements WireNumber {

  private static final NumberNames<NvType> NAMES = new NumberNames<>("TPM_NT_", 1, NvType::new);

  /** TPM_NT_ORDINARY: octets, written by TPM2_NV_Write. */
  public static final NvType ORDINARY = NAMES.name("ORDINARY", 0x0);

  /** TPM_NT_COUNTER: a 64-bit counter, written by TPM2_NV_Increment. It never counts down. */
  public static final NvType COUNTER = NAMES.name("COUNTER", 0x1);

  /** TPM_NT_BITS: 64 bits, written by TPM2_NV_SetBits. None is ever cleared. */
  public static final NvType BITS = NAMES.name("BITS", 0x2);

  /** TPM_NT_EXTEND: a digest, written by TPM2_NV_Extend as a PCR is. */
  public static final NvType EXTEND = NAMES.name("EXTEND", 0x4);

  /** TPM_NT_PIN_FAIL: {@link NvPinCounterParameters} that count wrong uses of the password. */
  public static final NvType PIN_FAIL = NAMES.name("PIN_FAIL", 0x8);

  /** TPM_NT_PIN_PASS: {@link NvPinCounterParameters} that count right uses of the password. */
  public static final NvType PIN_PASS = NAMES.name("PIN_PASS", 0x9);

  /**
   * Checks that it fits its four bits.
   *
   * @throws IllegalArgumentException if it does not
   */
  public NvType {
    if (value < 0 || value > 0xf) {
      throw new IllegalArgumentException("TPM_NT is 0 to 15, was " + value);
    }
  }

  /** The constant with this name, with or without {@code TPM_NT_}, in either case. */
  public static Optional<NvType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
