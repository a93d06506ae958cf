package org.tssj.tpm12.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_CAPABILITY_AREA: what TPM_GetCapability is asked about.
 *
 * <p>{@link Capability} pairs each with its sub-capability and the type of its answer.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 21.1 TPM_CAPABILITY_AREA for TPM_GetCapability"
 */
public record CapabilityArea(int value) implements WireNumber {

  private static final NumberNames<CapabilityArea> NAMES =
      new NumberNames<>("TPM_CAP_", 8, CapabilityArea::new);

  /** TPM_CAP_ORD: whether the TPM knows an ordinal. */
  public static final CapabilityArea ORD = NAMES.name("ORD", 0x1);

  /** TPM_CAP_ALG: whether it knows an asymmetric algorithm. */
  public static final CapabilityArea ALG = NAMES.name("ALG", 0x2);

  /** TPM_CAP_PID: whether it knows a protocol. */
  public static final CapabilityArea PID = NAMES.name("PID", 0x3);

  /** TPM_CAP_FLAG: its permanent or volatile flags. */
  public static final CapabilityArea FLAG = NAMES.name("FLAG", 0x4);

  /** TPM_CAP_PROPERTY: a number or truth value, see {@link CapProperty}. */
  public static final CapabilityArea PROPERTY = NAMES.name("PROPERTY", 0x5);

  /** TPM_CAP_VERSION: 1.1 and a firmware revision, for software of TPM 1.1. */
  public static final CapabilityArea VERSION = NAMES.name("VERSION", 0x6);

  /** TPM_CAP_KEY_HANDLE: handles of loaded keys; {@link #HANDLE} replaces it. */
  public static final CapabilityArea KEY_HANDLE = NAMES.name("KEY_HANDLE", 0x7);

  /** TPM_CAP_CHECK_LOADED: whether there is room to load a key. */
  public static final CapabilityArea CHECK_LOADED = NAMES.name("CHECK_LOADED", 0x8);

  /** TPM_CAP_SYM_MODE: whether it knows a symmetric mode; no longer used. */
  public static final CapabilityArea SYM_MODE = NAMES.name("SYM_MODE", 0x9);

  /** TPM_CAP_KEY_STATUS: whether a loaded key is under the owner's control. */
  public static final CapabilityArea KEY_STATUS = NAMES.name("KEY_STATUS", 0xc);

  /** TPM_CAP_NV_LIST: the indices of all NV areas. */
  public static final CapabilityArea NV_LIST = NAMES.name("NV_LIST", 0xd);

  /** TPM_CAP_MFR: what the manufacturer likes to tell. */
  public static final CapabilityArea MFR = NAMES.name("MFR", 0x10);

  /** TPM_CAP_NV_INDEX: the public part of one NV area. */
  public static final CapabilityArea NV_INDEX = NAMES.name("NV_INDEX", 0x11);

  /** TPM_CAP_TRANS_ALG: whether transport sessions know an algorithm. */
  public static final CapabilityArea TRANS_ALG = NAMES.name("TRANS_ALG", 0x12);

  /** TPM_CAP_HANDLE: all handles of one kind. */
  public static final CapabilityArea HANDLE = NAMES.name("HANDLE", 0x14);

  /** TPM_CAP_TRANS_ES: whether transport sessions know an encryption scheme. */
  public static final CapabilityArea TRANS_ES = NAMES.name("TRANS_ES", 0x15);

  /** TPM_CAP_AUTH_ENCRYPT: whether OSAP encrypts new secrets with an algorithm. */
  public static final CapabilityArea AUTH_ENCRYPT = NAMES.name("AUTH_ENCRYPT", 0x17);

  /** TPM_CAP_SELECT_SIZE: whether PCR selections may have a length. */
  public static final CapabilityArea SELECT_SIZE = NAMES.name("SELECT_SIZE", 0x18);

  /** TPM_CAP_DA_LOGIC: the state of dictionary-attack protection. */
  public static final CapabilityArea DA_LOGIC = NAMES.name("DA_LOGIC", 0x19);

  /** TPM_CAP_VERSION_VAL: version, specification level, vendor. */
  public static final CapabilityArea VERSION_VAL = NAMES.name("VERSION_VAL", 0x1a);

  /** TPM_CAPABILITY_AREA: four octets. */
  public static final Codec<CapabilityArea> CODEC =
      Codecs.number32("TPM_CAPABILITY_AREA", CapabilityArea::new);

  /** The constant with this name, with or without {@code TPM_CAP_}, in either case. */
  public static Optional<CapabilityArea> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
