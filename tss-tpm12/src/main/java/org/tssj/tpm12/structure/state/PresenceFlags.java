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
public record PresenceFlags(int bits) implements WireBits {

  /** No bit. */
  public static final PresenceFlags NONE = new PresenceFlags(0);

  /** TPM_PHYSICAL_PRESENCE_LOCK: keeps presence as it is until the next TPM_Startup(ST_CLEAR). */
  public static final PresenceFlags LOCK = new PresenceFlags(0x0004);

  /** TPM_PHYSICAL_PRESENCE_PRESENT: somebody is present. */
  public static final PresenceFlags PRESENT = new PresenceFlags(0x0008);

  /** TPM_PHYSICAL_PRESENCE_NOTPRESENT: nobody is present. */
  public static final PresenceFlags NOTPRESENT = new PresenceFlags(0x0010);

  /** TPM_PHYSICAL_PRESENCE_CMD_ENABLE: presence may be said by command. */
  public static final PresenceFlags CMD_ENABLE = new PresenceFlags(0x0020);

  /** TPM_PHYSICAL_PRESENCE_HW_ENABLE: presence may be shown by a pin. */
  public static final PresenceFlags HW_ENABLE = new PresenceFlags(0x0040);

  /**
   * TPM_PHYSICAL_PRESENCE_LIFETIME_LOCK: fixes both enablings <b>for ever</b>. Nothing takes it
   * back.
   */
  public static final PresenceFlags LIFETIME_LOCK = new PresenceFlags(0x0080);

  /** TPM_PHYSICAL_PRESENCE_CMD_DISABLE: presence may not be said by command. */
  public static final PresenceFlags CMD_DISABLE = new PresenceFlags(0x0100);

  /** TPM_PHYSICAL_PRESENCE_HW_DISABLE: presence may not be shown by a pin. */
  public static final PresenceFlags HW_DISABLE = new PresenceFlags(0x0200);

  /** TPM_PHYSICAL_PRESENCE: two octets. */
  public static final Codec<PresenceFlags> CODEC =
      Codecs.bits16("TPM_PHYSICAL_PRESENCE", PresenceFlags::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(PresenceFlags others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public PresenceFlags with(PresenceFlags others) {
    return new PresenceFlags(bits | others.bits);
  }

  /** These without {@code others}. */
  public PresenceFlags without(PresenceFlags others) {
    return new PresenceFlags(bits & ~others.bits);
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
