package org.tssj.tpm20.structure.capability;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_STARTUP_CLEAR: what TPM2_Startup(CLEAR) sets back: the value of the property
 * TPM_PT_STARTUP_CLEAR.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.7 TPMA_STARTUP_CLEAR"
 */
public record StartupClearAttributes(int bits) implements WireBits {

  /** phEnable: the platform hierarchy is enabled. */
  public static final StartupClearAttributes PH_ENABLE = new StartupClearAttributes(1);

  /** shEnable: the storage hierarchy is enabled. */
  public static final StartupClearAttributes SH_ENABLE = new StartupClearAttributes(1 << 1);

  /** ehEnable: the endorsement hierarchy is enabled. */
  public static final StartupClearAttributes EH_ENABLE = new StartupClearAttributes(1 << 2);

  /** phEnableNV: NV indices that the platform made are enabled. */
  public static final StartupClearAttributes PH_ENABLE_NV = new StartupClearAttributes(1 << 3);

  /** readOnly: the TPM is in read-only mode. */
  public static final StartupClearAttributes READ_ONLY = new StartupClearAttributes(1 << 4);

  /** orderly: the last shutdown was announced by TPM2_Shutdown. */
  public static final StartupClearAttributes ORDERLY = new StartupClearAttributes(1 << 31);

  /** TPMA_STARTUP_CLEAR: four octets. */
  public static final Codec<StartupClearAttributes> CODEC =
      Codecs.bits32("TPMA_STARTUP_CLEAR", StartupClearAttributes::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(StartupClearAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** The platform hierarchy is enabled. */
  public boolean phEnable() {
    return has(PH_ENABLE);
  }

  /** The storage hierarchy is enabled. */
  public boolean shEnable() {
    return has(SH_ENABLE);
  }

  /** The endorsement hierarchy is enabled. */
  public boolean ehEnable() {
    return has(EH_ENABLE);
  }

  /** NV indices that the platform made are enabled. */
  public boolean phEnableNV() {
    return has(PH_ENABLE_NV);
  }

  /** The TPM is in read-only mode. */
  public boolean readOnly() {
    return has(READ_ONLY);
  }

  /** The last shutdown was announced by TPM2_Shutdown. */
  public boolean orderly() {
    return has(ORDERLY);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "phEnable",
        "shEnable",
        "ehEnable",
        "phEnableNV",
        "readOnly",
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
        "orderly");
  }
}
