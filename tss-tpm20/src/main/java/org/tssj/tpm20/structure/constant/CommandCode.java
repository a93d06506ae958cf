package org.tssj.tpm20.structure.constant;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_CC: the number of a command. The commands' own records name it in their specification; here
 * it stands for those that a policy, an audit or a capability speaks of.
 *
 * @param value 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 6.5.2 TPM_CC"
 */
public record CommandCode(int value) implements WireNumber {

  private static final NumberNames<CommandCode> NAMES =
      new NumberNames<>("TPM_CC_", 8, CommandCode::new);

  /**
   * TPM_CC_NV_UndefineSpaceSpecial: TPM2_NV_UndefineSpaceSpecial removes an NV index whose policy
   * has to allow it.
   */
  public static final CommandCode NV_UNDEFINE_SPACE_SPECIAL =
      NAMES.name("NV_UndefineSpaceSpecial", 0x0000011f);

  /**
   * TPM_CC_EvictControl: TPM2_EvictControl makes a loaded object persistent, or removes a
   * persistent one.
   */
  public static final CommandCode EVICT_CONTROL = NAMES.name("EvictControl", 0x00000120);

  /** TPM_CC_HierarchyControl: TPM2_HierarchyControl enables and disables hierarchies. */
  public static final CommandCode HIERARCHY_CONTROL = NAMES.name("HierarchyControl", 0x00000121);

  /** TPM_CC_NV_UndefineSpace: TPM2_NV_UndefineSpace removes an NV index. */
  public static final CommandCode NV_UNDEFINE_SPACE = NAMES.name("NV_UndefineSpace", 0x00000122);

  /** TPM_CC_ChangeEPS: TPM2_ChangeEPS replaces the seed of the endorsement hierarchy. */
  public static final CommandCode CHANGE_EPS = NAMES.name("ChangeEPS", 0x00000124);

  /** TPM_CC_ChangePPS: TPM2_ChangePPS replaces the seed of the platform hierarchy. */
  public static final CommandCode CHANGE_PPS = NAMES.name("ChangePPS", 0x00000125);

  /** TPM_CC_Clear: TPM2_Clear removes the owner and everything made under it. */
  public static final CommandCode CLEAR = NAMES.name("Clear", 0x00000126);

  /**
   * TPM_CC_ClearControl: TPM2_ClearControl allows or forbids TPM2_Clear by the lockout
   * authorization.
   */
  public static final CommandCode CLEAR_CONTROL = NAMES.name("ClearControl", 0x00000127);

  /** TPM_CC_ClockSet: TPM2_ClockSet sets the clock forward. */
  public static final CommandCode CLOCK_SET = NAMES.name("ClockSet", 0x00000128);

  /**
   * TPM_CC_HierarchyChangeAuth: TPM2_HierarchyChangeAuth changes the password of a hierarchy or of
   * lockout.
   */
  public static final CommandCode HIERARCHY_CHANGE_AUTH =
      NAMES.name("HierarchyChangeAuth", 0x00000129);

  /** TPM_CC_NV_DefineSpace: TPM2_NV_DefineSpace makes an NV index. */
  public static final CommandCode NV_DEFINE_SPACE = NAMES.name("NV_DefineSpace", 0x0000012a);

  /** TPM_CC_PCR_Allocate: TPM2_PCR_Allocate chooses the PCR banks from the next reset on. */
  public static final CommandCode PCR_ALLOCATE = NAMES.name("PCR_Allocate", 0x0000012b);

  /** TPM_CC_PCR_SetAuthPolicy: TPM2_PCR_SetAuthPolicy gives a group of PCRs a policy. */
  public static final CommandCode PCR_SET_AUTH_POLICY = NAMES.name("PCR_SetAuthPolicy", 0x0000012c);

  /** TPM_CC_PP_Commands: TPM2_PP_Commands chooses which commands need physical presence. */
  public static final CommandCode PP_COMMANDS = NAMES.name("PP_Commands", 0x0000012d);

  /** TPM_CC_SetPrimaryPolicy: TPM2_SetPrimaryPolicy gives a hierarchy a policy. */
  public static final CommandCode SET_PRIMARY_POLICY = NAMES.name("SetPrimaryPolicy", 0x0000012e);

  /** TPM_CC_FieldUpgradeStart: TPM2_FieldUpgradeStart begins a firmware upgrade. */
  public static final CommandCode FIELD_UPGRADE_START = NAMES.name("FieldUpgradeStart", 0x0000012f);

  /** TPM_CC_ClockRateAdjust: TPM2_ClockRateAdjust makes the clock run faster or slower. */
  public static final CommandCode CLOCK_RATE_ADJUST = NAMES.name("ClockRateAdjust", 0x00000130);

  /** TPM_CC_CreatePrimary: TPM2_CreatePrimary makes a key from a hierarchy's seed. */
  public static final CommandCode CREATE_PRIMARY = NAMES.name("CreatePrimary", 0x00000131);

  /**
   * TPM_CC_NV_GlobalWriteLock: TPM2_NV_GlobalWriteLock locks all NV indices that have the attribute
   * GLOBALLOCK.
   */
  public static final CommandCode NV_GLOBAL_WRITE_LOCK =
      NAMES.name("NV_GlobalWriteLock", 0x00000132);

  /**
   * TPM_CC_GetCommandAuditDigest: TPM2_GetCommandAuditDigest signs the digest of the commands that
   * were audited.
   */
  public static final CommandCode GET_COMMAND_AUDIT_DIGEST =
      NAMES.name("GetCommandAuditDigest", 0x00000133);

  /** TPM_CC_NV_Increment: TPM2_NV_Increment counts up an NV counter. */
  public static final CommandCode NV_INCREMENT = NAMES.name("NV_Increment", 0x00000134);

  /** TPM_CC_NV_SetBits: TPM2_NV_SetBits sets bits of an NV bit field. */
  public static final CommandCode NV_SET_BITS = NAMES.name("NV_SetBits", 0x00000135);

  /** TPM_CC_NV_Extend: TPM2_NV_Extend extends an NV index as a PCR is extended. */
  public static final CommandCode NV_EXTEND = NAMES.name("NV_Extend", 0x00000136);

  /** TPM_CC_NV_Write: TPM2_NV_Write writes to an NV index. */
  public static final CommandCode NV_WRITE = NAMES.name("NV_Write", 0x00000137);

  /** TPM_CC_NV_WriteLock: TPM2_NV_WriteLock locks an NV index against writing. */
  public static final CommandCode NV_WRITE_LOCK = NAMES.name("NV_WriteLock", 0x00000138);

  /**
   * TPM_CC_DictionaryAttackLockReset: TPM2_DictionaryAttackLockReset forgets wrong authorizations.
   */
  public static final CommandCode DICTIONARY_ATTACK_LOCK_RESET =
      NAMES.name("DictionaryAttackLockReset", 0x00000139);

  /**
   * TPM_CC_DictionaryAttackParameters: TPM2_DictionaryAttackParameters says how many wrong
   * authorizations are allowed, and what follows.
   */
  public static final CommandCode DICTIONARY_ATTACK_PARAMETERS =
      NAMES.name("DictionaryAttackParameters", 0x0000013a);

  /** TPM_CC_NV_ChangeAuth: TPM2_NV_ChangeAuth changes the password of an NV index. */
  public static final CommandCode NV_CHANGE_AUTH = NAMES.name("NV_ChangeAuth", 0x0000013b);

  /** TPM_CC_PCR_Event: TPM2_PCR_Event hashes an event and extends a PCR with it. */
  public static final CommandCode PCR_EVENT = NAMES.name("PCR_Event", 0x0000013c);

  /** TPM_CC_PCR_Reset: TPM2_PCR_Reset sets a PCR back. */
  public static final CommandCode PCR_RESET = NAMES.name("PCR_Reset", 0x0000013d);

  /** TPM_CC_SequenceComplete: TPM2_SequenceComplete ends a hash or HMAC sequence. */
  public static final CommandCode SEQUENCE_COMPLETE = NAMES.name("SequenceComplete", 0x0000013e);

  /** TPM_CC_SetAlgorithmSet: TPM2_SetAlgorithmSet chooses a vendor's set of algorithms. */
  public static final CommandCode SET_ALGORITHM_SET = NAMES.name("SetAlgorithmSet", 0x0000013f);

  /**
   * TPM_CC_SetCommandCodeAuditStatus: TPM2_SetCommandCodeAuditStatus chooses which commands are
   * audited.
   */
  public static final CommandCode SET_COMMAND_CODE_AUDIT_STATUS =
      NAMES.name("SetCommandCodeAuditStatus", 0x00000140);

  /** TPM_CC_FieldUpgradeData: TPM2_FieldUpgradeData carries a part of a firmware upgrade. */
  public static final CommandCode FIELD_UPGRADE_DATA = NAMES.name("FieldUpgradeData", 0x00000141);

  /** TPM_CC_IncrementalSelfTest: TPM2_IncrementalSelfTest tests some algorithms. */
  public static final CommandCode INCREMENTAL_SELF_TEST =
      NAMES.name("IncrementalSelfTest", 0x00000142);

  /** TPM_CC_SelfTest: TPM2_SelfTest tests all there is to test. */
  public static final CommandCode SELF_TEST = NAMES.name("SelfTest", 0x00000143);

  /** TPM_CC_Startup: TPM2_Startup starts the TPM after power-on. */
  public static final CommandCode STARTUP = NAMES.name("Startup", 0x00000144);

  /** TPM_CC_Shutdown: TPM2_Shutdown prepares for the loss of power. */
  public static final CommandCode SHUTDOWN = NAMES.name("Shutdown", 0x00000145);

  /** TPM_CC_StirRandom: TPM2_StirRandom adds entropy to the generator. */
  public static final CommandCode STIR_RANDOM = NAMES.name("StirRandom", 0x00000146);

  /**
   * TPM_CC_ActivateCredential: TPM2_ActivateCredential decrypts a credential made for a key on this
   * TPM.
   */
  public static final CommandCode ACTIVATE_CREDENTIAL =
      NAMES.name("ActivateCredential", 0x00000147);

  /** TPM_CC_Certify: TPM2_Certify signs that an object is loaded in this TPM. */
  public static final CommandCode CERTIFY = NAMES.name("Certify", 0x00000148);

  /** TPM_CC_PolicyNV: TPM2_PolicyNV compares NV contents, for a policy. */
  public static final CommandCode POLICY_NV = NAMES.name("PolicyNV", 0x00000149);

  /** TPM_CC_CertifyCreation: TPM2_CertifyCreation signs how an object was made. */
  public static final CommandCode CERTIFY_CREATION = NAMES.name("CertifyCreation", 0x0000014a);

  /** TPM_CC_Duplicate: TPM2_Duplicate wraps an object for another parent. */
  public static final CommandCode DUPLICATE = NAMES.name("Duplicate", 0x0000014b);

  /** TPM_CC_GetTime: TPM2_GetTime signs the TPM's time. */
  public static final CommandCode GET_TIME = NAMES.name("GetTime", 0x0000014c);

  /** TPM_CC_GetSessionAuditDigest: TPM2_GetSessionAuditDigest signs an audit session's digest. */
  public static final CommandCode GET_SESSION_AUDIT_DIGEST =
      NAMES.name("GetSessionAuditDigest", 0x0000014d);

  /** TPM_CC_NV_Read: TPM2_NV_Read reads an NV index. */
  public static final CommandCode NV_READ = NAMES.name("NV_Read", 0x0000014e);

  /** TPM_CC_NV_ReadLock: TPM2_NV_ReadLock locks an NV index against reading. */
  public static final CommandCode NV_READ_LOCK = NAMES.name("NV_ReadLock", 0x0000014f);

  /** TPM_CC_ObjectChangeAuth: TPM2_ObjectChangeAuth changes the password of an object. */
  public static final CommandCode OBJECT_CHANGE_AUTH = NAMES.name("ObjectChangeAuth", 0x00000150);

  /** TPM_CC_PolicySecret: TPM2_PolicySecret asks for an entity's password, for a policy. */
  public static final CommandCode POLICY_SECRET = NAMES.name("PolicySecret", 0x00000151);

  /** TPM_CC_Rewrap: TPM2_Rewrap wraps a duplicated object for another parent. */
  public static final CommandCode REWRAP = NAMES.name("Rewrap", 0x00000152);

  /** TPM_CC_Create: TPM2_Create makes an object under a parent. */
  public static final CommandCode CREATE = NAMES.name("Create", 0x00000153);

  /** TPM_CC_ECDH_ZGen: TPM2_ECDH_ZGen computes a shared point from a key and a public point. */
  public static final CommandCode ECDH_ZGEN = NAMES.name("ECDH_ZGen", 0x00000154);

  /** TPM_CC_HMAC: TPM2_HMAC computes an HMAC; shares its code with TPM2_MAC. */
  public static final CommandCode HMAC = NAMES.name("HMAC", 0x00000155);

  /** TPM_CC_MAC: TPM2_MAC computes a block cipher's MAC; shares its code with TPM2_HMAC. */
  public static final CommandCode MAC = NAMES.name("MAC", 0x00000155);

  /** TPM_CC_Import: TPM2_Import takes in an object wrapped for a parent here. */
  public static final CommandCode IMPORT = NAMES.name("Import", 0x00000156);

  /** TPM_CC_Load: TPM2_Load loads an object under its parent. */
  public static final CommandCode LOAD = NAMES.name("Load", 0x00000157);

  /** TPM_CC_Quote: TPM2_Quote signs PCR values. */
  public static final CommandCode QUOTE = NAMES.name("Quote", 0x00000158);

  /** TPM_CC_RSA_Decrypt: TPM2_RSA_Decrypt decrypts with an RSA key. */
  public static final CommandCode RSA_DECRYPT = NAMES.name("RSA_Decrypt", 0x00000159);

  /**
   * TPM_CC_HMAC_Start: TPM2_HMAC_Start begins an HMAC sequence; shares its code with
   * TPM2_MAC_Start.
   */
  public static final CommandCode HMAC_START = NAMES.name("HMAC_Start", 0x0000015b);

  /**
   * TPM_CC_MAC_Start: TPM2_MAC_Start begins a MAC sequence; shares its code with TPM2_HMAC_Start.
   */
  public static final CommandCode MAC_START = NAMES.name("MAC_Start", 0x0000015b);

  /** TPM_CC_SequenceUpdate: TPM2_SequenceUpdate adds data to a sequence. */
  public static final CommandCode SEQUENCE_UPDATE = NAMES.name("SequenceUpdate", 0x0000015c);

  /** TPM_CC_Sign: TPM2_Sign signs a digest. */
  public static final CommandCode SIGN = NAMES.name("Sign", 0x0000015d);

  /** TPM_CC_Unseal: TPM2_Unseal gives back sealed data. */
  public static final CommandCode UNSEAL = NAMES.name("Unseal", 0x0000015e);

  /** TPM_CC_PolicySigned: TPM2_PolicySigned asks for a signature, for a policy. */
  public static final CommandCode POLICY_SIGNED = NAMES.name("PolicySigned", 0x00000160);

  /** TPM_CC_ContextLoad: TPM2_ContextLoad loads a saved context. */
  public static final CommandCode CONTEXT_LOAD = NAMES.name("ContextLoad", 0x00000161);

  /** TPM_CC_ContextSave: TPM2_ContextSave saves a loaded object or session outside of the TPM. */
  public static final CommandCode CONTEXT_SAVE = NAMES.name("ContextSave", 0x00000162);

  /**
   * TPM_CC_ECDH_KeyGen: TPM2_ECDH_KeyGen makes an ephemeral key and the point it shares with a key.
   */
  public static final CommandCode ECDH_KEY_GEN = NAMES.name("ECDH_KeyGen", 0x00000163);

  /**
   * TPM_CC_EncryptDecrypt: TPM2_EncryptDecrypt encrypts or decrypts; TPM2_EncryptDecrypt2 lets a
   * session encrypt its input.
   */
  public static final CommandCode ENCRYPT_DECRYPT = NAMES.name("EncryptDecrypt", 0x00000164);

  /** TPM_CC_FlushContext: TPM2_FlushContext removes an object or session from the TPM's memory. */
  public static final CommandCode FLUSH_CONTEXT = NAMES.name("FlushContext", 0x00000165);

  /** TPM_CC_LoadExternal: TPM2_LoadExternal loads a key that was not made here. */
  public static final CommandCode LOAD_EXTERNAL = NAMES.name("LoadExternal", 0x00000167);

  /** TPM_CC_MakeCredential: TPM2_MakeCredential encrypts a credential for a key on another TPM. */
  public static final CommandCode MAKE_CREDENTIAL = NAMES.name("MakeCredential", 0x00000168);

  /** TPM_CC_NV_ReadPublic: TPM2_NV_ReadPublic tells the public area and the Name of an NV index. */
  public static final CommandCode NV_READ_PUBLIC = NAMES.name("NV_ReadPublic", 0x00000169);

  /**
   * TPM_CC_PolicyAuthorize: TPM2_PolicyAuthorize replaces a policy by one that a key has approved.
   */
  public static final CommandCode POLICY_AUTHORIZE = NAMES.name("PolicyAuthorize", 0x0000016a);

  /**
   * TPM_CC_PolicyAuthValue: TPM2_PolicyAuthValue asks for the object's password in the HMAC, for a
   * policy.
   */
  public static final CommandCode POLICY_AUTH_VALUE = NAMES.name("PolicyAuthValue", 0x0000016b);

  /** TPM_CC_PolicyCommandCode: TPM2_PolicyCommandCode allows one command only, for a policy. */
  public static final CommandCode POLICY_COMMAND_CODE = NAMES.name("PolicyCommandCode", 0x0000016c);

  /**
   * TPM_CC_PolicyCounterTimer: TPM2_PolicyCounterTimer compares clock and counters, for a policy.
   */
  public static final CommandCode POLICY_COUNTER_TIMER =
      NAMES.name("PolicyCounterTimer", 0x0000016d);

  /** TPM_CC_PolicyCpHash: TPM2_PolicyCpHash allows one set of parameters only, for a policy. */
  public static final CommandCode POLICY_CP_HASH = NAMES.name("PolicyCpHash", 0x0000016e);

  /** TPM_CC_PolicyLocality: TPM2_PolicyLocality allows some localities only, for a policy. */
  public static final CommandCode POLICY_LOCALITY = NAMES.name("PolicyLocality", 0x0000016f);

  /** TPM_CC_PolicyNameHash: TPM2_PolicyNameHash allows one set of objects only, for a policy. */
  public static final CommandCode POLICY_NAME_HASH = NAMES.name("PolicyNameHash", 0x00000170);

  /** TPM_CC_PolicyOR: TPM2_PolicyOR allows one of several policies. */
  public static final CommandCode POLICY_OR = NAMES.name("PolicyOR", 0x00000171);

  /**
   * TPM_CC_PolicyTicket: TPM2_PolicyTicket takes a ticket for a signature or password, for a
   * policy.
   */
  public static final CommandCode POLICY_TICKET = NAMES.name("PolicyTicket", 0x00000172);

  /** TPM_CC_ReadPublic: TPM2_ReadPublic tells the public area and the Name of an object. */
  public static final CommandCode READ_PUBLIC = NAMES.name("ReadPublic", 0x00000173);

  /** TPM_CC_RSA_Encrypt: TPM2_RSA_Encrypt encrypts with an RSA key. */
  public static final CommandCode RSA_ENCRYPT = NAMES.name("RSA_Encrypt", 0x00000174);

  /** TPM_CC_StartAuthSession: TPM2_StartAuthSession starts an HMAC, policy or trial session. */
  public static final CommandCode START_AUTH_SESSION = NAMES.name("StartAuthSession", 0x00000176);

  /** TPM_CC_VerifySignature: TPM2_VerifySignature verifies a signature over a digest. */
  public static final CommandCode VERIFY_SIGNATURE = NAMES.name("VerifySignature", 0x00000177);

  /** TPM_CC_ECC_Parameters: TPM2_ECC_Parameters tells the parameters of a curve. */
  public static final CommandCode ECC_PARAMETERS = NAMES.name("ECC_Parameters", 0x00000178);

  /** TPM_CC_FirmwareRead: TPM2_FirmwareRead reads the firmware for a backup. */
  public static final CommandCode FIRMWARE_READ = NAMES.name("FirmwareRead", 0x00000179);

  /** TPM_CC_GetCapability: TPM2_GetCapability tells what the TPM is and has. */
  public static final CommandCode GET_CAPABILITY = NAMES.name("GetCapability", 0x0000017a);

  /** TPM_CC_GetRandom: TPM2_GetRandom gives random octets. */
  public static final CommandCode GET_RANDOM = NAMES.name("GetRandom", 0x0000017b);

  /** TPM_CC_GetTestResult: TPM2_GetTestResult tells how the self-test went. */
  public static final CommandCode GET_TEST_RESULT = NAMES.name("GetTestResult", 0x0000017c);

  /** TPM_CC_Hash: TPM2_Hash hashes data. */
  public static final CommandCode HASH = NAMES.name("Hash", 0x0000017d);

  /** TPM_CC_PCR_Read: TPM2_PCR_Read reads PCRs. */
  public static final CommandCode PCR_READ = NAMES.name("PCR_Read", 0x0000017e);

  /** TPM_CC_PolicyPCR: TPM2_PolicyPCR compares PCRs, for a policy. */
  public static final CommandCode POLICY_PCR = NAMES.name("PolicyPCR", 0x0000017f);

  /** TPM_CC_PolicyRestart: TPM2_PolicyRestart begins a policy session anew. */
  public static final CommandCode POLICY_RESTART = NAMES.name("PolicyRestart", 0x00000180);

  /** TPM_CC_ReadClock: TPM2_ReadClock tells the TPM's time. */
  public static final CommandCode READ_CLOCK = NAMES.name("ReadClock", 0x00000181);

  /** TPM_CC_PCR_Extend: TPM2_PCR_Extend extends a PCR with digests. */
  public static final CommandCode PCR_EXTEND = NAMES.name("PCR_Extend", 0x00000182);

  /** TPM_CC_PCR_SetAuthValue: TPM2_PCR_SetAuthValue gives a group of PCRs a password. */
  public static final CommandCode PCR_SET_AUTH_VALUE = NAMES.name("PCR_SetAuthValue", 0x00000183);

  /** TPM_CC_NV_Certify: TPM2_NV_Certify signs the contents of an NV index. */
  public static final CommandCode NV_CERTIFY = NAMES.name("NV_Certify", 0x00000184);

  /**
   * TPM_CC_EventSequenceComplete: TPM2_EventSequenceComplete ends an event sequence and extends a
   * PCR with its digests.
   */
  public static final CommandCode EVENT_SEQUENCE_COMPLETE =
      NAMES.name("EventSequenceComplete", 0x00000185);

  /** TPM_CC_HashSequenceStart: TPM2_HashSequenceStart begins a hash or event sequence. */
  public static final CommandCode HASH_SEQUENCE_START = NAMES.name("HashSequenceStart", 0x00000186);

  /**
   * TPM_CC_PolicyPhysicalPresence: TPM2_PolicyPhysicalPresence asks for physical presence, for a
   * policy.
   */
  public static final CommandCode POLICY_PHYSICAL_PRESENCE =
      NAMES.name("PolicyPhysicalPresence", 0x00000187);

  /**
   * TPM_CC_PolicyDuplicationSelect: TPM2_PolicyDuplicationSelect allows duplication to one parent
   * only, for a policy.
   */
  public static final CommandCode POLICY_DUPLICATION_SELECT =
      NAMES.name("PolicyDuplicationSelect", 0x00000188);

  /** TPM_CC_PolicyGetDigest: TPM2_PolicyGetDigest tells a policy session's digest. */
  public static final CommandCode POLICY_GET_DIGEST = NAMES.name("PolicyGetDigest", 0x00000189);

  /** TPM_CC_TestParms: TPM2_TestParms tells whether the TPM supports these parameters. */
  public static final CommandCode TEST_PARMS = NAMES.name("TestParms", 0x0000018a);

  /** TPM_CC_Commit: TPM2_Commit begins an ECDAA signature. */
  public static final CommandCode COMMIT = NAMES.name("Commit", 0x0000018b);

  /**
   * TPM_CC_PolicyPassword: TPM2_PolicyPassword asks for the object's password in plain text, for a
   * policy.
   */
  public static final CommandCode POLICY_PASSWORD = NAMES.name("PolicyPassword", 0x0000018c);

  /**
   * TPM_CC_ZGen_2Phase: TPM2_ZGen_2Phase computes the shared points of a two-phase key exchange.
   */
  public static final CommandCode ZGEN_2PHASE = NAMES.name("ZGen_2Phase", 0x0000018d);

  /** TPM_CC_EC_Ephemeral: TPM2_EC_Ephemeral makes an ephemeral key for a two-phase key exchange. */
  public static final CommandCode EC_EPHEMERAL = NAMES.name("EC_Ephemeral", 0x0000018e);

  /**
   * TPM_CC_PolicyNvWritten: TPM2_PolicyNvWritten asks whether an NV index was written, for a
   * policy.
   */
  public static final CommandCode POLICY_NV_WRITTEN = NAMES.name("PolicyNvWritten", 0x0000018f);

  /** TPM_CC_PolicyTemplate: TPM2_PolicyTemplate allows one template only, for a policy. */
  public static final CommandCode POLICY_TEMPLATE = NAMES.name("PolicyTemplate", 0x00000190);

  /**
   * TPM_CC_CreateLoaded: TPM2_CreateLoaded makes and loads an object, primary, ordinary or derived.
   */
  public static final CommandCode CREATE_LOADED = NAMES.name("CreateLoaded", 0x00000191);

  /**
   * TPM_CC_PolicyAuthorizeNV: TPM2_PolicyAuthorizeNV replaces a policy by one that stands in NV.
   */
  public static final CommandCode POLICY_AUTHORIZE_NV = NAMES.name("PolicyAuthorizeNV", 0x00000192);

  /** TPM_CC_EncryptDecrypt2: TPM2_EncryptDecrypt2 encrypts or decrypts. */
  public static final CommandCode ENCRYPT_DECRYPT2 = NAMES.name("EncryptDecrypt2", 0x00000193);

  /** TPM_CC_AC_GetCapability: TPM2_AC_GetCapability tells what an attached component is and has. */
  public static final CommandCode AC_GET_CAPABILITY = NAMES.name("AC_GetCapability", 0x00000194);

  /** TPM_CC_AC_Send: TPM2_AC_Send sends an object to an attached component. */
  public static final CommandCode AC_SEND = NAMES.name("AC_Send", 0x00000195);

  /**
   * TPM_CC_Policy_AC_SendSelect: TPM2_Policy_AC_SendSelect allows sending to one attached component
   * only, for a policy.
   */
  public static final CommandCode POLICY_AC_SEND_SELECT =
      NAMES.name("Policy_AC_SendSelect", 0x00000196);

  /** TPM_CC_CertifyX509: TPM2_CertifyX509 signs an X.509 certificate for a key. */
  public static final CommandCode CERTIFY_X509 = NAMES.name("CertifyX509", 0x00000197);

  /** TPM_CC_ACT_SetTimeout: TPM2_ACT_SetTimeout sets an authenticated countdown timer. */
  public static final CommandCode ACT_SET_TIMEOUT = NAMES.name("ACT_SetTimeout", 0x00000198);

  /** TPM_CC_ECC_Encrypt: TPM2_ECC_Encrypt encrypts with an ECC key. */
  public static final CommandCode ECC_ENCRYPT = NAMES.name("ECC_Encrypt", 0x00000199);

  /** TPM_CC_ECC_Decrypt: TPM2_ECC_Decrypt decrypts with an ECC key. */
  public static final CommandCode ECC_DECRYPT = NAMES.name("ECC_Decrypt", 0x0000019a);

  /** TPM_CC_PolicyCapability: TPM2_PolicyCapability compares a capability, for a policy. */
  public static final CommandCode POLICY_CAPABILITY = NAMES.name("PolicyCapability", 0x0000019b);

  /**
   * TPM_CC_PolicyParameters: TPM2_PolicyParameters allows one set of parameters only, handles
   * aside, for a policy.
   */
  public static final CommandCode POLICY_PARAMETERS = NAMES.name("PolicyParameters", 0x0000019c);

  /** TPM_CC_NV_DefineSpace2: TPM2_NV_DefineSpace2 makes an NV index of any kind of handle. */
  public static final CommandCode NV_DEFINE_SPACE2 = NAMES.name("NV_DefineSpace2", 0x0000019d);

  /**
   * TPM_CC_NV_ReadPublic2: TPM2_NV_ReadPublic2 tells the public area and the Name of an NV index of
   * any kind of handle.
   */
  public static final CommandCode NV_READ_PUBLIC2 = NAMES.name("NV_ReadPublic2", 0x0000019e);

  /** TPM_CC_SetCapability: TPM2_SetCapability changes a capability. */
  public static final CommandCode SET_CAPABILITY = NAMES.name("SetCapability", 0x0000019f);

  /**
   * TPM_CC_ReadOnlyControl: TPM2_ReadOnlyControl puts the TPM into read-only mode and out of it.
   */
  public static final CommandCode READ_ONLY_CONTROL = NAMES.name("ReadOnlyControl", 0x000001a0);

  /**
   * TPM_CC_PolicyTransportSPDM: TPM2_PolicyTransportSPDM asks for a secure channel, for a policy.
   */
  public static final CommandCode POLICY_TRANSPORT_SPDM =
      NAMES.name("PolicyTransportSPDM", 0x000001a1);

  /**
   * TPM_CC_VerifySequenceComplete: TPM2_VerifySequenceComplete ends a sequence that verifies a
   * signature, since 1.85.
   */
  public static final CommandCode VERIFY_SEQUENCE_COMPLETE =
      NAMES.name("VerifySequenceComplete", 0x000001a3);

  /**
   * TPM_CC_SignSequenceComplete: TPM2_SignSequenceComplete ends a sequence that signs a message,
   * since 1.85.
   */
  public static final CommandCode SIGN_SEQUENCE_COMPLETE =
      NAMES.name("SignSequenceComplete", 0x000001a4);

  /**
   * TPM_CC_VerifyDigestSignature: TPM2_VerifyDigestSignature verifies a signature over a digest,
   * since 1.85.
   */
  public static final CommandCode VERIFY_DIGEST_SIGNATURE =
      NAMES.name("VerifyDigestSignature", 0x000001a5);

  /** TPM_CC_SignDigest: TPM2_SignDigest signs a digest, since 1.85. */
  public static final CommandCode SIGN_DIGEST = NAMES.name("SignDigest", 0x000001a6);

  /** TPM_CC_Encapsulate: TPM2_Encapsulate makes a shared secret for a key, since 1.85. */
  public static final CommandCode ENCAPSULATE = NAMES.name("Encapsulate", 0x000001a7);

  /** TPM_CC_Decapsulate: TPM2_Decapsulate recovers a shared secret made for a key, since 1.85. */
  public static final CommandCode DECAPSULATE = NAMES.name("Decapsulate", 0x000001a8);

  /**
   * TPM_CC_VerifySequenceStart: TPM2_VerifySequenceStart begins a sequence that verifies a
   * signature, since 1.85.
   */
  public static final CommandCode VERIFY_SEQUENCE_START =
      NAMES.name("VerifySequenceStart", 0x000001a9);

  /**
   * TPM_CC_SignSequenceStart: TPM2_SignSequenceStart begins a sequence that signs a message, since
   * 1.85.
   */
  public static final CommandCode SIGN_SEQUENCE_START = NAMES.name("SignSequenceStart", 0x000001aa);

  /** TPM_CC_Vendor_TCG_Test: a vendor command of the reference code. */
  public static final CommandCode VENDOR_TCG_TEST = NAMES.name("Vendor_TCG_Test", 0x20000000);

  /** TPM_CC: four octets. */
  public static final Codec<CommandCode> CODEC = Codecs.number32("TPM_CC", CommandCode::new);

  // Part 2, Table 11: bit 29 (V).
  private static final int VENDOR = 1 << 29;

  /**
   * The constant with this name, with {@code TPM_CC_} or {@code TPM2_} before it or neither, in
   * either case: {@code TPM2_NV_Read}, {@code nv_read}.
   */
  public static Optional<CommandCode> named(String name) {
    return NAMES.named(name.regionMatches(true, 0, "TPM2_", 0, 5) ? name.substring(5) : name);
  }

  /** Whether it is a command of the TPM's vendor. */
  public boolean isVendorSpecific() {
    return (value & VENDOR) != 0;
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
