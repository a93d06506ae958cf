package org.tssj.tpm20.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_PT_PCR: a property that some PCRs have and others do not.
 *
 * @param value 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 6.14 TPM_PT_PCR"
 */
public record PcrPropertyTag(int value) implements WireNumber {

  private static final NumberNames<PcrPropertyTag> NAMES =
      new NumberNames<>("TPM_PT_PCR_", 8, PcrPropertyTag::new);

  /** TPM_PT_PCR_SAVE: kept by TPM2_Shutdown(STATE). */
  public static final PcrPropertyTag SAVE = NAMES.name("SAVE", 0x00000000);

  /** TPM_PT_PCR_EXTEND_L0: may be extended from locality 0. */
  public static final PcrPropertyTag EXTEND_L0 = NAMES.name("EXTEND_L0", 0x00000001);

  /** TPM_PT_PCR_RESET_L0: may be reset from locality 0. */
  public static final PcrPropertyTag RESET_L0 = NAMES.name("RESET_L0", 0x00000002);

  /** TPM_PT_PCR_EXTEND_L1: may be extended from locality 1. */
  public static final PcrPropertyTag EXTEND_L1 = NAMES.name("EXTEND_L1", 0x00000003);

  /** TPM_PT_PCR_RESET_L1: may be reset from locality 1. */
  public static final PcrPropertyTag RESET_L1 = NAMES.name("RESET_L1", 0x00000004);

  /** TPM_PT_PCR_EXTEND_L2: may be extended from locality 2. */
  public static final PcrPropertyTag EXTEND_L2 = NAMES.name("EXTEND_L2", 0x00000005);

  /** TPM_PT_PCR_RESET_L2: may be reset from locality 2. */
  public static final PcrPropertyTag RESET_L2 = NAMES.name("RESET_L2", 0x00000006);

  /** TPM_PT_PCR_EXTEND_L3: may be extended from locality 3. */
  public static final PcrPropertyTag EXTEND_L3 = NAMES.name("EXTEND_L3", 0x00000007);

  /** TPM_PT_PCR_RESET_L3: may be reset from locality 3. */
  public static final PcrPropertyTag RESET_L3 = NAMES.name("RESET_L3", 0x00000008);

  /** TPM_PT_PCR_EXTEND_L4: may be extended from locality 4. */
  public static final PcrPropertyTag EXTEND_L4 = NAMES.name("EXTEND_L4", 0x00000009);

  /** TPM_PT_PCR_RESET_L4: may be reset from locality 4. */
  public static final PcrPropertyTag RESET_L4 = NAMES.name("RESET_L4", 0x0000000a);

  /** TPM_PT_PCR_NO_INCREMENT: does not count in the PCR update counter. */
  public static final PcrPropertyTag NO_INCREMENT = NAMES.name("NO_INCREMENT", 0x00000011);

  /** TPM_PT_PCR_DRTM_RESET: set to zero by a measured launch (D-RTM). */
  public static final PcrPropertyTag DRTM_RESET = NAMES.name("DRTM_RESET", 0x00000012);

  /** TPM_PT_PCR_POLICY: belongs to a group that has a policy. */
  public static final PcrPropertyTag POLICY = NAMES.name("POLICY", 0x00000013);

  /** TPM_PT_PCR_AUTH: belongs to a group that has a password. */
  public static final PcrPropertyTag AUTH = NAMES.name("AUTH", 0x00000014);

  /** TPM_PT_PCR: four octets. */
  public static final Codec<PcrPropertyTag> CODEC =
      Codecs.number32("TPM_PT_PCR", PcrPropertyTag::new);

  /** The constant with this name, with or without {@code TPM_PT_PCR_}, in either case. */
  public static Optional<PcrPropertyTag> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
