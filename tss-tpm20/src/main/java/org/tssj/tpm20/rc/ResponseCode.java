package org.tssj.tpm20.rc;

import java.util.List;
import java.util.Optional;
import org.tssj.core.TbsCode;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_RC: what a TPM answers when it refuses, or 0. The number also says which handle, parameter or
 * session is meant ({@link #subject()}) and, above its low 16 bits, who answered ({@link
 * #layer()}).
 *
 * <p>The constants carry neither: compare with {@link #is(ResponseCode)}, not with {@code equals}.
 *
 * @param value the 32 bits as they stand in the response's header
 * @see "TPM 2.0 Library, Part 2, 6.6 TPM_RC"
 */
public record ResponseCode(int value) implements WireNumber {

  private static final NumberNames<ResponseCode> NAMES =
      new NumberNames<>("TPM_RC_", 3, ResponseCode::new);

  /** TPM_RC_SUCCESS: the command succeeded. */
  public static final ResponseCode SUCCESS = NAMES.name("SUCCESS", 0x000);

  /** TPM_RC_BAD_TAG: the command's tag is not one of this TPM's family. */
  public static final ResponseCode BAD_TAG = NAMES.name("BAD_TAG", 0x01e);

  /** TPM_RC_INITIALIZE: the TPM has not been started, or has been started already. */
  public static final ResponseCode INITIALIZE = NAMES.name("INITIALIZE", 0x100);

  /**
   * TPM_RC_FAILURE: the TPM is in failure mode and accepts only TPM2_GetTestResult and
   * TPM2_GetCapability.
   */
  public static final ResponseCode FAILURE = NAMES.name("FAILURE", 0x101);

  /** TPM_RC_SEQUENCE: a hash, HMAC or signature sequence was used out of turn. */
  public static final ResponseCode SEQUENCE = NAMES.name("SEQUENCE", 0x103);

  /** TPM_RC_PRIVATE: reserved by the specification; no command is said to answer it. */
  public static final ResponseCode PRIVATE = NAMES.name("PRIVATE", 0x10b);

  /** TPM_RC_HMAC: reserved by the specification; no command is said to answer it. */
  public static final ResponseCode HMAC = NAMES.name("HMAC", 0x119);

  /** TPM_RC_DISABLED: the command is disabled. */
  public static final ResponseCode DISABLED = NAMES.name("DISABLED", 0x120);

  /** TPM_RC_EXCLUSIVE: another command came between those of an exclusive audit session. */
  public static final ResponseCode EXCLUSIVE = NAMES.name("EXCLUSIVE", 0x121);

  /** TPM_RC_AUTH_TYPE: this kind of authorization does not fit the handle it is for. */
  public static final ResponseCode AUTH_TYPE = NAMES.name("AUTH_TYPE", 0x124);

  /** TPM_RC_AUTH_MISSING: the command needs an authorization and none was given. */
  public static final ResponseCode AUTH_MISSING = NAMES.name("AUTH_MISSING", 0x125);

  /**
   * TPM_RC_POLICY: a policy value is not valid: a wrong digest size, or an operation the TPM cannot
   * do.
   */
  public static final ResponseCode POLICY = NAMES.name("POLICY", 0x126);

  /** TPM_RC_PCR: the PCRs are not what the authorization or the command asks for. */
  public static final ResponseCode PCR = NAMES.name("PCR", 0x127);

  /** TPM_RC_PCR_CHANGED: a PCR was extended since the policy session looked at them. */
  public static final ResponseCode PCR_CHANGED = NAMES.name("PCR_CHANGED", 0x128);

  /**
   * TPM_RC_UPGRADE: the TPM is in the middle of a firmware upgrade, or upgrade data came outside of
   * one.
   */
  public static final ResponseCode UPGRADE = NAMES.name("UPGRADE", 0x12d);

  /** TPM_RC_TOO_MANY_CONTEXTS: the counter of saved contexts is used up. */
  public static final ResponseCode TOO_MANY_CONTEXTS = NAMES.name("TOO_MANY_CONTEXTS", 0x12e);

  /**
   * TPM_RC_AUTH_UNAVAILABLE: the object or index allows neither its auth value nor its policy for
   * this.
   */
  public static final ResponseCode AUTH_UNAVAILABLE = NAMES.name("AUTH_UNAVAILABLE", 0x12f);

  /** TPM_RC_REBOOT: the TPM has to be reset before it goes on. */
  public static final ResponseCode REBOOT = NAMES.name("REBOOT", 0x130);

  /** TPM_RC_UNBALANCED: the hash is too weak for the symmetric key it would protect. */
  public static final ResponseCode UNBALANCED = NAMES.name("UNBALANCED", 0x131);

  /** TPM_RC_COMMAND_SIZE: the size in the command's header is wrong, or too large for this TPM. */
  public static final ResponseCode COMMAND_SIZE = NAMES.name("COMMAND_SIZE", 0x142);

  /**
   * TPM_RC_COMMAND_CODE: this TPM does not implement the command, or something before it blocks it.
   */
  public static final ResponseCode COMMAND_CODE = NAMES.name("COMMAND_CODE", 0x143);

  /** TPM_RC_AUTHSIZE: the size of the authorization area is wrong. */
  public static final ResponseCode AUTHSIZE = NAMES.name("AUTHSIZE", 0x144);

  /** TPM_RC_AUTH_CONTEXT: the command takes no session of any kind. */
  public static final ResponseCode AUTH_CONTEXT = NAMES.name("AUTH_CONTEXT", 0x145);

  /** TPM_RC_NV_RANGE: the offset and size reach beyond the end of the NV index. */
  public static final ResponseCode NV_RANGE = NAMES.name("NV_RANGE", 0x146);

  /** TPM_RC_NV_SIZE: the NV index would be larger than this TPM allows. */
  public static final ResponseCode NV_SIZE = NAMES.name("NV_SIZE", 0x147);

  /** TPM_RC_NV_LOCKED: the NV index is locked for this. */
  public static final ResponseCode NV_LOCKED = NAMES.name("NV_LOCKED", 0x148);

  /** TPM_RC_NV_AUTHORIZATION: the NV index does not allow this authorization. */
  public static final ResponseCode NV_AUTHORIZATION = NAMES.name("NV_AUTHORIZATION", 0x149);

  /** TPM_RC_NV_UNINITIALIZED: the NV index has not been written yet. */
  public static final ResponseCode NV_UNINITIALIZED = NAMES.name("NV_UNINITIALIZED", 0x14a);

  /** TPM_RC_NV_SPACE: there is no room left in NV memory. */
  public static final ResponseCode NV_SPACE = NAMES.name("NV_SPACE", 0x14b);

  /** TPM_RC_NV_DEFINED: the NV index or persistent handle is taken. */
  public static final ResponseCode NV_DEFINED = NAMES.name("NV_DEFINED", 0x14c);

  /** TPM_RC_BAD_CONTEXT: the saved context is not valid. */
  public static final ResponseCode BAD_CONTEXT = NAMES.name("BAD_CONTEXT", 0x150);

  /** TPM_RC_CPHASH: the policy is for other parameters, or was given two such restrictions. */
  public static final ResponseCode CPHASH = NAMES.name("CPHASH", 0x151);

  /** TPM_RC_PARENT: the handle is not one of a parent. */
  public static final ResponseCode PARENT = NAMES.name("PARENT", 0x152);

  /** TPM_RC_NEEDS_TEST: a function has to be tested before it is used. */
  public static final ResponseCode NEEDS_TEST = NAMES.name("NEEDS_TEST", 0x153);

  /** TPM_RC_NO_RESULT: the TPM could not compute a result from these parameters. */
  public static final ResponseCode NO_RESULT = NAMES.name("NO_RESULT", 0x154);

  /** TPM_RC_SENSITIVE: the private part of the object makes no sense after decryption. */
  public static final ResponseCode SENSITIVE = NAMES.name("SENSITIVE", 0x155);

  /** TPM_RC_READ_ONLY: the TPM is in read-only mode and the command would change it. */
  public static final ResponseCode READ_ONLY = NAMES.name("READ_ONLY", 0x156);

  /** TPM_RC_ASYMMETRIC: the asymmetric algorithm is not supported or not the right one. */
  public static final ResponseCode ASYMMETRIC = NAMES.name("ASYMMETRIC", 0x081);

  /** TPM_RC_ATTRIBUTES: the attributes contradict each other or this command. */
  public static final ResponseCode ATTRIBUTES = NAMES.name("ATTRIBUTES", 0x082);

  /** TPM_RC_HASH: the hash algorithm is not supported or not allowed here. */
  public static final ResponseCode HASH = NAMES.name("HASH", 0x083);

  /** TPM_RC_VALUE: a value is out of range or does not fit the context. */
  public static final ResponseCode VALUE = NAMES.name("VALUE", 0x084);

  /** TPM_RC_HIERARCHY: the hierarchy is disabled, or not one that is allowed here. */
  public static final ResponseCode HIERARCHY = NAMES.name("HIERARCHY", 0x085);

  /** TPM_RC_KEY_SIZE: the key size is not supported. */
  public static final ResponseCode KEY_SIZE = NAMES.name("KEY_SIZE", 0x087);

  /** TPM_RC_MGF: the mask generation function is not supported. */
  public static final ResponseCode MGF = NAMES.name("MGF", 0x088);

  /** TPM_RC_MODE: the mode of the cipher is not supported or not allowed here. */
  public static final ResponseCode MODE = NAMES.name("MODE", 0x089);

  /** TPM_RC_TYPE: the type is not one that is allowed here. */
  public static final ResponseCode TYPE = NAMES.name("TYPE", 0x08a);

  /** TPM_RC_HANDLE: the handle is of the wrong kind, or nothing is there. */
  public static final ResponseCode HANDLE = NAMES.name("HANDLE", 0x08b);

  /** TPM_RC_KDF: the key derivation function is not supported or not allowed here. */
  public static final ResponseCode KDF = NAMES.name("KDF", 0x08c);

  /** TPM_RC_RANGE: a value is outside of its allowed range. */
  public static final ResponseCode RANGE = NAMES.name("RANGE", 0x08d);

  /** TPM_RC_AUTH_FAIL: the authorization is wrong, and it counts as an attempt to guess. */
  public static final ResponseCode AUTH_FAIL = NAMES.name("AUTH_FAIL", 0x08e);

  /** TPM_RC_NONCE: the nonce has a wrong size or value. */
  public static final ResponseCode NONCE = NAMES.name("NONCE", 0x08f);

  /** TPM_RC_PP: the command needs physical presence. */
  public static final ResponseCode PP = NAMES.name("PP", 0x090);

  /** TPM_RC_SCHEME: the scheme is not supported, or not the key's. */
  public static final ResponseCode SCHEME = NAMES.name("SCHEME", 0x092);

  /** TPM_RC_SIZE: a size is wrong. */
  public static final ResponseCode SIZE = NAMES.name("SIZE", 0x095);

  /**
   * TPM_RC_SYMMETRIC: the symmetric algorithm or key size is not supported or not the right one.
   */
  public static final ResponseCode SYMMETRIC = NAMES.name("SYMMETRIC", 0x096);

  /** TPM_RC_TAG: the structure's tag is not the right one. */
  public static final ResponseCode TAG = NAMES.name("TAG", 0x097);

  /** TPM_RC_SELECTOR: the selector names no member of the union. */
  public static final ResponseCode SELECTOR = NAMES.name("SELECTOR", 0x098);

  /** TPM_RC_INSUFFICIENT: the command ended before this could be read. */
  public static final ResponseCode INSUFFICIENT = NAMES.name("INSUFFICIENT", 0x09a);

  /** TPM_RC_SIGNATURE: the signature is not valid. */
  public static final ResponseCode SIGNATURE = NAMES.name("SIGNATURE", 0x09b);

  /** TPM_RC_KEY: the key's parts do not fit each other, or the key does not fit this use. */
  public static final ResponseCode KEY = NAMES.name("KEY", 0x09c);

  /** TPM_RC_POLICY_FAIL: the session does not satisfy the policy. */
  public static final ResponseCode POLICY_FAIL = NAMES.name("POLICY_FAIL", 0x09d);

  /** TPM_RC_INTEGRITY: the blob was changed, or belongs to another parent or another TPM. */
  public static final ResponseCode INTEGRITY = NAMES.name("INTEGRITY", 0x09f);

  /** TPM_RC_TICKET: the ticket is not valid. */
  public static final ResponseCode TICKET = NAMES.name("TICKET", 0x0a0);

  /** TPM_RC_RESERVED_BITS: a reserved bit is set. */
  public static final ResponseCode RESERVED_BITS = NAMES.name("RESERVED_BITS", 0x0a1);

  /** TPM_RC_BAD_AUTH: the authorization is wrong; it does not count as an attempt to guess. */
  public static final ResponseCode BAD_AUTH = NAMES.name("BAD_AUTH", 0x0a2);

  /** TPM_RC_EXPIRED: the policy's time is over. */
  public static final ResponseCode EXPIRED = NAMES.name("EXPIRED", 0x0a3);

  /** TPM_RC_POLICY_CC: the policy is for another command. */
  public static final ResponseCode POLICY_CC = NAMES.name("POLICY_CC", 0x0a4);

  /** TPM_RC_BINDING: the public and private parts do not belong together. */
  public static final ResponseCode BINDING = NAMES.name("BINDING", 0x0a5);

  /** TPM_RC_CURVE: the curve is not supported. */
  public static final ResponseCode CURVE = NAMES.name("CURVE", 0x0a6);

  /** TPM_RC_ECC_POINT: the point is not on the curve. */
  public static final ResponseCode ECC_POINT = NAMES.name("ECC_POINT", 0x0a7);

  /**
   * TPM_RC_FW_LIMITED: the hierarchy depends on the TPM's firmware and its secret is not to be had.
   */
  public static final ResponseCode FW_LIMITED = NAMES.name("FW_LIMITED", 0x0a8);

  /**
   * TPM_RC_SVN_LIMITED: the hierarchy depends on the firmware's version and its secret is not to be
   * had.
   */
  public static final ResponseCode SVN_LIMITED = NAMES.name("SVN_LIMITED", 0x0a9);

  /** TPM_RC_PARMS: the parameter set of ML-DSA or ML-KEM is not supported. */
  public static final ResponseCode PARMS = NAMES.name("PARMS", 0x0aa);

  /** TPM_RC_EXT_MU: the TPM does not sign an ML-DSA mu computed outside. */
  public static final ResponseCode EXT_MU = NAMES.name("EXT_MU", 0x0ab);

  /** TPM_RC_ONE_SHOT_SIGNATURE: the TPM signs with this key only a message it gets in one piece. */
  public static final ResponseCode ONE_SHOT_SIGNATURE = NAMES.name("ONE_SHOT_SIGNATURE", 0x0ac);

  /** TPM_RC_SIGN_CONTEXT_KEY: the sequence was started with another key. */
  public static final ResponseCode SIGN_CONTEXT_KEY = NAMES.name("SIGN_CONTEXT_KEY", 0x0ad);

  /** TPM_RC_CHANNEL: the command needs a secure channel to the TPM. */
  public static final ResponseCode CHANNEL = NAMES.name("CHANNEL", 0x0b0);

  /** TPM_RC_CHANNEL_KEY: the secure channel was set up with other keys than the policy asks for. */
  public static final ResponseCode CHANNEL_KEY = NAMES.name("CHANNEL_KEY", 0x0b1);

  /** TPM_RC_CONTEXT_GAP: the saved sessions have grown too far apart in age. */
  public static final ResponseCode CONTEXT_GAP = NAMES.name("CONTEXT_GAP", 0x901);

  /** TPM_RC_OBJECT_MEMORY: there is no room for another loaded object. */
  public static final ResponseCode OBJECT_MEMORY = NAMES.name("OBJECT_MEMORY", 0x902);

  /** TPM_RC_SESSION_MEMORY: there is no room for another loaded session. */
  public static final ResponseCode SESSION_MEMORY = NAMES.name("SESSION_MEMORY", 0x903);

  /** TPM_RC_MEMORY: the TPM is out of memory. */
  public static final ResponseCode MEMORY = NAMES.name("MEMORY", 0x904);

  /** TPM_RC_SESSION_HANDLES: there is no handle left for another session, loaded or saved. */
  public static final ResponseCode SESSION_HANDLES = NAMES.name("SESSION_HANDLES", 0x905);

  /** TPM_RC_OBJECT_HANDLES: there is no handle left for another object. */
  public static final ResponseCode OBJECT_HANDLES = NAMES.name("OBJECT_HANDLES", 0x906);

  /** TPM_RC_LOCALITY: this is not allowed from the locality it came from. */
  public static final ResponseCode LOCALITY = NAMES.name("LOCALITY", 0x907);

  /** TPM_RC_YIELDED: the TPM put the command aside. */
  public static final ResponseCode YIELDED = NAMES.name("YIELDED", 0x908);

  /** TPM_RC_CANCELED: the command was cancelled. */
  public static final ResponseCode CANCELED = NAMES.name("CANCELED", 0x909);

  /** TPM_RC_TESTING: the TPM is testing itself. */
  public static final ResponseCode TESTING = NAMES.name("TESTING", 0x90a);

  /**
   * TPM_RC_REFERENCE_H0: the command's handle 1 stands for an object or session that is not loaded.
   */
  public static final ResponseCode REFERENCE_H0 = NAMES.name("REFERENCE_H0", 0x910);

  /**
   * TPM_RC_REFERENCE_H1: the command's handle 2 stands for an object or session that is not loaded.
   */
  public static final ResponseCode REFERENCE_H1 = NAMES.name("REFERENCE_H1", 0x911);

  /**
   * TPM_RC_REFERENCE_H2: the command's handle 3 stands for an object or session that is not loaded.
   */
  public static final ResponseCode REFERENCE_H2 = NAMES.name("REFERENCE_H2", 0x912);

  /**
   * TPM_RC_REFERENCE_H3: the command's handle 4 stands for an object or session that is not loaded.
   */
  public static final ResponseCode REFERENCE_H3 = NAMES.name("REFERENCE_H3", 0x913);

  /**
   * TPM_RC_REFERENCE_H4: the command's handle 5 stands for an object or session that is not loaded.
   */
  public static final ResponseCode REFERENCE_H4 = NAMES.name("REFERENCE_H4", 0x914);

  /**
   * TPM_RC_REFERENCE_H5: the command's handle 6 stands for an object or session that is not loaded.
   */
  public static final ResponseCode REFERENCE_H5 = NAMES.name("REFERENCE_H5", 0x915);

  /**
   * TPM_RC_REFERENCE_H6: the command's handle 7 stands for an object or session that is not loaded.
   */
  public static final ResponseCode REFERENCE_H6 = NAMES.name("REFERENCE_H6", 0x916);

  /** TPM_RC_REFERENCE_S0: the command's session 1 is not loaded. */
  public static final ResponseCode REFERENCE_S0 = NAMES.name("REFERENCE_S0", 0x918);

  /** TPM_RC_REFERENCE_S1: the command's session 2 is not loaded. */
  public static final ResponseCode REFERENCE_S1 = NAMES.name("REFERENCE_S1", 0x919);

  /** TPM_RC_REFERENCE_S2: the command's session 3 is not loaded. */
  public static final ResponseCode REFERENCE_S2 = NAMES.name("REFERENCE_S2", 0x91a);

  /** TPM_RC_REFERENCE_S3: the command's session 4 is not loaded. */
  public static final ResponseCode REFERENCE_S3 = NAMES.name("REFERENCE_S3", 0x91b);

  /** TPM_RC_REFERENCE_S4: the command's session 5 is not loaded. */
  public static final ResponseCode REFERENCE_S4 = NAMES.name("REFERENCE_S4", 0x91c);

  /** TPM_RC_REFERENCE_S5: the command's session 6 is not loaded. */
  public static final ResponseCode REFERENCE_S5 = NAMES.name("REFERENCE_S5", 0x91d);

  /** TPM_RC_REFERENCE_S6: the command's session 7 is not loaded. */
  public static final ResponseCode REFERENCE_S6 = NAMES.name("REFERENCE_S6", 0x91e);

  /** TPM_RC_NV_RATE: the TPM slows down writes to spare its NV memory. */
  public static final ResponseCode NV_RATE = NAMES.name("NV_RATE", 0x920);

  /**
   * TPM_RC_LOCKOUT: too many wrong authorizations: the TPM accepts none for objects protected
   * against guessing.
   */
  public static final ResponseCode LOCKOUT = NAMES.name("LOCKOUT", 0x921);

  /** TPM_RC_RETRY: the TPM could not start the command yet. */
  public static final ResponseCode RETRY = NAMES.name("RETRY", 0x922);

  /** TPM_RC_NV_UNAVAILABLE: NV memory cannot be written at the moment. */
  public static final ResponseCode NV_UNAVAILABLE = NAMES.name("NV_UNAVAILABLE", 0x923);

  /** TPM_RC_NOT_USED: reserved by the specification; no command is said to answer it. */
  public static final ResponseCode NOT_USED = NAMES.name("NOT_USED", 0x97f);

  /** TPM_RC: four octets. */
  public static final Codec<ResponseCode> CODEC = Codecs.number32("TPM_RC", ResponseCode::new);

  // Part 2, 6.6.2: bit 7 (F) says which of the two formats it is.
  private static final int FORMAT_ONE = 1 << 7;
  private static final int FORMAT_ONE_PARAMETER = 1 << 6;
  private static final int FORMAT_ONE_SESSION = 1 << 11;
  private static final int FORMAT_ONE_ERROR = 0x3f;
  private static final int FORMAT_ZERO_VERSION_2 = 1 << 8;
  private static final int FORMAT_ZERO_VENDOR = 1 << 10;
  private static final int FORMAT_ZERO_WARNING = 1 << 11;
  private static final int CODE_BITS = 0xfff;
  private static final int BELOW_LAYER = 0xffff;

  private static final int FIRST_TPM20_IN_TBS = 0x81;
  private static final int LAST_TPM20_IN_TBS = 0xfff;

  /**
   * The code of a response.
   *
   * @param code unsigned 32 bits
   * @throws IllegalArgumentException if it is more than that
   */
  public static ResponseCode of(long code) {
    if (code >>> 32 != 0) {
      throw new IllegalArgumentException("a response code has 32 bits, was " + code);
    }
    return new ResponseCode((int) code);
  }

  /** The code with this name, with or without {@code TPM_RC_}, in either case. */
  public static Optional<ResponseCode> named(String name) {
    return NAMES.named(name);
  }

  /** The number as it came, unsigned 32 bits. */
  public long code() {
    return Integer.toUnsignedLong(value);
  }

  /** Who answered: the TPM, or a part of a software stack before it. */
  public TssLayer layer() {
    return new TssLayer(value >>> 16);
  }

  /** Whether the TPM itself answered. If not, it has not seen the command. */
  public boolean isFromTpm() {
    return layer().equals(TssLayer.TPM);
  }

  /** The code without handle, parameter or session, and without the layer where that is known. */
  public ResponseCode base() {
    if (!layer().speaksTpm()) {
      return this;
    }
    return new ResponseCode(
        isFormatOne() ? value & (FORMAT_ONE | FORMAT_ONE_ERROR) : value & BELOW_LAYER);
  }

  /** Whether it is this code, whichever handle, parameter or session it is about. */
  public boolean is(ResponseCode other) {
    return base().equals(other.base());
  }

  private boolean isFormatOne() {
    return (value & FORMAT_ONE) != 0 && (value & BELOW_LAYER & ~CODE_BITS) == 0;
  }

  private boolean isFormatZero(int bit) {
    return layer().speaksTpm() && !isFormatOne() && (value & bit) != 0;
  }

  /** Whether it says that the command was not carried out now but may be later. */
  public boolean isWarning() {
    return isFormatZero(FORMAT_ZERO_WARNING) && !isVendorSpecific();
  }

  /** Whether only the TPM's vendor knows what it means. */
  public boolean isVendorSpecific() {
    return isFormatZero(FORMAT_ZERO_VENDOR);
  }

  /**
   * Whether the same command, sent again a little later, may well succeed: TPM_RC_RETRY,
   * TPM_RC_YIELDED, TPM_RC_TESTING, TPM_RC_NV_RATE and TPM_RC_NV_UNAVAILABLE. The TPM has not begun
   * it, and no nonce has changed.
   */
  public boolean isRetryable() {
    return is(RETRY) || is(YIELDED) || is(TESTING) || is(NV_RATE) || is(NV_UNAVAILABLE);
  }

  /**
   * What it is about. Empty if it names nothing: many codes do not, and not every TPM fills it in.
   */
  public Optional<Subject> subject() {
    if (!layer().speaksTpm()) {
      return Optional.empty();
    }
    int code = value & BELOW_LAYER;
    if (isFormatOne()) {
      int number = code >>> 8;
      if ((code & FORMAT_ONE_PARAMETER) != 0) {
        return Subject.of(Subject.Kind.PARAMETER, number);
      }
      return (code & FORMAT_ONE_SESSION) != 0
          ? Subject.of(Subject.Kind.SESSION, number & 7)
          : Subject.of(Subject.Kind.HANDLE, number);
    }
    if (code >= REFERENCE_H0.value && code <= REFERENCE_H6.value) {
      return Subject.of(Subject.Kind.HANDLE, code - REFERENCE_H0.value + 1);
    }
    if (code >= REFERENCE_S0.value && code <= REFERENCE_S6.value) {
      return Subject.of(Subject.Kind.SESSION, code - REFERENCE_S0.value + 1);
    }
    return Optional.empty();
  }

  /**
   * What it is about, in the words of the command: {@code parameter 2 (inPublic)}. Empty if it
   * names nothing.
   *
   * @param handleNames the command's handles, as the specification names them
   * @param parameterNames the command's parameters, as the specification names them
   */
  public String subject(List<String> handleNames, List<String> parameterNames) {
    return subject().map(about -> about.describe(handleNames, parameterNames)).orElse("");
  }

  /**
   * The specification's name, without handle, parameter or session: {@code TPM_RC_VALUE}; the
   * number in hexadecimal where there is none.
   */
  public String name() {
    if (layer().equals(TssLayer.TBS)) {
      return tbs().map(TbsCode::name).orElseGet(() -> String.format("0x%08x", value));
    }
    return layer().speaksTpm()
        ? NAMES.of(base().value)
        : layer()
            .code(value & BELOW_LAYER)
            .map(code -> layer().prefix() + code.name())
            .orElseGet(() -> String.format("0x%08x", value));
  }

  /** TBS's own code; or TPM_20_E_*, which are the TPM's. */
  private Optional<TbsCode> tbs() {
    int number = value & BELOW_LAYER;
    Optional<TbsCode> own = TbsCode.of(number);
    if (own.isPresent() || number < FIRST_TPM20_IN_TBS || number > LAST_TPM20_IN_TBS) {
      return own;
    }
    ResponseCode inner = new ResponseCode(number);
    return inner.name().startsWith("TPM_RC_")
        ? Optional.of(
            new TbsCode(
                number,
                "TPM_20_E_" + inner.name().substring("TPM_RC_".length()),
                inner.meaning(),
                inner.advice()))
        : Optional.empty();
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
    if (layer().equals(TssLayer.TBS)) {
      return tbs()
          .map(code -> Words.words(code.meaning(), code.advice()))
          .orElseGet(() -> Words.words("a code of Windows' TPM Base Services without a name here"));
    }
    if (!layer().speaksTpm()) {
      return layer()
          .code(value & BELOW_LAYER)
          .map(code -> Words.words(code.meaning()))
          .orElseGet(
              () -> Words.words("a code of the layer \"" + layer() + "\" without a name here"));
    }
    if (isVendorSpecific()) {
      return Words.words("a code of the TPM's vendor", "Its documentation may say what it means");
    }
    int code = base().value;
    if (NAMES.knows(code)) {
      return Words.of(code);
    }
    return isFormatOne() || (code & FORMAT_ZERO_VERSION_2) != 0
        ? Words.words("a code that is newer than this version knows")
        : Words.words("a code of the TPM 1.2 family");
  }

  /**
   * This refusal as an exception: a {@link TpmResponseException} if the TPM said it, a {@link
   * TpmServiceException} if something before it did.
   *
   * @param command the command's name in the specification
   * @param handleNames its handles, as the specification names them
   * @param parameterNames its parameters, as the specification names them
   * @throws IllegalArgumentException if this is TPM_RC_SUCCESS
   */
  public TpmException refusalOf(
      String command, List<String> handleNames, List<String> parameterNames) {
    if (value == 0) {
      throw new IllegalArgumentException(name() + " refuses nothing");
    }
    return isFromTpm()
        ? new TpmResponseException(
            command, code(), name(), subject(handleNames, parameterNames), meaning(), advice())
        : new TpmServiceException(
            layer().toString(),
            code(),
            command
                + ": "
                + name()
                + ": "
                + meaning()
                + (advice().isEmpty() ? "" : ". " + advice()));
  }

  /** The name and what it is about: {@code TPM_RC_VALUE on parameter 2}. */
  @Override
  public String toString() {
    String about = subject(List.of(), List.of());
    return (isFromTpm() ? "" : layer() + ": ") + name() + (about.isEmpty() ? "" : " on " + about);
  }

  /**
   * The handle, parameter or session a response code is about.
   *
   * @param kind which of them
   * @param number which one, from 1 up, in the order of the command
   */
  public record Subject(Kind kind, int number) {

    /** What a response code can be about. */
    public enum Kind {
      /** A handle in the handle area. */
      HANDLE,
      /** A parameter. */
      PARAMETER,
      /** A session or password in the authorization area. */
      SESSION
    }

    static Optional<Subject> of(Kind kind, int number) {
      return number == 0 ? Optional.empty() : Optional.of(new Subject(kind, number));
    }

    String describe(List<String> handleNames, List<String> parameterNames) {
      return switch (kind) {
        case HANDLE -> "handle " + named(handleNames);
        case PARAMETER -> "parameter " + named(parameterNames);
        case SESSION -> "session " + number;
      };
    }

    private String named(List<String> names) {
      return number <= names.size() ? number + " (" + names.get(number - 1) + ")" : "" + number;
    }
  }
}
