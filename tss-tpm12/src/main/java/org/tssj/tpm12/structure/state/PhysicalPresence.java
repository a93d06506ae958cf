package org.tssj.tpm12.structure.state;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_PHYSICAL_PRESENCE: what TSC_PhysicalPresence is to do.
 *
 * <p>Either the enabling of the two ways to show presence (bits 5, 6, 8, 9 and the lifetime lock),
 * or a statement that somebody is or is not present, never both in one command.
 *
 * @param bits 16 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 4.9 TPM_PHYSICAL_PRESENCE"
 */
public record PhysicalPresence(int bits) implements WireBits {

  /** No bit. */
  public static final PhysicalPresence NONE = new PhysicalPresence(0);

  /** TPM_PHYSICAL_PRESENCE_LOCK: keeps presence as it is until the next TPM_Startup(ST_CLEAR). */
  public static final PhysicalPresence LOCK = new PhysicalPresence(0x0004);

  /** TPM_PHYSICAL_PRESENCE_PRESENT: somebody is present. */
  public static final PhysicalPresence PRESENT = new PhysicalPresence(0x0008);

  /** TPM_PHYSICAL_PRESENCE_NOTPRESENT: nobody is present. */
  public static final PhysicalPresence NOTPRESENT = new PhysicalPresence(0x0010);

  /** TPM_PHYSICAL_PRESENCE_CMD_ENABLE: presence may be said by command. */
  public static final PhysicalPresence CMD_ENABLE = new PhysicalPresence(0x0020);

  /** TPM_PHYSICAL_PRESENCE_HW_ENABLE: presence may be shown by a pin. */
  public static final PhysicalPresence HW_ENABLE = new PhysicalPresence(0x0040);

  /**
   * TPM_PHYSICAL_PRESENCE_LIFETIME_LOCK: fixes both enablings <b>for ever</b>. Nothing takes it
   * back.
   */
  public static final PhysicalPresence LIFETIME_LOCK = new PhysicalPresence(0x0080);

  /** TPM_PHYSICAL_PRESENCE_CMD_DISABLE: presence may not be said by command. */
  public static final PhysicalPresence CMD_DISABLE = new PhysicalPresence(0x0100);

  /** TPM_PHYSICAL_PRESENCE_HW_DISABLE: presence may not be shown by a pin. */
  public static final PhysicalPresence HW_DISABLE = new PhysicalPresence(0x0200);

  /** TPM_PHYSICAL_PRESENCE: two octets. */
  public static final Codec<PhysicalPresence> CODEC =
      Codecs.bits16("TPM_PHYSICAL_PRESENCE", PhysicalPresence::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(PhysicalPresence others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public PhysicalPresence with(PhysicalPresence others) {
    return new PhysicalPresence(bits | others.bits);
  }

  /** These without {@code others}. */
  public PhysicalPresence without(PhysicalPresence others) {
    return new PhysicalPresence(bits & ~others.bits);
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "",
        "",
        "TPM_PHYSICAL_PRESENCE_LOCK",
        "TPM_PHYSICAL_PRESENCE_PRESENT",
        "TPM_PHYSICAL_PRESENCE_NOTPRESENT",
        "TPM_PHYSICAL_PRESENCE_CMD_ENABLE",
        "TPM_PHYSICAL_PRESENCE_HW_ENABLE",
        "TPM_PHYSICAL_PRESENCE_LIFETIME_LOCK",
        "TPM_PHYSICAL_PRESENCE_CMD_DISABLE",
        "TPM_PHYSICAL_PRESENCE_HW_DISABLE");
  }
}
