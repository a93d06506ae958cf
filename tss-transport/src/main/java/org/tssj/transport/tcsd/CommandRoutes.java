package org.tssj.transport.tcsd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.transport.tcsd.Piece.Extent;
import org.tssj.transport.tcsd.Piece.Presence;

/**
 * Which RPC tcsd has for each command of a TPM 1.2, and where the parameters of one stand in the
 * other. A command's handles and parameters stand here in the order of the RPC; {@code tpmHas}
 * follows where the TPM has them in another.
 */
final class CommandRoutes {

  private static final Map<Integer, CommandRoute> BY_ORDINAL = new LinkedHashMap<>();

  static final int LOAD_KEY = 0x20;
  static final int FLUSH_SPECIFIC = 0xba;
  static final int EXECUTE_TRANSPORT = 0xe7;

  /** TPM_FlushSpecific of a key. tcsd does not know keys by their handle in the TPM. */
  static final CommandRoute FLUSH_KEY =
      new CommandRoute(
          FLUSH_SPECIFIC,
          "TPM_FlushSpecific",
          Rpc.EVICTKEY,
          takes(handle("handle"), new Piece.Unsaid("resourceType")),
          takes());

  /** TPM_FlushSpecific of a session. FLUSHSPECIFIC does not know those that tcsd gave out. */
  static final CommandRoute FLUSH_SESSION =
      new CommandRoute(
          FLUSH_SPECIFIC,
          "TPM_FlushSpecific",
          Rpc.TERMINATEHANDLE,
          takes(handle("handle"), new Piece.Unsaid("resourceType")),
          takes());

  static {
    sessions();
    ownership();
    keys();
    storage();
    migration();
    identityAndSigning();
    pcrs();
    capabilities();
    optIn();
    endorsement();
    nv();
    delegation();
    auditAndTime();
    maintenance();
  }

  private CommandRoutes() {}

  private static void sessions() {
    route(
        0x0a, "TPM_OIAP", Rpc.OIAP, takes(), takes(handle("authHandle"), nonce("nonceEven")));
    route(
        0x0b,
        "TPM_OSAP",
        Rpc.OSAP,
        takes(u16("entityType"), u32("entityValue"), nonce("nonceOddOSAP")),
        takes(handle("authHandle"), nonce("nonceEven"), nonce("nonceEvenOSAP")));
    route(
        0x11,
        "TPM_DSAP",
        Rpc.DSAP,
        takes(
            u16("entityType"), handle("keyHandle"), nonce("nonceOddDSAP"), counted("entityValue")),
        takes(handle("authHandle"), nonce("nonceEven"), nonce("nonceEvenDSAP")));
    route(
        0x96, "TPM_Terminate_Handle", Rpc.TERMINATEHANDLE, takes(handle("handle")), takes());
    route(
        FLUSH_SPECIFIC,
        "TPM_FlushSpecific",
        Rpc.FLUSHSPECIFIC,
        takes(handle("handle"), u32("resourceType")),
        takes());
    route(
        0xe6,
        "TPM_EstablishTransport",
        Rpc.ESTABLISHTRANSPORT,
        takes(
            new Piece.Constant("controlFlags", 0),
            handle("encHandle"),
            structure("transPublic", Extent.TRANSPORT_PUBLIC),
            counted("secret"),
            optional("keyAuth")),
        takes(
                optional("keyAuth"),
                u32("locality"),
                handle("transHandle"),
                structure("currentTicks"),
                nonce("transNonceEven"))
            .tpmHas("transHandle", "locality", "currentTicks", "transNonceEven"));
    route(
        0xe8,
        "TPM_ReleaseTransportSigned",
        Rpc.RELEASETRANSPORTSIGNED,
        takes(handle("keyHandle"), nonce("antiReplay"), zeroed("keyAuth"), zeroed("transAuth")),
        takes(
            optional("keyAuth"),
            optional("transAuth"),
            u32("locality"),
            structure("currentTicks"),
            counted("signature")));
  }

  private static void ownership() {
    route(
        0x0c,
        "TPM_ChangeAuth",
        Rpc.CHANGEAUTH,
        takes(
            handle("parentHandle"),
            u16("protocolID"),
            encAuth("newAuth"),
            u16("entityType"),
            counted("encData"),
            auth("ownerAuth"),
            auth("entityAuth")),
        takes(auth("ownerAuth"), auth("entityAuth"), counted("outData")));
    route(
        0x0d,
        "TPM_TakeOwnership",
        Rpc.TAKEOWNERSHIP,
        takes(
            u16("protocolID"),
            counted("encOwnerAuth"),
            counted("encSrkAuth"),
            structure("srkParams"),
            auth("ownerAuth")),
        takes(auth("ownerAuth"), structure("srkPub")));
    route(
        0x10,
        "TPM_ChangeAuthOwner",
        Rpc.CHANGEAUTHOWNER,
        takes(u16("protocolID"), encAuth("newAuth"), u16("entityType"), auth("ownerAuth")),
        takes(auth("ownerAuth")));
    route(0x40, "TPM_ResetLockValue", Rpc.RESETLOCKVALUE, byOwner(), byOwner());
    route(0x5b, "TPM_OwnerClear", Rpc.OWNERCLEAR, byOwner(), byOwner());
    route(0x5c, "TPM_DisableOwnerClear", Rpc.DISABLEOWNERCLEAR, byOwner(), byOwner());
    route(0x5d, "TPM_ForceClear", Rpc.FORCECLEAR, takes(), takes());
    route(0x5e, "TPM_DisableForceClear", Rpc.DISABLEFORCECLEAR, takes(), takes());
  }

  private static void keys() {
    route(
        0x1f,
        "TPM_CreateWrapKey",
        Rpc.CREATEWRAPKEY,
        takes(
            handle("parentHandle"),
            encAuth("dataUsageAuth"),
            encAuth("dataMigrationAuth"),
            structure("keyInfo"),
            optional("pubAuth")),
        takes(structure("wrappedKey"), optional("resAuth")));
    route(
        0x21,
        "TPM_GetPubKey",
        Rpc.GETPUBKEY,
        takes(handle("keyHandle"), optional("keyAuth")),
        takes(optional("keyAuth"), structure("pubKey")));
    route(0x22, "TPM_EvictKey", Rpc.EVICTKEY, takes(handle("evictHandle")), takes());
    route(
        0x23,
        "TPM_KeyControlOwner",
        Rpc.KEYCONTROLOWNER,
        takes(
            handle("keyHandle"),
            structure("pubKey"),
            u32("bitName"),
            bool("bitValue"),
            auth("ownerAuth")),
        takes(auth("ownerAuth"), new Piece.Extra("uuid", ParameterType.UUID)));
    route(
        0x41,
        "TPM_LoadKey2",
        Rpc.LOADKEYBYBLOB,
        takes(handle("parentHandle"), structure("inKey"), optional("parentAuth")),
        takes(
            optional("parentAuth"),
            handle("inkeyHandle"),
            new Piece.Extra("hKeyHmac", ParameterType.UINT32)));
  }

  private static void storage() {
    for (boolean x : new boolean[] {false, true}) {
      route(
          x ? 0x3d : 0x17,
          x ? "TPM_Sealx" : "TPM_Seal",
          x ? Rpc.SEALX : Rpc.SEAL,
          takes(
              handle("keyHandle"),
              encAuth("encAuth"),
              orNone("pcrInfo"),
              orNone("inData"),
              optional("pubAuth")),
          takes(optional("pubAuth"), structure("sealedData")));
    }
    route(
        0x18,
        "TPM_Unseal",
        Rpc.UNSEAL,
        takes(
            handle("parentHandle"), structure("inData"), auth("parentAuth"), optional("dataAuth")),
        takes(optional("parentAuth"), optional("dataAuth"), counted("secret")));
    route(
        0x1e,
        "TPM_UnBind",
        Rpc.UNBIND,
        takes(handle("keyHandle"), counted("inData"), optional("privAuth")),
        takes(optional("privAuth"), counted("outData")));
  }

  private static void migration() {
    route(
        0x28,
        "TPM_CreateMigrationBlob",
        Rpc.CREATEMIGRATIONBLOB,
        takes(
            handle("parentHandle"),
            u16("migrationType"),
            structure("migrationKeyAuth", Extent.MIGRATION_KEY_AUTH),
            counted("encData"),
            auth("parentAuth"),
            optional("entityAuth")),
        takes(
            optional("parentAuth"), optional("entityAuth"), counted("random"), counted("outData")));
    route(
        0x2a,
        "TPM_ConvertMigrationBlob",
        Rpc.CONVERTMIGRATIONBLOB,
        takes(
            handle("parentHandle"), counted("inData"), counted("random"), optional("parentAuth")),
        takes(optional("parentAuth"), counted("outData")));
    route(
        0x2b,
        "TPM_AuthorizeMigrationKey",
        Rpc.AUTHORIZEMIGRATIONKEY,
        takes(u16("migrationScheme"), structure("migrationKey"), auth("ownerAuth")),
        takes(auth("ownerAuth"), structure("outData")));
    route(
        0x12,
        "TPM_CMK_CreateTicket",
        Rpc.CMK_CREATETICKET,
        takes(
            structure("verificationKey", Extent.PUBLIC_KEY),
            digest("signedData"),
            counted("signatureValue"),
            auth("ownerAuth")),
        takes(auth("ownerAuth"), digest("sigTicket")));
    route(
        0x13,
        "TPM_CMK_CreateKey",
        Rpc.CMK_CREATEKEY,
        takes(
                handle("parentHandle"),
                encAuth("dataUsageAuth"),
                digest("migrationAuthorityApproval"),
                digest("migrationAuthorityDigest"),
                structure("keyInfo"),
                zeroed("pubAuth"))
            .tpmHas(
                "parentHandle",
                "dataUsageAuth",
                "keyInfo",
                "migrationAuthorityApproval",
                "migrationAuthorityDigest"),
        takes(structure("wrappedKey"), optional("pubAuth")));
    route(
        0x1b,
        "TPM_CMK_CreateBlob",
        Rpc.CMK_CREATEBLOB,
        takes(
            handle("parentHandle"),
            u16("migrationType"),
            structure("migrationKeyAuth", Extent.MIGRATION_KEY_AUTH),
            digest("pubSourceKeyDigest"),
            counted("msaList"),
            counted("restrictTicket"),
            counted("sigTicket"),
            counted("encData"),
            zeroed("parentAuth")),
        takes(optional("parentAuth"), counted("random"), counted("outData")));
    route(
        0x1c,
        "TPM_CMK_SetRestrictions",
        Rpc.CMK_SETRESTRICTIONS,
        takes(u32("restriction"), auth("ownerAuth")),
        byOwner());
    route(
        0x1d,
        "TPM_CMK_ApproveMA",
        Rpc.CMK_APPROVEMA,
        takes(digest("migrationAuthorityDigest"), auth("ownerAuth")),
        takes(auth("ownerAuth"), digest("outData")));
    route(
        0x24,
        "TPM_CMK_ConvertMigration",
        Rpc.CMK_CONVERTMIGRATION,
        takes(
            handle("parentHandle"),
            new Piece.Bare("restrictTicket", 60),
            digest("sigTicket"),
            structure("migratedKey", Extent.KEY),
            counted("msaList"),
            counted("random"),
            zeroed("parentAuth")),
        takes(optional("parentAuth"), counted("outData")));
  }

  private static void identityAndSigning() {
    route(
        0x79,
        "TPM_MakeIdentity",
        Rpc.MAKEIDENTITY,
        takes(
            encAuth("identityAuth"),
            digest("labelPrivCADigest"),
            structure("idKeyParams"),
            auth("srkAuth"),
            optional("ownerAuth")),
        takes(
            optional("srkAuth"),
            optional("ownerAuth"),
            structure("idKey"),
            counted("identityBinding"),
            // Certificates from files that tcsd.conf names.
            new Piece.Extra("endorsementCredential", ParameterType.PBYTE),
            new Piece.Extra("platformCredential", ParameterType.PBYTE),
            new Piece.Extra("conformanceCredential", ParameterType.PBYTE)));
    route(
        0x7a,
        "TPM_ActivateIdentity",
        Rpc.ACTIVATETPMIDENTITY,
        takes(
            handle("idKeyHandle"), counted("blob"), auth("idKeyAuth"), optional("ownerAuth")),
        takes(optional("idKeyAuth"), optional("ownerAuth"), structure("symmetricKey")));
    route(
        0x32,
        "TPM_CertifyKey",
        Rpc.CERTIFYKEY,
        takes(
            handle("certHandle"),
            handle("keyHandle"),
            nonce("antiReplay"),
            zeroed("certAuth"),
            zeroed("keyAuth")),
        takes(
            optional("certAuth"), optional("keyAuth"), structure("certifyInfo"), counted("outData")));
    route(
        0x3c,
        "TPM_Sign",
        Rpc.SIGN,
        takes(handle("keyHandle"), counted("areaToSign"), optional("privAuth")),
        takes(optional("privAuth"), counted("sig")));
    route(
        0x46,
        "TPM_GetRandom",
        Rpc.GETRANDOM,
        takes(u32("bytesRequested")),
        takes(counted("randomBytes")));
    route(0x47, "TPM_StirRandom", Rpc.STIRRANDOM, takes(counted("inData")), takes());
    for (boolean sign : new boolean[] {false, true}) {
      route(
          sign ? 0x31 : 0x29,
          sign ? "TPM_DAA_Sign" : "TPM_DAA_Join",
          sign ? Rpc.DAASIGN : Rpc.DAAJOIN,
          takes(
              handle("handle"),
              new Piece.Fixed("stage", ParameterType.BYTE, 1, false),
              counted("inputData0"),
              counted("inputData1"),
              optional("ownerAuth")),
          takes(optional("ownerAuth"), counted("outputData")));
    }
  }

  private static void pcrs() {
    route(
        0x14,
        "TPM_Extend",
        Rpc.EXTEND,
        takes(u32("pcrNum"), digest("inDigest")),
        takes(digest("outDigest")));
    route(
        0x15, "TPM_PCRRead", Rpc.PCRREAD, takes(u32("pcrIndex")), takes(digest("outDigest")));
    route(
        0x16,
        "TPM_Quote",
        Rpc.QUOTE,
        takes(
            handle("keyHandle"),
            nonce("externalData"),
            structure("targetPCR"),
            optional("privAuth")),
        takes(optional("privAuth"), structure("pcrData"), counted("sig")));
    route(
        0x3e,
        "TPM_Quote2",
        Rpc.QUOTE2,
        takes(
            handle("keyHandle"),
            nonce("externalData"),
            structure("targetPCR"),
            bool("addVersion"),
            optional("privAuth")),
        takes(
            optional("privAuth"), structure("pcrData"), counted("versionInfo"), counted("sig")));
    route(0xc8, "TPM_PCR_Reset", Rpc.PCRRESET, takes(structure("pcrSelection")), takes());
    route(
        0x19,
        "TPM_DirWriteAuth",
        Rpc.DIRWRITEAUTH,
        takes(u32("dirIndex"), digest("newContents"), auth("ownerAuth")),
        byOwner());
    route(
        0x1a, "TPM_DirRead", Rpc.DIRREAD, takes(u32("dirIndex")), takes(digest("dirContents")));
  }

  private static void capabilities() {
    route(
        0x65,
        "TPM_GetCapability",
        Rpc.GETCAPABILITY,
        takes(u32("capArea"), counted("subCap")),
        takes(counted("resp")));
    route(
        0x66,
        "TPM_GetCapabilityOwner",
        Rpc.GETCAPABILITYOWNER,
        byOwner(),
        takes(
            new Piece.Fixed("version", ParameterType.VERSION, 4, false),
            u32("non_volatile_flags"),
            u32("volatile_flags"),
            auth("ownerAuth")));
    route(
        0x3f,
        "TPM_SetCapability",
        Rpc.SETCAPABILITY,
        takes(u32("capArea"), counted("subCap"), counted("setValue"), optional("ownerAuth")),
        takes(optional("ownerAuth")));
    route(0x50, "TPM_SelfTestFull", Rpc.SELFTESTFULL, takes(), takes());
    route(
        0x52,
        "TPM_CertifySelfTest",
        Rpc.CERTIFYSELFTEST,
        takes(handle("keyHandle"), nonce("antiReplay"), optional("privAuth")),
        takes(optional("privAuth"), counted("sig")));
    route(0x54, "TPM_GetTestResult", Rpc.GETTESTRESULT, takes(), takes(counted("outData")));
  }

  private static void optIn() {
    route(
        0x6e,
        "TPM_OwnerSetDisable",
        Rpc.OWNERSETDISABLE,
        takes(bool("disableState"), auth("ownerAuth")),
        byOwner());
    route(0x6f, "TPM_PhysicalEnable", Rpc.PHYSICALENABLE, takes(), takes());
    route(0x70, "TPM_PhysicalDisable", Rpc.PHYSICALDISABLE, takes(), takes());
    route(0x71, "TPM_SetOwnerInstall", Rpc.SETOWNERINSTALL, takes(bool("state")), takes());
    route(
        0x72,
        "TPM_PhysicalSetDeactivated",
        Rpc.PHYSICALSETDEACTIVATED,
        takes(bool("state")),
        takes());
    // SETTEMPDEACTIVATED is the older one, which knows no operator.
    route(
        0x73,
        "TPM_SetTempDeactivated",
        Rpc.SETTEMPDEACTIVATED2,
        takes(zeroed("operatorAuth")),
        takes(optional("operatorAuth")));
    route(
        0x74,
        "TPM_SetOperatorAuth",
        Rpc.SETOPERATORAUTH,
        takes(new Piece.Fixed("operatorAuth", ParameterType.SECRET, 20, false)),
        takes());
    route(
        0x4000000a,
        "TSC_PhysicalPresence",
        Rpc.PHYSICALPRESENCE,
        takes(u16("physicalPresence")),
        takes());
  }

  private static void endorsement() {
    route(
        0x78,
        "TPM_CreateEndorsementKeyPair",
        Rpc.CREATEENDORSEMENTKEYPAIR,
        takes(nonce("antiReplay"), structure("keyInfo")),
        takes(structure("pubEndorsementKey"), digest("checksum")));
    route(
        0x7c,
        "TPM_ReadPubek",
        Rpc.READPUBEK,
        takes(nonce("antiReplay")),
        takes(structure("pubEndorsementKey"), digest("checksum")));
    route(
        0x7d,
        "TPM_OwnerReadPubek",
        Rpc.OWNERREADPUBEK,
        byOwner(),
        takes(auth("ownerAuth"), structure("pubEndorsementKey")));
    route(0x7e, "TPM_DisablePubekRead", Rpc.DISABLEPUBEKREAD, byOwner(), byOwner());
    route(
        0x7f,
        "TPM_CreateRevocableEK",
        Rpc.CREATEREVOCABLEENDORSEMENTKEYPAIR,
        takes(
            nonce("antiReplay"),
            structure("keyInfo"),
            bool("generateReset"),
            digest("inputEKreset")),
        takes(digest("outputEKreset"), structure("pubEndorsementKey"), digest("checksum"))
            .tpmHas("pubEndorsementKey", "checksum", "outputEKreset"));
    route(
        0x80, "TPM_RevokeTrust", Rpc.REVOKEENDORSEMENTKEYPAIR, takes(digest("EKReset")), takes());
    route(
        0x81,
        "TPM_OwnerReadInternalPub",
        Rpc.OWNERREADINTERNALPUB,
        takes(handle("keyHandle"), auth("ownerAuth")),
        takes(auth("ownerAuth"), structure("publicPortion")));
  }

  private static void nv() {
    route(
        0xcc,
        "TPM_NV_DefineSpace",
        Rpc.NVDEFINEORRELEASESPACE,
        takes(structure("pubInfo"), encAuth("encAuth"), optional("ownerAuth")),
        takes(optional("ownerAuth")));
    for (boolean auth : new boolean[] {false, true}) {
      String role = auth ? "authHmac" : "ownerAuth";
      route(
          auth ? 0xce : 0xcd,
          auth ? "TPM_NV_WriteValueAuth" : "TPM_NV_WriteValue",
          auth ? Rpc.NVWRITEVALUEAUTH : Rpc.NVWRITEVALUE,
          takes(u32("nvIndex"), u32("offset"), counted("data"), optional(role)),
          takes(optional(role)));
      route(
          auth ? 0xd0 : 0xcf,
          auth ? "TPM_NV_ReadValueAuth" : "TPM_NV_ReadValue",
          auth ? Rpc.NVREADVALUEAUTH : Rpc.NVREADVALUE,
          takes(u32("nvIndex"), u32("offset"), u32("dataSize"), optional(role)),
          takes(optional(role), counted("data")));
    }
  }

  private static void delegation() {
    route(
        0xd1,
        "TPM_Delegate_UpdateVerification",
        Rpc.DELEGATE_UPDATEVERIFICATIONCOUNT,
        takes(counted("inputData"), zeroed("ownerAuth")),
        takes(optional("ownerAuth"), counted("outputData")));
    route(
        0xd2,
        "TPM_Delegate_Manage",
        Rpc.DELEGATE_MANAGE,
        takes(u32("familyID"), u32("opCode"), counted("opData"), zeroed("ownerAuth")),
        takes(optional("ownerAuth"), counted("retData")));
    route(
        0xd4,
        "TPM_Delegate_CreateKeyDelegation",
        Rpc.DELEGATE_CREATEKEYDELEGATION,
        takes(handle("keyHandle"), structure("publicInfo"), encAuth("delAuth"), zeroed("privAuth")),
        takes(optional("privAuth"), counted("blob")));
    route(
        0xd5,
        "TPM_Delegate_CreateOwnerDelegation",
        Rpc.DELEGATE_CREATEOWNERDELEGATION,
        takes(
            bool("increment"), structure("publicInfo"), encAuth("delAuth"), zeroed("ownerAuth")),
        takes(optional("ownerAuth"), counted("blob")));
    route(
        0xd6,
        "TPM_Delegate_VerifyDelegation",
        Rpc.DELEGATE_VERIFYDELEGATION,
        takes(counted("delegation")),
        takes());
    route(
        0xd8,
        "TPM_Delegate_LoadOwnerDelegation",
        Rpc.DELEGATE_LOADOWNERDELEGATION,
        takes(u32("index"), counted("blob"), zeroed("ownerAuth")),
        takes(optional("ownerAuth")));
    route(
        0xdb,
        "TPM_Delegate_ReadTable",
        Rpc.DELEGATE_READTABLE,
        takes(),
        takes(counted("familyTable"), counted("delegateTable")));
  }

  private static void auditAndTime() {
    route(
        0x85,
        "TPM_GetAuditDigest",
        Rpc.GETAUDITDIGEST,
        takes(u32("startOrdinal")),
        takes(
                digest("auditDigest"),
                structure("counterValue"),
                bool("more"),
                new Piece.Counted("ordList", false, 4))
            .tpmHas("counterValue", "auditDigest", "more", "ordList"));
    route(
        0x86,
        "TPM_GetAuditDigestSigned",
        Rpc.GETAUDITDIGESTSIGNED,
        takes(
            handle("keyHandle"), bool("closeAudit"), nonce("antiReplay"), zeroed("privAuth")),
        takes(
            optional("privAuth"),
            structure("counterValue"),
            digest("auditDigest"),
            digest("ordinalDigest"),
            counted("sig")));
    route(
        0x8d,
        "TPM_SetOrdinalAuditStatus",
        Rpc.SETORDINALAUDITSTATUS,
        takes(u32("ordinalToAudit"), bool("auditState"), auth("ownerAuth")),
        byOwner());
    route(0xf1, "TPM_GetTicks", Rpc.READCURRENTTICKS, takes(), takes(structure("currentTime")));
    route(
        0xf2,
        "TPM_TickStampBlob",
        Rpc.TICKSTAMPBLOB,
        takes(
            handle("keyHandle"),
            nonce("antiReplay"),
            digest("digestToStamp"),
            optional("privAuth")),
        takes(optional("privAuth"), counted("sig"), structure("currentTicks"))
            .tpmHas("currentTicks", "sig"));
    route(
        0xdf,
        "TPM_ReleaseCounter",
        Rpc.RELEASECOUNTER,
        takes(u32("countID"), auth("counterAuth")),
        takes(auth("counterAuth")));
    route(
        0xe0,
        "TPM_ReleaseCounterOwner",
        Rpc.RELEASECOUNTEROWNER,
        takes(u32("countID"), auth("ownerAuth")),
        byOwner());
  }

  private static void maintenance() {
    route(
        0x2c,
        "TPM_CreateMaintenanceArchive",
        Rpc.CREATEMAINTENANCEARCHIVE,
        takes(bool("generateRandom"), auth("ownerAuth")),
        takes(auth("ownerAuth"), counted("random"), counted("archive")));
    route(
        0x2d,
        "TPM_LoadMaintenanceArchive",
        Rpc.LOADMAINTENANCEARCHIVE,
        takes(counted("archive"), auth("ownerAuth")),
        takes(auth("ownerAuth"), counted("outData")));
    route(
        0x2e, "TPM_KillMaintenanceFeature", Rpc.KILLMAINTENANCEFEATURE, byOwner(), byOwner());
    route(
        0x2f,
        "TPM_LoadManuMaintPub",
        Rpc.LOADMANUFACTURERMAINTENANCEPUB,
        takes(nonce("antiReplay"), structure("pubKey")),
        takes(digest("checksum")));
    route(
        0x30,
        "TPM_ReadManuMaintPub",
        Rpc.READMANUFACTURERMAINTENANCEPUB,
        takes(nonce("antiReplay")),
        takes(digest("checksum")));
  }

  private static void route(int ordinal, String name, Rpc rpc, Message request, Message answer) {
    BY_ORDINAL.put(ordinal, new CommandRoute(ordinal, name, rpc, request, answer));
  }

  private static Message takes(Piece... pieces) {
    return Message.of(pieces);
  }

  private static Message byOwner() {
    return takes(auth("ownerAuth"));
  }

  private static Piece handle(String name) {
    return new Piece.Fixed(name, ParameterType.UINT32, 4, true);
  }

  private static Piece u32(String name) {
    return new Piece.Fixed(name, ParameterType.UINT32, 4, false);
  }

  private static Piece u16(String name) {
    return new Piece.Fixed(name, ParameterType.UINT16, 2, false);
  }

  private static Piece bool(String name) {
    return new Piece.Fixed(name, ParameterType.BOOL, 1, false);
  }

  private static Piece nonce(String name) {
    return new Piece.Fixed(name, ParameterType.NONCE, 20, false);
  }

  private static Piece digest(String name) {
    return new Piece.Fixed(name, ParameterType.DIGEST, 20, false);
  }

  private static Piece encAuth(String name) {
    return new Piece.Fixed(name, ParameterType.ENCAUTH, 20, false);
  }

  private static Piece counted(String name) {
    return new Piece.Counted(name, false, 1);
  }

  private static Piece orNone(String name) {
    return new Piece.Counted(name, true, 1);
  }

  private static Piece structure(String name) {
    return new Piece.Structure(name, Extent.REST);
  }

  private static Piece structure(String name, Extent extent) {
    return new Piece.Structure(name, extent);
  }

  private static Piece auth(String name) {
    return new Piece.Auth(name, Presence.REQUIRED);
  }

  private static Piece optional(String name) {
    return new Piece.Auth(name, Presence.OPTIONAL);
  }

  private static Piece zeroed(String name) {
    return new Piece.Auth(name, Presence.ZEROED);
  }

  /** What tcsd has for a command, by its ordinal alone. */
  static Optional<CommandRoute> of(int ordinal) {
    return Optional.ofNullable(BY_ORDINAL.get(ordinal));
  }

  /** All of them, in the order of their numbers. */
  static List<CommandRoute> all() {
    return BY_ORDINAL.values().stream()
        .sorted((a, b) -> Integer.compareUnsigned(a.ordinal(), b.ordinal()))
        .toList();
  }
}
