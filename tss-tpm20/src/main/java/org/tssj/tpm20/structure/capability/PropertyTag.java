package org.tssj.tpm20.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_PT: a property of the TPM as a whole. From 0x100 on they are fixed, from 0x200 on they
 * change.
 *
 * @param value 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 6.13 TPM_PT"
 */
public record PropertyTag(int value) implements WireNumber {

  private static final NumberNames<PropertyTag> NAMES =
      new NumberNames<>("TPM_PT_", 8, PropertyTag::new);

  /** TPM_PT_NONE: no property. */
  public static final PropertyTag NONE = NAMES.name("NONE", 0x00000000);

  /** TPM_PT_FAMILY_INDICATOR: the family, text: {@code 2.0}. */
  public static final PropertyTag FAMILY_INDICATOR = NAMES.name("FAMILY_INDICATOR", 0x00000100);

  /** TPM_PT_LEVEL: the level of the specification. */
  public static final PropertyTag LEVEL = NAMES.name("LEVEL", 0x00000101);

  /** TPM_PT_REVISION: the revision of the specification times 100. */
  public static final PropertyTag REVISION = NAMES.name("REVISION", 0x00000102);

  /** TPM_PT_ERRATA: the errata version, since 1.85; {@link #DAY_OF_YEAR} before. */
  public static final PropertyTag ERRATA = NAMES.name("ERRATA", 0x00000103);

  /** TPM_PT_DAY_OF_YEAR: the day of the specification; called {@link #ERRATA} since 1.85. */
  public static final PropertyTag DAY_OF_YEAR = NAMES.name("DAY_OF_YEAR", 0x00000103);

  /** TPM_PT_YEAR: the year of the specification; 0 since 1.85. */
  public static final PropertyTag YEAR = NAMES.name("YEAR", 0x00000104);

  /** TPM_PT_MANUFACTURER: the vendor's identifier, text: {@code IFX}, {@code IBM}. */
  public static final PropertyTag MANUFACTURER = NAMES.name("MANUFACTURER", 0x00000105);

  /** TPM_PT_VENDOR_STRING_1: the first four characters of the vendor's text. */
  public static final PropertyTag VENDOR_STRING_1 = NAMES.name("VENDOR_STRING_1", 0x00000106);

  /** TPM_PT_VENDOR_STRING_2: the second four characters of the vendor's text. */
  public static final PropertyTag VENDOR_STRING_2 = NAMES.name("VENDOR_STRING_2", 0x00000107);

  /** TPM_PT_VENDOR_STRING_3: the third four characters of the vendor's text. */
  public static final PropertyTag VENDOR_STRING_3 = NAMES.name("VENDOR_STRING_3", 0x00000108);

  /** TPM_PT_VENDOR_STRING_4: the last four characters of the vendor's text. */
  public static final PropertyTag VENDOR_STRING_4 = NAMES.name("VENDOR_STRING_4", 0x00000109);

  /** TPM_PT_VENDOR_TPM_TYPE: the vendor's number for this model. */
  public static final PropertyTag VENDOR_TPM_TYPE = NAMES.name("VENDOR_TPM_TYPE", 0x0000010a);

  /** TPM_PT_FIRMWARE_VERSION_1: the upper half of the firmware's version, in the vendor's form. */
  public static final PropertyTag FIRMWARE_VERSION_1 = NAMES.name("FIRMWARE_VERSION_1", 0x0000010b);

  /** TPM_PT_FIRMWARE_VERSION_2: the lower half of the firmware's version, in the vendor's form. */
  public static final PropertyTag FIRMWARE_VERSION_2 = NAMES.name("FIRMWARE_VERSION_2", 0x0000010c);

  /** TPM_PT_INPUT_BUFFER: octets that a TPM2B_MAX_BUFFER takes. */
  public static final PropertyTag INPUT_BUFFER = NAMES.name("INPUT_BUFFER", 0x0000010d);

  /** TPM_PT_HR_TRANSIENT_MIN: transient objects that fit at the same time, at least. */
  public static final PropertyTag HR_TRANSIENT_MIN = NAMES.name("HR_TRANSIENT_MIN", 0x0000010e);

  /** TPM_PT_HR_PERSISTENT_MIN: persistent objects that fit, at least. */
  public static final PropertyTag HR_PERSISTENT_MIN = NAMES.name("HR_PERSISTENT_MIN", 0x0000010f);

  /** TPM_PT_HR_LOADED_MIN: loaded sessions that fit at the same time, at least. */
  public static final PropertyTag HR_LOADED_MIN = NAMES.name("HR_LOADED_MIN", 0x00000110);

  /** TPM_PT_ACTIVE_SESSIONS_MAX: sessions, loaded and saved, at most. */
  public static final PropertyTag ACTIVE_SESSIONS_MAX =
      NAMES.name("ACTIVE_SESSIONS_MAX", 0x00000111);

  /** TPM_PT_PCR_COUNT: PCRs there are. */
  public static final PropertyTag PCR_COUNT = NAMES.name("PCR_COUNT", 0x00000112);

  /** TPM_PT_PCR_SELECT_MIN: octets a PCR bitmap has, at least. */
  public static final PropertyTag PCR_SELECT_MIN = NAMES.name("PCR_SELECT_MIN", 0x00000113);

  /** TPM_PT_CONTEXT_GAP_MAX: how far saved sessions may be apart. */
  public static final PropertyTag CONTEXT_GAP_MAX = NAMES.name("CONTEXT_GAP_MAX", 0x00000114);

  /** TPM_PT_NV_COUNTERS_MAX: NV counters, at most; 0 for no limit but space. */
  public static final PropertyTag NV_COUNTERS_MAX = NAMES.name("NV_COUNTERS_MAX", 0x00000116);

  /** TPM_PT_NV_INDEX_MAX: octets of an NV index, at most. */
  public static final PropertyTag NV_INDEX_MAX = NAMES.name("NV_INDEX_MAX", 0x00000117);

  /** TPM_PT_MEMORY: how memory is shared: TPMA_MEMORY. */
  public static final PropertyTag MEMORY = NAMES.name("MEMORY", 0x00000118);

  /** TPM_PT_CLOCK_UPDATE: milliseconds between writes of the clock to NV. */
  public static final PropertyTag CLOCK_UPDATE = NAMES.name("CLOCK_UPDATE", 0x00000119);

  /** TPM_PT_CONTEXT_HASH: the hash that protects saved contexts: TPM_ALG_ID. */
  public static final PropertyTag CONTEXT_HASH = NAMES.name("CONTEXT_HASH", 0x0000011a);

  /** TPM_PT_CONTEXT_SYM: the cipher that protects saved contexts: TPM_ALG_ID. */
  public static final PropertyTag CONTEXT_SYM = NAMES.name("CONTEXT_SYM", 0x0000011b);

  /** TPM_PT_CONTEXT_SYM_SIZE: bits of that cipher's key. */
  public static final PropertyTag CONTEXT_SYM_SIZE = NAMES.name("CONTEXT_SYM_SIZE", 0x0000011c);

  /** TPM_PT_ORDERLY_COUNT: counts between writes of an orderly counter to NV. */
  public static final PropertyTag ORDERLY_COUNT = NAMES.name("ORDERLY_COUNT", 0x0000011d);

  /** TPM_PT_MAX_COMMAND_SIZE: octets of a command, at most. */
  public static final PropertyTag MAX_COMMAND_SIZE = NAMES.name("MAX_COMMAND_SIZE", 0x0000011e);

  /** TPM_PT_MAX_RESPONSE_SIZE: octets of a response, at most. */
  public static final PropertyTag MAX_RESPONSE_SIZE = NAMES.name("MAX_RESPONSE_SIZE", 0x0000011f);

  /** TPM_PT_MAX_DIGEST: octets of the largest digest. */
  public static final PropertyTag MAX_DIGEST = NAMES.name("MAX_DIGEST", 0x00000120);

  /** TPM_PT_MAX_OBJECT_CONTEXT: octets of a saved object, at most. */
  public static final PropertyTag MAX_OBJECT_CONTEXT = NAMES.name("MAX_OBJECT_CONTEXT", 0x00000121);

  /** TPM_PT_MAX_SESSION_CONTEXT: octets of a saved session, at most. */
  public static final PropertyTag MAX_SESSION_CONTEXT =
      NAMES.name("MAX_SESSION_CONTEXT", 0x00000122);

  /** TPM_PT_PS_FAMILY_INDICATOR: the platform's specification: TPM_PS. */
  public static final PropertyTag PS_FAMILY_INDICATOR =
      NAMES.name("PS_FAMILY_INDICATOR", 0x00000123);

  /** TPM_PT_PS_LEVEL: the level of the platform's specification. */
  public static final PropertyTag PS_LEVEL = NAMES.name("PS_LEVEL", 0x00000124);

  /** TPM_PT_PS_REVISION: the revision of the platform's specification times 100. */
  public static final PropertyTag PS_REVISION = NAMES.name("PS_REVISION", 0x00000125);

  /** TPM_PT_PS_DAY_OF_YEAR: the day of the platform's specification. */
  public static final PropertyTag PS_DAY_OF_YEAR = NAMES.name("PS_DAY_OF_YEAR", 0x00000126);

  /** TPM_PT_PS_YEAR: the year of the platform's specification. */
  public static final PropertyTag PS_YEAR = NAMES.name("PS_YEAR", 0x00000127);

  /** TPM_PT_SPLIT_MAX: split signing operations (ECDAA) at the same time, at most. */
  public static final PropertyTag SPLIT_MAX = NAMES.name("SPLIT_MAX", 0x00000128);

  /** TPM_PT_TOTAL_COMMANDS: commands there are. */
  public static final PropertyTag TOTAL_COMMANDS = NAMES.name("TOTAL_COMMANDS", 0x00000129);

  /** TPM_PT_LIBRARY_COMMANDS: commands of the library specification. */
  public static final PropertyTag LIBRARY_COMMANDS = NAMES.name("LIBRARY_COMMANDS", 0x0000012a);

  /** TPM_PT_VENDOR_COMMANDS: commands of the vendor. */
  public static final PropertyTag VENDOR_COMMANDS = NAMES.name("VENDOR_COMMANDS", 0x0000012b);

  /** TPM_PT_NV_BUFFER_MAX: octets of one NV read or write, at most. */
  public static final PropertyTag NV_BUFFER_MAX = NAMES.name("NV_BUFFER_MAX", 0x0000012c);

  /** TPM_PT_MODES: modes of operation: TPMA_MODES. */
  public static final PropertyTag MODES = NAMES.name("MODES", 0x0000012d);

  /** TPM_PT_MAX_CAP_BUFFER: octets of a TPMS_CAPABILITY_DATA, at most. */
  public static final PropertyTag MAX_CAP_BUFFER = NAMES.name("MAX_CAP_BUFFER", 0x0000012e);

  /** TPM_PT_FIRMWARE_SVN: the security version of the firmware. */
  public static final PropertyTag FIRMWARE_SVN = NAMES.name("FIRMWARE_SVN", 0x0000012f);

  /** TPM_PT_FIRMWARE_MAX_SVN: the highest security version the TPM has had. */
  public static final PropertyTag FIRMWARE_MAX_SVN = NAMES.name("FIRMWARE_MAX_SVN", 0x00000130);

  /**
   * TPM_PT_ML_PARAMETER_SETS: parameter sets of ML-KEM and ML-DSA: TPMA_ML_PARAMETER_SET, since
   * 1.85.
   */
  public static final PropertyTag ML_PARAMETER_SETS = NAMES.name("ML_PARAMETER_SETS", 0x00000131);

  /** TPM_PT_PERMANENT: attributes that outlive a reset: TPMA_PERMANENT. */
  public static final PropertyTag PERMANENT = NAMES.name("PERMANENT", 0x00000200);

  /** TPM_PT_STARTUP_CLEAR: attributes that a reset sets back: TPMA_STARTUP_CLEAR. */
  public static final PropertyTag STARTUP_CLEAR = NAMES.name("STARTUP_CLEAR", 0x00000201);

  /** TPM_PT_HR_NV_INDEX: NV indices there are. */
  public static final PropertyTag HR_NV_INDEX = NAMES.name("HR_NV_INDEX", 0x00000202);

  /** TPM_PT_HR_LOADED: sessions loaded. */
  public static final PropertyTag HR_LOADED = NAMES.name("HR_LOADED", 0x00000203);

  /** TPM_PT_HR_LOADED_AVAIL: sessions that can still be loaded. */
  public static final PropertyTag HR_LOADED_AVAIL = NAMES.name("HR_LOADED_AVAIL", 0x00000204);

  /** TPM_PT_HR_ACTIVE: sessions active, loaded and saved. */
  public static final PropertyTag HR_ACTIVE = NAMES.name("HR_ACTIVE", 0x00000205);

  /** TPM_PT_HR_ACTIVE_AVAIL: sessions that can still be made. */
  public static final PropertyTag HR_ACTIVE_AVAIL = NAMES.name("HR_ACTIVE_AVAIL", 0x00000206);

  /** TPM_PT_HR_TRANSIENT_AVAIL: transient objects that can still be loaded. */
  public static final PropertyTag HR_TRANSIENT_AVAIL = NAMES.name("HR_TRANSIENT_AVAIL", 0x00000207);

  /** TPM_PT_HR_PERSISTENT: persistent objects there are. */
  public static final PropertyTag HR_PERSISTENT = NAMES.name("HR_PERSISTENT", 0x00000208);

  /** TPM_PT_HR_PERSISTENT_AVAIL: persistent objects that still fit. */
  public static final PropertyTag HR_PERSISTENT_AVAIL =
      NAMES.name("HR_PERSISTENT_AVAIL", 0x00000209);

  /** TPM_PT_NV_COUNTERS: NV counters there are. */
  public static final PropertyTag NV_COUNTERS = NAMES.name("NV_COUNTERS", 0x0000020a);

  /** TPM_PT_NV_COUNTERS_AVAIL: NV counters that can still be made. */
  public static final PropertyTag NV_COUNTERS_AVAIL = NAMES.name("NV_COUNTERS_AVAIL", 0x0000020b);

  /** TPM_PT_ALGORITHM_SET: the vendor's set of algorithms that is in use. */
  public static final PropertyTag ALGORITHM_SET = NAMES.name("ALGORITHM_SET", 0x0000020c);

  /** TPM_PT_LOADED_CURVES: curves that can be used. */
  public static final PropertyTag LOADED_CURVES = NAMES.name("LOADED_CURVES", 0x0000020d);

  /** TPM_PT_LOCKOUT_COUNTER: wrong authorizations that count at the moment. */
  public static final PropertyTag LOCKOUT_COUNTER = NAMES.name("LOCKOUT_COUNTER", 0x0000020e);

  /** TPM_PT_MAX_AUTH_FAIL: wrong authorizations before the TPM locks itself. */
  public static final PropertyTag MAX_AUTH_FAIL = NAMES.name("MAX_AUTH_FAIL", 0x0000020f);

  /** TPM_PT_LOCKOUT_INTERVAL: seconds until one wrong authorization is forgotten. */
  public static final PropertyTag LOCKOUT_INTERVAL = NAMES.name("LOCKOUT_INTERVAL", 0x00000210);

  /** TPM_PT_LOCKOUT_RECOVERY: seconds until the lockout password may be tried again. */
  public static final PropertyTag LOCKOUT_RECOVERY = NAMES.name("LOCKOUT_RECOVERY", 0x00000211);

  /** TPM_PT_NV_WRITE_RECOVERY: milliseconds until NV can be written again. */
  public static final PropertyTag NV_WRITE_RECOVERY = NAMES.name("NV_WRITE_RECOVERY", 0x00000212);

  /** TPM_PT_AUDIT_COUNTER_0: the upper half of the command audit counter. */
  public static final PropertyTag AUDIT_COUNTER_0 = NAMES.name("AUDIT_COUNTER_0", 0x00000213);

  /** TPM_PT_AUDIT_COUNTER_1: the lower half of the command audit counter. */
  public static final PropertyTag AUDIT_COUNTER_1 = NAMES.name("AUDIT_COUNTER_1", 0x00000214);

  /** TPM_PT: four octets. */
  public static final Codec<PropertyTag> CODEC = Codecs.number32("TPM_PT", PropertyTag::new);

  /** The constant with this name, with or without {@code TPM_PT_}, in either case. */
  public static Optional<PropertyTag> named(String name) {
    return NAMES.named(name);
  }

  /** Whether its value stays as it is while the firmware does. */
  public boolean isFixed() {
    return value >>> 8 == 1;
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
