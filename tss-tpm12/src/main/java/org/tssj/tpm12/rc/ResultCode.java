package org.tssj.tpm12.rc;

import java.util.List;
import java.util.Optional;
import org.tssj.core.TpmResponseException;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_RESULT: what a TPM 1.2 answers when it refuses, or 0. It does not tell which parameter is
 * meant; two codes tell which authorisation.
 *
 * @param value the 32 bits as they stand in the response's header
 * @see "TPM 1.2 Main, Part 2, 16 Return Codes"
 */
public record ResultCode(int value) implements WireNumber {

  private static final NumberNames<ResultCode> NAMES =
      new NumberNames<>("TPM_", 2, ResultCode::new);

  /** TPM_SUCCESS: the command succeeded. */
  public static final ResultCode SUCCESS = NAMES.name("SUCCESS", 0x000);

  /** TPM_AUTHFAIL: the secret is wrong. */
  public static final ResultCode AUTHFAIL = NAMES.name("AUTHFAIL", 0x001);

  /** TPM_BADINDEX: there is no PCR, DIR, NV area or other register with this index. */
  public static final ResultCode BADINDEX = NAMES.name("BADINDEX", 0x002);

  /** TPM_BAD_PARAMETER: a parameter is out of range or does not fit the others. */
  public static final ResultCode BAD_PARAMETER = NAMES.name("BAD_PARAMETER", 0x003);

  /** TPM_AUDITFAILURE: the command succeeded or failed, but its audit entry could not be made. */
  public static final ResultCode AUDITFAILURE = NAMES.name("AUDITFAILURE", 0x004);

  /** TPM_CLEAR_DISABLED: this way to clear the TPM is switched off. */
  public static final ResultCode CLEAR_DISABLED = NAMES.name("CLEAR_DISABLED", 0x005);

  /** TPM_DEACTIVATED: the TPM is deactivated. */
  public static final ResultCode DEACTIVATED = NAMES.name("DEACTIVATED", 0x006);

  /** TPM_DISABLED: the TPM is disabled. */
  public static final ResultCode DISABLED = NAMES.name("DISABLED", 0x007);

  /** TPM_DISABLED_CMD: this command is switched off in the state the TPM is in. */
  public static final ResultCode DISABLED_CMD = NAMES.name("DISABLED_CMD", 0x008);

  /** TPM_FAIL: the command failed, and the TPM does not say why. */
  public static final ResultCode FAIL = NAMES.name("FAIL", 0x009);

  /** TPM_BAD_ORDINAL: the TPM does not know this command. */
  public static final ResultCode BAD_ORDINAL = NAMES.name("BAD_ORDINAL", 0x00a);

  /** TPM_INSTALL_DISABLED: installing an owner is switched off. */
  public static final ResultCode INSTALL_DISABLED = NAMES.name("INSTALL_DISABLED", 0x00b);

  /** TPM_INVALID_KEYHANDLE: no such key is loaded. */
  public static final ResultCode INVALID_KEYHANDLE = NAMES.name("INVALID_KEYHANDLE", 0x00c);

  /** TPM_KEYNOTFOUND: the key is not there. */
  public static final ResultCode KEYNOTFOUND = NAMES.name("KEYNOTFOUND", 0x00d);

  /** TPM_INAPPROPRIATE_ENC: the encryption scheme does not fit the key or the command. */
  public static final ResultCode INAPPROPRIATE_ENC = NAMES.name("INAPPROPRIATE_ENC", 0x00e);

  /** TPM_MIGRATEFAIL: the migration authorisation is wrong. */
  public static final ResultCode MIGRATEFAIL = NAMES.name("MIGRATEFAIL", 0x00f);

  /** TPM_INVALID_PCR_INFO: the PCR information makes no sense. */
  public static final ResultCode INVALID_PCR_INFO = NAMES.name("INVALID_PCR_INFO", 0x010);

  /** TPM_NOSPACE: there is no room to load this. */
  public static final ResultCode NOSPACE = NAMES.name("NOSPACE", 0x011);

  /** TPM_NOSRK: there is no storage root key. */
  public static final ResultCode NOSRK = NAMES.name("NOSRK", 0x012);

  /** TPM_NOTSEALED_BLOB: the blob is not sealed data of this TPM. */
  public static final ResultCode NOTSEALED_BLOB = NAMES.name("NOTSEALED_BLOB", 0x013);

  /** TPM_OWNER_SET: the TPM has an owner already. */
  public static final ResultCode OWNER_SET = NAMES.name("OWNER_SET", 0x014);

  /** TPM_RESOURCES: the TPM is out of room for keys or sessions. */
  public static final ResultCode RESOURCES = NAMES.name("RESOURCES", 0x015);

  /** TPM_SHORTRANDOM: the random octets are too few. */
  public static final ResultCode SHORTRANDOM = NAMES.name("SHORTRANDOM", 0x016);

  /** TPM_SIZE: the TPM has no room for what is asked for. */
  public static final ResultCode SIZE = NAMES.name("SIZE", 0x017);

  /** TPM_WRONGPCRVAL: the PCRs are not what this was sealed or bound to. */
  public static final ResultCode WRONGPCRVAL = NAMES.name("WRONGPCRVAL", 0x018);

  /** TPM_BAD_PARAM_SIZE: the size in the command does not fit its parameters. */
  public static final ResultCode BAD_PARAM_SIZE = NAMES.name("BAD_PARAM_SIZE", 0x019);

  /** TPM_SHA_THREAD: no SHA-1 calculation is under way. */
  public static final ResultCode SHA_THREAD = NAMES.name("SHA_THREAD", 0x01a);

  /** TPM_SHA_ERROR: the SHA-1 calculation cannot go on. */
  public static final ResultCode SHA_ERROR = NAMES.name("SHA_ERROR", 0x01b);

  /** TPM_FAILEDSELFTEST: the TPM failed its self-test and has shut down. */
  public static final ResultCode FAILEDSELFTEST = NAMES.name("FAILEDSELFTEST", 0x01c);

  /** TPM_AUTH2FAIL: the second secret is wrong. */
  public static final ResultCode AUTH2FAIL = NAMES.name("AUTH2FAIL", 0x01d);

  /** TPM_BADTAG: the command's tag does not fit. */
  public static final ResultCode BADTAG = NAMES.name("BADTAG", 0x01e);

  /** TPM_IOERROR: the TPM could not read or write a device of its own. */
  public static final ResultCode IOERROR = NAMES.name("IOERROR", 0x01f);

  /** TPM_ENCRYPT_ERROR: encryption failed. */
  public static final ResultCode ENCRYPT_ERROR = NAMES.name("ENCRYPT_ERROR", 0x020);

  /** TPM_DECRYPT_ERROR: decryption failed. */
  public static final ResultCode DECRYPT_ERROR = NAMES.name("DECRYPT_ERROR", 0x021);

  /** TPM_INVALID_AUTHHANDLE: the session is not in the TPM. */
  public static final ResultCode INVALID_AUTHHANDLE = NAMES.name("INVALID_AUTHHANDLE", 0x022);

  /** TPM_NO_ENDORSEMENT: there is no endorsement key. */
  public static final ResultCode NO_ENDORSEMENT = NAMES.name("NO_ENDORSEMENT", 0x023);

  /** TPM_INVALID_KEYUSAGE: the key is not for this use. */
  public static final ResultCode INVALID_KEYUSAGE = NAMES.name("INVALID_KEYUSAGE", 0x024);

  /** TPM_WRONG_ENTITYTYPE: the kind of entity does not fit here. */
  public static final ResultCode WRONG_ENTITYTYPE = NAMES.name("WRONG_ENTITYTYPE", 0x025);

  /** TPM_INVALID_POSTINIT: the command came out of turn after power-on. */
  public static final ResultCode INVALID_POSTINIT = NAMES.name("INVALID_POSTINIT", 0x026);

  /** TPM_INAPPROPRIATE_SIG: the key or its scheme cannot make this signature. */
  public static final ResultCode INAPPROPRIATE_SIG = NAMES.name("INAPPROPRIATE_SIG", 0x027);

  /** TPM_BAD_KEY_PROPERTY: the properties of the key are not allowed. */
  public static final ResultCode BAD_KEY_PROPERTY = NAMES.name("BAD_KEY_PROPERTY", 0x028);

  /** TPM_BAD_MIGRATION: the migration properties of the key do not allow this. */
  public static final ResultCode BAD_MIGRATION = NAMES.name("BAD_MIGRATION", 0x029);

  /** TPM_BAD_SCHEME: the scheme is not allowed here. */
  public static final ResultCode BAD_SCHEME = NAMES.name("BAD_SCHEME", 0x02a);

  /** TPM_BAD_DATASIZE: the data does not have the size that the key and scheme want. */
  public static final ResultCode BAD_DATASIZE = NAMES.name("BAD_DATASIZE", 0x02b);

  /** TPM_BAD_MODE: a mode is not what the command wants. */
  public static final ResultCode BAD_MODE = NAMES.name("BAD_MODE", 0x02c);

  /** TPM_BAD_PRESENCE: physical presence is missing, or may not be said so. */
  public static final ResultCode BAD_PRESENCE = NAMES.name("BAD_PRESENCE", 0x02d);

  /** TPM_BAD_VERSION: the version of the structure is not known to the TPM. */
  public static final ResultCode BAD_VERSION = NAMES.name("BAD_VERSION", 0x02e);

  /** TPM_NO_WRAP_TRANSPORT: the command cannot be sent inside a transport session. */
  public static final ResultCode NO_WRAP_TRANSPORT = NAMES.name("NO_WRAP_TRANSPORT", 0x02f);

  /** TPM_AUDITFAIL_UNSUCCESSFUL: the audit entry failed, and so did the command. */
  public static final ResultCode AUDITFAIL_UNSUCCESSFUL =
      NAMES.name("AUDITFAIL_UNSUCCESSFUL", 0x030);

  /** TPM_AUDITFAIL_SUCCESSFUL: the audit entry failed, but the command was executed. */
  public static final ResultCode AUDITFAIL_SUCCESSFUL = NAMES.name("AUDITFAIL_SUCCESSFUL", 0x031);

  /** TPM_NOTRESETABLE: this PCR cannot be reset. */
  public static final ResultCode NOTRESETABLE = NAMES.name("NOTRESETABLE", 0x032);

  /** TPM_NOTLOCAL: this locality may not reset the PCR. */
  public static final ResultCode NOTLOCAL = NAMES.name("NOTLOCAL", 0x033);

  /** TPM_BAD_TYPE: the type does not fit. */
  public static final ResultCode BAD_TYPE = NAMES.name("BAD_TYPE", 0x034);

  /** TPM_INVALID_RESOURCE: the saved context is of another kind of resource. */
  public static final ResultCode INVALID_RESOURCE = NAMES.name("INVALID_RESOURCE", 0x035);

  /** TPM_NOTFIPS: the TPM keeps to FIPS 140 and this does not. */
  public static final ResultCode NOTFIPS = NAMES.name("NOTFIPS", 0x036);

  /** TPM_INVALID_FAMILY: there is no such delegation family, or it is not enabled. */
  public static final ResultCode INVALID_FAMILY = NAMES.name("INVALID_FAMILY", 0x037);

  /** TPM_NO_NV_PERMISSION: the NV area does not allow this. */
  public static final ResultCode NO_NV_PERMISSION = NAMES.name("NO_NV_PERMISSION", 0x038);

  /** TPM_REQUIRES_SIGN: the command needs a signature. */
  public static final ResultCode REQUIRES_SIGN = NAMES.name("REQUIRES_SIGN", 0x039);

  /** TPM_KEY_NOTSUPPORTED: the key cannot be loaded this way. */
  public static final ResultCode KEY_NOTSUPPORTED = NAMES.name("KEY_NOTSUPPORTED", 0x03a);

  /** TPM_AUTH_CONFLICT: the NV area wants another authorisation. */
  public static final ResultCode AUTH_CONFLICT = NAMES.name("AUTH_CONFLICT", 0x03b);

  /** TPM_AREA_LOCKED: the NV area is locked. */
  public static final ResultCode AREA_LOCKED = NAMES.name("AREA_LOCKED", 0x03c);

  /** TPM_BAD_LOCALITY: this locality may not do that. */
  public static final ResultCode BAD_LOCALITY = NAMES.name("BAD_LOCALITY", 0x03d);

  /** TPM_READ_ONLY: the NV area is read-only. */
  public static final ResultCode READ_ONLY = NAMES.name("READ_ONLY", 0x03e);

  /** TPM_PER_NOWRITE: the NV area has no protection against writing. */
  public static final ResultCode PER_NOWRITE = NAMES.name("PER_NOWRITE", 0x03f);

  /** TPM_FAMILYCOUNT: the delegation is of an earlier verification count. */
  public static final ResultCode FAMILYCOUNT = NAMES.name("FAMILYCOUNT", 0x040);

  /** TPM_WRITE_LOCKED: the NV area has been locked against writing. */
  public static final ResultCode WRITE_LOCKED = NAMES.name("WRITE_LOCKED", 0x041);

  /** TPM_BAD_ATTRIBUTES: the attributes of the NV area contradict each other. */
  public static final ResultCode BAD_ATTRIBUTES = NAMES.name("BAD_ATTRIBUTES", 0x042);

  /** TPM_INVALID_STRUCTURE: a structure is not well formed. */
  public static final ResultCode INVALID_STRUCTURE = NAMES.name("INVALID_STRUCTURE", 0x043);

  /** TPM_KEY_OWNER_CONTROL: the key is under the owner's control and cannot be flushed. */
  public static final ResultCode KEY_OWNER_CONTROL = NAMES.name("KEY_OWNER_CONTROL", 0x044);

  /**
   * TPM_BAD_COUNTER: there is no such counter, or another one is in use until the next power-on.
   */
  public static final ResultCode BAD_COUNTER = NAMES.name("BAD_COUNTER", 0x045);

  /** TPM_NOT_FULLWRITE: the NV area is written in one piece only. */
  public static final ResultCode NOT_FULLWRITE = NAMES.name("NOT_FULLWRITE", 0x046);

  /** TPM_CONTEXT_GAP: the saved sessions have grown too far apart in age. */
  public static final ResultCode CONTEXT_GAP = NAMES.name("CONTEXT_GAP", 0x047);

  /** TPM_MAXNVWRITES: too many NV writes without an owner. */
  public static final ResultCode MAXNVWRITES = NAMES.name("MAXNVWRITES", 0x048);

  /** TPM_NOOPERATOR: no operator secret is set. */
  public static final ResultCode NOOPERATOR = NAMES.name("NOOPERATOR", 0x049);

  /** TPM_RESOURCEMISSING: the resource a saved context needs is not loaded. */
  public static final ResultCode RESOURCEMISSING = NAMES.name("RESOURCEMISSING", 0x04a);

  /** TPM_DELEGATE_LOCK: the delegation table is locked. */
  public static final ResultCode DELEGATE_LOCK = NAMES.name("DELEGATE_LOCK", 0x04b);

  /** TPM_DELEGATE_FAMILY: the row belongs to another delegation family. */
  public static final ResultCode DELEGATE_FAMILY = NAMES.name("DELEGATE_FAMILY", 0x04c);

  /** TPM_DELEGATE_ADMIN: delegation management is not enabled. */
  public static final ResultCode DELEGATE_ADMIN = NAMES.name("DELEGATE_ADMIN", 0x04d);

  /**
   * TPM_TRANSPORT_NOTEXCLUSIVE: another command came in between and ended the exclusive transport
   * session.
   */
  public static final ResultCode TRANSPORT_NOTEXCLUSIVE =
      NAMES.name("TRANSPORT_NOTEXCLUSIVE", 0x04e);

  /** TPM_OWNER_CONTROL: the key is under the owner's control. */
  public static final ResultCode OWNER_CONTROL = NAMES.name("OWNER_CONTROL", 0x04f);

  /** TPM_DAA_RESOURCES: there is no room for another DAA session. */
  public static final ResultCode DAA_RESOURCES = NAMES.name("DAA_RESOURCES", 0x050);

  /** TPM_DAA_INPUT_DATA0: the DAA input inputData0 is not consistent. */
  public static final ResultCode DAA_INPUT_DATA0 = NAMES.name("DAA_INPUT_DATA0", 0x051);

  /** TPM_DAA_INPUT_DATA1: the DAA input inputData1 is not consistent. */
  public static final ResultCode DAA_INPUT_DATA1 = NAMES.name("DAA_INPUT_DATA1", 0x052);

  /** TPM_DAA_ISSUER_SETTINGS: the DAA issuer's settings are not consistent. */
  public static final ResultCode DAA_ISSUER_SETTINGS = NAMES.name("DAA_ISSUER_SETTINGS", 0x053);

  /** TPM_DAA_TPM_SETTINGS: the TPM's DAA settings are not consistent. */
  public static final ResultCode DAA_TPM_SETTINGS = NAMES.name("DAA_TPM_SETTINGS", 0x054);

  /** TPM_DAA_STAGE: the DAA stages came out of turn. */
  public static final ResultCode DAA_STAGE = NAMES.name("DAA_STAGE", 0x055);

  /** TPM_DAA_ISSUER_VALIDITY: the DAA issuer's proof does not hold. */
  public static final ResultCode DAA_ISSUER_VALIDITY = NAMES.name("DAA_ISSUER_VALIDITY", 0x056);

  /** TPM_DAA_WRONG_W: the DAA value w is wrong. */
  public static final ResultCode DAA_WRONG_W = NAMES.name("DAA_WRONG_W", 0x057);

  /** TPM_BAD_HANDLE: the handle stands for nothing, or for something else. */
  public static final ResultCode BAD_HANDLE = NAMES.name("BAD_HANDLE", 0x058);

  /** TPM_BAD_DELEGATE: the delegation does not allow this command or entity. */
  public static final ResultCode BAD_DELEGATE = NAMES.name("BAD_DELEGATE", 0x059);

  /** TPM_BADCONTEXT: the saved context was changed, or is of another TPM or an earlier start. */
  public static final ResultCode BADCONTEXT = NAMES.name("BADCONTEXT", 0x05a);

  /** TPM_TOOMANYCONTEXTS: too many sessions are saved. */
  public static final ResultCode TOOMANYCONTEXTS = NAMES.name("TOOMANYCONTEXTS", 0x05b);

  /** TPM_MA_TICKET_SIGNATURE: the migration authority's ticket does not hold. */
  public static final ResultCode MA_TICKET_SIGNATURE = NAMES.name("MA_TICKET_SIGNATURE", 0x05c);

  /** TPM_MA_DESTINATION: the migration's destination is not the authorised one. */
  public static final ResultCode MA_DESTINATION = NAMES.name("MA_DESTINATION", 0x05d);

  /** TPM_MA_SOURCE: the migration's source is not the authorised one. */
  public static final ResultCode MA_SOURCE = NAMES.name("MA_SOURCE", 0x05e);

  /** TPM_MA_AUTHORITY: the migration authority is not the one of the key. */
  public static final ResultCode MA_AUTHORITY = NAMES.name("MA_AUTHORITY", 0x05f);

  /** TPM_PERMANENTEK: the endorsement key cannot be revoked. */
  public static final ResultCode PERMANENTEK = NAMES.name("PERMANENTEK", 0x061);

  /** TPM_BAD_SIGNATURE: the signature is wrong. */
  public static final ResultCode BAD_SIGNATURE = NAMES.name("BAD_SIGNATURE", 0x062);

  /** TPM_NOCONTEXTSPACE: there is no room to save another session. */
  public static final ResultCode NOCONTEXTSPACE = NAMES.name("NOCONTEXTSPACE", 0x063);

  /** TPM_RETRY: the TPM is busy. */
  public static final ResultCode RETRY = NAMES.name("RETRY", 0x800);

  /** TPM_NEEDS_SELFTEST: a function has to be tested before it is used. */
  public static final ResultCode NEEDS_SELFTEST = NAMES.name("NEEDS_SELFTEST", 0x801);

  /** TPM_DOING_SELFTEST: the TPM is testing itself. */
  public static final ResultCode DOING_SELFTEST = NAMES.name("DOING_SELFTEST", 0x802);

  /** TPM_DEFEND_LOCK_RUNNING: the TPM is locked after too many wrong secrets. */
  public static final ResultCode DEFEND_LOCK_RUNNING = NAMES.name("DEFEND_LOCK_RUNNING", 0x803);

  /** TPM_RESULT: four octets. */
  public static final Codec<ResultCode> CODEC = Codecs.number32("TPM_RESULT", ResultCode::new);

  // Part 2, 16: bit 10 says that the vendor made the code.
  private static final int VENDOR = 1 << 10;
  private static final int NON_FATAL = 0x800;

  /**
   * The code of a response.
   *
   * @param code unsigned 32 bits
   * @throws IllegalArgumentException if it is more than that
   */
  public static ResultCode of(long code) {
    if (code >>> 32 != 0) {
      throw new IllegalArgumentException("a result code has 32 bits, was " + code);
    }
    return new ResultCode((int) code);
  }

  /** The code with this name, with or without {@code TPM_}, in either case. */
  public static Optional<ResultCode> named(String name) {
    return NAMES.named(name);
  }

  /** The number as it came, unsigned 32 bits. */
  public long code() {
    return Integer.toUnsignedLong(value);
  }

  /**
   * Whether it says "not now" (0x800 to 0x8ff): the TPM has not begun the command, and the sessions
   * that came with it are as they were.
   */
  public boolean isNonFatal() {
    return value >>> 8 == NON_FATAL >>> 8;
  }

  /**
   * Whether the same command, sent again a little later, may well succeed: TPM_RETRY,
   * TPM_DOING_SELFTEST and TPM_DEFEND_LOCK_RUNNING.
   */
  public boolean isRetryable() {
    return equals(RETRY) || equals(DOING_SELFTEST) || equals(DEFEND_LOCK_RUNNING);
  }

  /** Whether only the TPM's vendor knows what it means. */
  public boolean isVendorSpecific() {
    return (value & VENDOR) != 0 && !isNonFatal();
  }

  /**
   * The specification's name, {@code TPM_AUTHFAIL}; the number in hexadecimal where there is none.
   */
  public String name() {
    return NAMES.of(value);
  }

  /** What it says, in plain words: part of a sentence. Never empty. */
  public String meaning() {
    return words().meaning();
  }

  /** What to do next, one or two sentences; empty where that depends on the command. */
  public String advice() {
    return words().advice();
  }

  private Words words() {
    if (NAMES.knows(value)) {
      return Words.of(value);
    }
    return isVendorSpecific()
        ? Words.words("a code of the TPM's vendor", "Its documentation may say what it means")
        : Words.words("a code that this version does not know");
  }

  /**
   * This refusal as an exception.
   *
   * @param command the command's name in the specification
   * @param roles the authorisations that were sent, as the specification names them
   * @param handleNames the command's handles, as the specification names them
   * @param waited how long it was tried, in words; empty if it was not
   */
  public TpmResponseException refusalOf(
      String command, List<String> roles, List<String> handleNames, String waited) {
    String advice = advice();
    return new TpmResponseException(
        command,
        code(),
        name(),
        subject(roles, handleNames),
        meaning(),
        waited.isEmpty() || advice.isEmpty() ? waited + advice : waited + ". " + advice);
  }

  /**
   * What it is about, in the words of the command: {@code ownerAuth (authorisation 2 of 2)}. Empty
   * if it names nothing.
   */
  String subject(List<String> roles, List<String> handleNames) {
    if (equals(AUTHFAIL) && !roles.isEmpty()) {
      return authorization(roles, 0);
    }
    if (equals(AUTH2FAIL) && !roles.isEmpty()) {
      return authorization(roles, roles.size() - 1);
    }
    boolean isAboutAHandle = equals(INVALID_KEYHANDLE) || equals(KEYNOTFOUND) || equals(BAD_HANDLE);
    return isAboutAHandle && handleNames.size() == 1 ? handleNames.get(0) : "";
  }

  private static String authorization(List<String> roles, int index) {
    String name = roles.get(index);
    return roles.size() == 1
        ? name
        : name + " (authorisation " + (index + 1) + " of " + roles.size() + ")";
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return name();
  }
}
