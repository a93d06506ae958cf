package org.tssj.tpm20.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_CAP: what TPM2_GetCapability is asked for.
 *
 * @param value 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 6.12 TPM_CAP"
 */
public record Capability(int value) implements WireNumber {

  private static final NumberNames<Capability> NAMES =
      new NumberNames<>("TPM_CAP_", 8, Capability::new);

  /** TPM_CAP_ALGS: algorithms and their attributes, by TPM_ALG_ID. */
  public static final Capability ALGS = NAMES.name("ALGS", 0x00000000);

  /** TPM_CAP_HANDLES: handles in use, by handle. */
  public static final Capability HANDLES = NAMES.name("HANDLES", 0x00000001);

  /** TPM_CAP_COMMANDS: commands and their attributes, by TPM_CC. */
  public static final Capability COMMANDS = NAMES.name("COMMANDS", 0x00000002);

  /** TPM_CAP_PP_COMMANDS: commands that need physical presence, by TPM_CC. */
  public static final Capability PP_COMMANDS = NAMES.name("PP_COMMANDS", 0x00000003);

  /** TPM_CAP_AUDIT_COMMANDS: commands that are audited, by TPM_CC. */
  public static final Capability AUDIT_COMMANDS = NAMES.name("AUDIT_COMMANDS", 0x00000004);

  /** TPM_CAP_PCRS: PCRs per bank. */
  public static final Capability PCRS = NAMES.name("PCRS", 0x00000005);

  /** TPM_CAP_TPM_PROPERTIES: properties of the TPM, by TPM_PT. */
  public static final Capability TPM_PROPERTIES = NAMES.name("TPM_PROPERTIES", 0x00000006);

  /** TPM_CAP_PCR_PROPERTIES: properties of PCRs, by TPM_PT_PCR. */
  public static final Capability PCR_PROPERTIES = NAMES.name("PCR_PROPERTIES", 0x00000007);

  /** TPM_CAP_ECC_CURVES: curves, by TPM_ECC_CURVE. */
  public static final Capability ECC_CURVES = NAMES.name("ECC_CURVES", 0x00000008);

  /** TPM_CAP_AUTH_POLICIES: policies of hierarchies, by handle. */
  public static final Capability AUTH_POLICIES = NAMES.name("AUTH_POLICIES", 0x00000009);

  /** TPM_CAP_ACT: authenticated countdown timers, by handle. */
  public static final Capability ACT = NAMES.name("ACT", 0x0000000a);

  /** TPM_CAP_PUB_KEYS: public keys of the TPM itself, by TPM_PUB_KEY. */
  public static final Capability PUB_KEYS = NAMES.name("PUB_KEYS", 0x0000000b);

  /** TPM_CAP_SPDM_SESSION_INFO: the secure channel the command came through. */
  public static final Capability SPDM_SESSION_INFO = NAMES.name("SPDM_SESSION_INFO", 0x0000000c);

  /** TPM_CAP_VENDOR_PROPERTY: whatever the vendor wants to tell. */
  public static final Capability VENDOR_PROPERTY = NAMES.name("VENDOR_PROPERTY", 0x00000100);

  /** TPM_CAP: four octets. */
  public static final Codec<Capability> CODEC = Codecs.number32("TPM_CAP", Capability::new);

  /** The constant with this name, with or without {@code TPM_CAP_}, in either case. */
  public static Optional<Capability> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
