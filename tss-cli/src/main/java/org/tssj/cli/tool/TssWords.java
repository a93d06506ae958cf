package org.tssj.cli.tool;

/**
 * What trousers' libtspi 0.3.15 says about each result it knows, letter for letter, misspellings
 * included: scripts look for these words.
 */
final class TssWords {

  private TssWords() {}

  /** The words for a result, {@code Unknown} for one without. */
  static String of(long result) {
    int code = (int) (result & 0xfff);
    return switch ((int) (result >> 12) & 0xf) {
      case 0 -> tpm(code);
      case 1 -> tddl(code);
      case 2 -> tcs(code);
      case 3 -> tsp(code);
      default -> "Unknown";
    };
  }

  /** The TPM itself. */
  private static String tpm(int code) {
    return switch (code) {
      case 0x000 -> "Success";
      case 0x001 -> "Authentication failed";
      case 0x002 -> "Bad memory index";
      case 0x003 -> "Bad Parameter";
      case 0x004 -> "Audit failure";
      case 0x005 -> "Clear has been disabled";
      case 0x006 -> "TPM is deactivated";
      case 0x007 -> "TPM is disabled";
      case 0x008 -> "The TPM target command has been disabled";
      case 0x009 -> "Operation failed";
      case 0x00a -> "Ordinal was unknown or inconsistent";
      case 0x00b -> "Owner install disabled";
      case 0x00c -> "Invalid keyhandle";
      case 0x00d -> "Key not found";
      case 0x00e -> "Bad encryption scheme";
      case 0x00f -> "Migration authorization failed";
      case 0x010 -> "PCR information uninterpretable";
      case 0x011 -> "No space to load key";
      case 0x012 -> "No SRK";
      case 0x013 -> "Encrypted blob invalid";
      case 0x014 -> "Owner already set";
      case 0x015 -> "Insufficient TPM resources";
      case 0x016 -> "Random string too short";
      case 0x017 -> "TPM out of space";
      case 0x018 -> "Wrong PCR value";
      case 0x019 -> "Bad input size";
      case 0x01a -> "No existing SHA-1 thread";
      case 0x01b -> "SHA-1 error";
      case 0x01c -> "Self-test failed, TPM shutdown";
      case 0x01d -> "Second authorization session failed";
      case 0x01e -> "Invalid tag";
      case 0x01f -> "I/O error";
      case 0x020 -> "Encryption error";
      case 0x021 -> "Decryption error";
      case 0x022 -> "Invalid authorization handle";
      case 0x023 -> "No EK";
      case 0x024 -> "Invalid key usage";
      case 0x025 -> "Invalid entity type";
      case 0x026 -> "Invalid POST init sequence";
      case 0x027 -> "Invalid signature format";
      case 0x028 -> "Unsupported key parameters";
      case 0x029 -> "Invalid migration properties";
      case 0x02a -> "Invalid signature or encryption scheme";
      case 0x02b -> "Invalid data size";
      case 0x02c -> "Bad mode parameter";
      case 0x02d -> "Bad physical presence value";
      case 0x02e -> "Invalid version";
      case 0x02f -> "TPM does not allow for wrapped transport sessions";
      case 0x030 ->
          "TPM audit construction failed and the underlying command was returning a failure code"
              + " also";
      case 0x031 ->
          "TPM audit construction failed and the underlying command was returning success";
      case 0x032 -> "Attempt to reset a PCR register that does not have the resettable attribute";
      case 0x033 ->
          "Attempt to reset a PCR register that requires locality and locality modifier not part of"
              + " command transport";
      case 0x034 -> "Make identity blob not properly typed";
      case 0x035 -> "When saving context identified resource type does not match actual resource";
      case 0x036 -> "TPM is attempting to execute a command only available when in FIPS mode";
      case 0x037 -> "Command is attempting to use an invalid family ID";
      case 0x038 -> "Permission to manipulate the NV storage is not available";
      case 0x039 -> "Operation requires a signed command";
      case 0x03a -> "Wrong operation to load an NV key";
      case 0x03b -> "NV_LoadKey blob requires both owner and blob authorization";
      case 0x03c -> "NV area is locked and not writable";
      case 0x03d -> "Locality is incorrect for attempted operation";
      case 0x03e -> "NV area is read only and can't be written to";
      case 0x03f -> "There is no protection on write to NV area";
      case 0x040 -> "Family count value does not match";
      case 0x041 -> "NV area has already been written to";
      case 0x042 -> "NV area attributes conflict";
      case 0x043 -> "Structure tag and version are invalid or inconsistent";
      case 0x044 -> "Key is under control of TPM Owner and can only be evicted by TPM Owner";
      case 0x045 -> "Counter handle is incorrect";
      case 0x046 -> "Write is not a complete write of area";
      case 0x047 -> "Gap between saved context counts is too large";
      case 0x048 -> "Maximum number of NV writes without an owner has been exceeded";
      case 0x049 -> "No operator AuthData value is set";
      case 0x04a -> "Resource pointed to by context is not loaded";
      case 0x04b -> "Delegate administration is locked";
      case 0x04c -> "Attempt to manage a family other then delegated family";
      case 0x04d -> "Delegation table management not enabled";
      case 0x04e -> "A command was executed outside of an exclusive transport session";
      case 0x04f -> "Attempt to context save an owner evict-controlled key";
      case 0x050 -> "DAA command has no resources available to execute command";
      case 0x051 -> "Consistency check on DAA parameter inputData0 has failed";
      case 0x052 -> "Consistency check on DAA parameter inputData1 has failed";
      case 0x053 -> "Consistency check on DAA_issuerSettings has failed";
      case 0x054 -> "Consistency check on DAA_tpmSpecific has failed";
      case 0x055 -> "Atomic process indicated by submitted DAA command is not expected process";
      case 0x056 -> "Issuer's validity check has detected an inconsistency";
      case 0x057 -> "Consistency check on w has failed";
      case 0x058 -> "Handle is incorrect";
      case 0x059 -> "Delegation is not correct";
      case 0x05a -> "Context blob is invalid";
      case 0x05b -> "Too many contexts held by TPM";
      case 0x05c -> "Migration authority signature validation failure";
      case 0x05d -> "Migration destination not authenticated";
      case 0x05e -> "Migration source incorrect";
      case 0x05f -> "Incorrect migration authority";
      case 0x061 -> "Attempt to revoke EK but EK is not revocable";
      case 0x062 -> "Bad signature of CMK ticket";
      case 0x063 -> "No room in context list for additional contexts";
      case 0x800 -> "TPM busy: Retry command at a later time";
      case 0x801 -> "SelfTestFull has not been run";
      case 0x802 -> "TPM is currently executing a full selftest";
      case 0x803 -> "TPM is defending against dictionary attacks and is in some time-out period";
      default -> "Unknown";
    };
  }

  /** The driver library. */
  private static String tddl(int code) {
    return switch (code) {
      case 0x081 -> "Device already opened";
      case 0x082 -> "Device driver already closed";
      case 0x083 -> "Receive buffer too small";
      case 0x084 -> "Command has already completed";
      case 0x085 -> "TPM aborted processing of command";
      case 0x087 -> "I/O error";
      case 0x088 -> "Invalid or unsupported capability";
      case 0x089 -> "Connection to TPM device failed";
      default -> common(code);
    };
  }

  /** The daemon. */
  private static String tcs(int code) {
    return switch (code) {
      case 0x0c1 -> "Invalid context handle";
      case 0x0c2 -> "Invalid key handle";
      case 0x0c3 -> "Invalid authorization session handle";
      case 0x0c4 -> "Authorization session has been closed by TPM";
      case 0x0c5 -> "Invalid key";
      case 0x0c8 -> "UUID does not match key handle";
      case 0x0ca -> "Key load failed: parent key requires authorization";
      case 0x0cc -> "Reload of key context failed";
      case 0x0cd -> "Bad memory index";
      default -> common(code);
    };
  }

  /** The library in front of the daemon. */
  private static String tsp(int code) {
    return switch (code) {
      case 0x101 -> "Object type not valid for this operation";
      case 0x102 -> "Core service connection doesn't exist";
      case 0x103 -> "Core service connection failed";
      case 0x104 -> "Communication with core services failed";
      case 0x105 -> "Invalid hash algorithm";
      case 0x106 -> "Hash length is inconsistent with algorithm";
      case 0x107 -> "Hash object has no internal hash value";
      case 0x109 -> "Flag value for attrib-functions inconsistent";
      case 0x10a -> "Sub-flag value for attrib-functions inconsistent";
      case 0x10b -> "Data for attrib-functions invalid";
      case 0x10c -> "Wrong flag information for object creation";
      case 0x10d -> "No PCR registers are selected or set";
      case 0x10e -> "The addressed key is not currently loaded";
      case 0x10f -> "No key informatio is currently available";
      case 0x110 -> "Internal validation of data failed";
      case 0x111 -> "Authorization is required";
      case 0x112 -> "Multiple authorizations are required";
      case 0x113 -> "Authorization failed";
      case 0x114 -> "Multiple authorization failed";
      case 0x115 -> "Addressed key has no migration policy";
      case 0x116 -> "No secret information available for the address policy";
      case 0x117 -> "Accessed object is in an inconsistent state";
      case 0x118 -> "Invalid encryption scheme";
      case 0x119 -> "Invalid signature scheme";
      case 0x120 -> "Invalid length for encrypted data object";
      case 0x121 -> "Encrypted data object contains no data";
      case 0x122 -> "Invalid type for encrypted data object";
      case 0x123 -> "Invalid usage of key";
      case 0x124 -> "Internal validation of data failed";
      case 0x125 -> "Hash algorithm identifier not set";
      case 0x126 -> "Invalid handle";
      case 0x127 -> "A silent context requires user input";
      case 0x13b -> "NVRAM area already exists";
      case 0x13c -> "NVRAM area does not exist";
      default -> common(code);
    };
  }

  /** What every layer but the TPM has under one number. */
  private static String common(int code) {
    return switch (code) {
      case 0x000 -> "Success";
      case 0x002 -> "General failure";
      case 0x003 -> "Bad parameter";
      case 0x004 -> "Internal software error";
      case 0x005 -> "Out of memory";
      case 0x006 -> "Not implemented";
      case 0x008 -> "UUID already registered";
      case 0x010 -> "Unexpected TPM output";
      case 0x011 -> "Communication failure";
      case 0x012 -> "The operation has timed out";
      case 0x014 -> "Unsupported feature";
      case 0x016 -> "The action was cancelled by request";
      case 0x020 -> "Key not found in persistent storage";
      default -> "Unknown";
    };
  }
}
