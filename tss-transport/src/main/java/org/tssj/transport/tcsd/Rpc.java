package org.tssj.transport.tcsd;

import java.util.Optional;

/**
 * TCSD_ORD: what tcsd can be asked, by trousers' own names. The set is closed: trousers 0.3.15 is
 * its last release.
 */
public enum Rpc {
  /** Answered "not implemented" by every release. */
  ERROR(0),
  /** Begins a context, which has the keys and sessions of one client. */
  OPENCONTEXT(1),
  /** Ends a context. */
  CLOSECONTEXT(2),
  /** Answered "not implemented" by every release. */
  FREEMEMORY(3),
  /** What tcsd itself can. */
  TCSGETCAPABILITY(4),
  /** Puts a key into the key store. */
  REGISTERKEY(5),
  /** Takes a key out of the key store. */
  UNREGISTERKEY(6),
  /** Lists the key store. */
  ENUMREGISTEREDKEYS(7),
  /** Answered "not implemented" by every release. */
  GETREGISTEREDKEY(8),
  /** A wrapped key of the key store by its UUID. */
  GETREGISTEREDKEYBLOB(9),
  /** A wrapped key of the key store by its public part. */
  GETREGISTEREDKEYBYPUBLICINFO(10),
  /** TPM_LoadKey2: a key from its wrapped form. */
  LOADKEYBYBLOB(11),
  /** Loads a key of the key store, and its parents. */
  LOADKEYBYUUID(12),
  /** Unloads a key. */
  EVICTKEY(13),
  /** TPM_CreateWrapKey. */
  CREATEWRAPKEY(14),
  /** TPM_GetPubKey. */
  GETPUBKEY(15),
  /** TPM_MakeIdentity. */
  MAKEIDENTITY(16),
  /** Writes an event into tcsd's log; extends nothing. */
  LOGPCREVENT(17),
  /** One event of a PCR, or how many there are. */
  GETPCREVENT(18),
  /** Some events of a PCR. */
  GETPCREVENTBYPCR(19),
  /** All events of all PCRs. */
  GETPCREVENTLOG(20),
  /** TPM_SetOwnerInstall. */
  SETOWNERINSTALL(21),
  /** TPM_TakeOwnership. */
  TAKEOWNERSHIP(22),
  /** TPM_OIAP. */
  OIAP(23),
  /** TPM_OSAP. */
  OSAP(24),
  /** TPM_ChangeAuth. */
  CHANGEAUTH(25),
  /** TPM_ChangeAuthOwner. */
  CHANGEAUTHOWNER(26),
  /** Answered "not implemented" by every release. */
  CHANGEAUTHASYMSTART(27),
  /** Answered "not implemented" by every release. */
  CHANGEAUTHASYMFINISH(28),
  /** Ends an authorisation session. */
  TERMINATEHANDLE(29),
  /** TPM_ActivateIdentity. */
  ACTIVATETPMIDENTITY(30),
  /** TPM_Extend. */
  EXTEND(31),
  /** TPM_PCRRead. */
  PCRREAD(32),
  /** TPM_Quote. */
  QUOTE(33),
  /** TPM_DirWriteAuth. */
  DIRWRITEAUTH(34),
  /** TPM_DirRead. */
  DIRREAD(35),
  /** TPM_Seal. */
  SEAL(36),
  /** TPM_Unseal. */
  UNSEAL(37),
  /** TPM_UnBind. */
  UNBIND(38),
  /** TPM_CreateMigrationBlob. */
  CREATEMIGRATIONBLOB(39),
  /** TPM_ConvertMigrationBlob. */
  CONVERTMIGRATIONBLOB(40),
  /** TPM_AuthorizeMigrationKey. */
  AUTHORIZEMIGRATIONKEY(41),
  /** TPM_CertifyKey. */
  CERTIFYKEY(42),
  /** TPM_Sign. */
  SIGN(43),
  /** TPM_GetRandom. */
  GETRANDOM(44),
  /** TPM_StirRandom. */
  STIRRANDOM(45),
  /** TPM_GetCapability. */
  GETCAPABILITY(46),
  /** Answered "not implemented" by every release. */
  GETCAPABILITYSIGNED(47),
  /** TPM_GetCapabilityOwner. */
  GETCAPABILITYOWNER(48),
  /** TPM_CreateEndorsementKeyPair. */
  CREATEENDORSEMENTKEYPAIR(49),
  /** TPM_ReadPubek. */
  READPUBEK(50),
  /** TPM_DisablePubekRead. */
  DISABLEPUBEKREAD(51),
  /** TPM_OwnerReadPubek. */
  OWNERREADPUBEK(52),
  /** TPM_SelfTestFull. */
  SELFTESTFULL(53),
  /** TPM_CertifySelfTest. */
  CERTIFYSELFTEST(54),
  /** Answered "not implemented" by every release. */
  CONTINUESELFTEST(55),
  /** TPM_GetTestResult. */
  GETTESTRESULT(56),
  /** TPM_OwnerSetDisable. */
  OWNERSETDISABLE(57),
  /** TPM_OwnerClear. */
  OWNERCLEAR(58),
  /** TPM_DisableOwnerClear. */
  DISABLEOWNERCLEAR(59),
  /** TPM_ForceClear. */
  FORCECLEAR(60),
  /** TPM_DisableForceClear. */
  DISABLEFORCECLEAR(61),
  /** TPM_PhysicalDisable. */
  PHYSICALDISABLE(62),
  /** TPM_PhysicalEnable. */
  PHYSICALENABLE(63),
  /** TPM_PhysicalSetDeactivated. */
  PHYSICALSETDEACTIVATED(64),
  /** TPM_SetTempDeactivated by physical presence. */
  SETTEMPDEACTIVATED(65),
  /** TSC_PhysicalPresence. */
  PHYSICALPRESENCE(66),
  /** Answered "not implemented" by every release. */
  FIELDUPGRADE(67),
  /** Answered "not implemented" by every release. */
  SETRIDIRECTION(68),
  /** TPM_CreateMaintenanceArchive. */
  CREATEMAINTENANCEARCHIVE(69),
  /** TPM_LoadMaintenanceArchive. */
  LOADMAINTENANCEARCHIVE(70),
  /** TPM_KillMaintenanceFeature. */
  KILLMAINTENANCEFEATURE(71),
  /** TPM_LoadManuMaintPub. */
  LOADMANUFACTURERMAINTENANCEPUB(72),
  /** TPM_ReadManuMaintPub. */
  READMANUFACTURERMAINTENANCEPUB(73),
  /** TPM_DAA_Join. */
  DAAJOIN(74),
  /** TPM_DAA_Sign. */
  DAASIGN(75),
  /** TPM_SetCapability. */
  SETCAPABILITY(76),
  /** TPM_ResetLockValue. */
  RESETLOCKVALUE(77),
  /** TPM_PCR_Reset. */
  PCRRESET(78),
  /** TPM_ReadCounter. Its answer cannot be sent by any release. */
  READCOUNTER(79),
  /** TPM_CreateCounter. Overwrites memory of tcsd: not to be sent. */
  CREATECOUNTER(80),
  /** TPM_IncrementCounter. Its answer cannot be sent by any release. */
  INCREMENTCOUNTER(81),
  /** TPM_ReleaseCounter. */
  RELEASECOUNTER(82),
  /** TPM_ReleaseCounterOwner. */
  RELEASECOUNTEROWNER(83),
  /** TPM_GetTicks. */
  READCURRENTTICKS(84),
  /** TPM_TickStampBlob. */
  TICKSTAMPBLOB(85),
  /** A certificate from the files that tcsd.conf names. */
  GETCREDENTIAL(86),
  /** TPM_NV_DefineSpace. */
  NVDEFINEORRELEASESPACE(87),
  /** TPM_NV_WriteValue. */
  NVWRITEVALUE(88),
  /** TPM_NV_WriteValueAuth. */
  NVWRITEVALUEAUTH(89),
  /** TPM_NV_ReadValue. */
  NVREADVALUE(90),
  /** TPM_NV_ReadValueAuth. */
  NVREADVALUEAUTH(91),
  /** TPM_EstablishTransport. */
  ESTABLISHTRANSPORT(92),
  /** TPM_ExecuteTransport. */
  EXECUTETRANSPORT(93),
  /** TPM_ReleaseTransportSigned. */
  RELEASETRANSPORTSIGNED(94),
  /** TPM_SetOrdinalAuditStatus. */
  SETORDINALAUDITSTATUS(95),
  /** TPM_GetAuditDigest. */
  GETAUDITDIGEST(96),
  /** TPM_GetAuditDigestSigned. */
  GETAUDITDIGESTSIGNED(97),
  /** TPM_Sealx. */
  SEALX(98),
  /** TPM_SetOperatorAuth. */
  SETOPERATORAUTH(99),
  /** TPM_OwnerReadInternalPub. */
  OWNERREADINTERNALPUB(100),
  /** Lists the key store, and says which one each key is in. */
  ENUMREGISTEREDKEYS2(101),
  /** TPM_SetTempDeactivated by the operator. */
  SETTEMPDEACTIVATED2(102),
  /** TPM_Delegate_Manage. */
  DELEGATE_MANAGE(103),
  /** TPM_Delegate_CreateKeyDelegation. */
  DELEGATE_CREATEKEYDELEGATION(104),
  /** TPM_Delegate_CreateOwnerDelegation. */
  DELEGATE_CREATEOWNERDELEGATION(105),
  /** TPM_Delegate_LoadOwnerDelegation. */
  DELEGATE_LOADOWNERDELEGATION(106),
  /** TPM_Delegate_ReadTable. */
  DELEGATE_READTABLE(107),
  /** TPM_Delegate_UpdateVerification. */
  DELEGATE_UPDATEVERIFICATIONCOUNT(108),
  /** TPM_Delegate_VerifyDelegation. */
  DELEGATE_VERIFYDELEGATION(109),
  /** TPM_CreateRevocableEK. */
  CREATEREVOCABLEENDORSEMENTKEYPAIR(110),
  /** TPM_RevokeTrust. */
  REVOKEENDORSEMENTKEYPAIR(111),
  /** Answered "not implemented" by every release. */
  MAKEIDENTITY2(112),
  /** TPM_Quote2. */
  QUOTE2(113),
  /** TPM_CMK_SetRestrictions. */
  CMK_SETRESTRICTIONS(114),
  /** TPM_CMK_ApproveMA. */
  CMK_APPROVEMA(115),
  /** TPM_CMK_CreateKey. */
  CMK_CREATEKEY(116),
  /** TPM_CMK_CreateTicket. */
  CMK_CREATETICKET(117),
  /** TPM_CMK_CreateBlob. */
  CMK_CREATEBLOB(118),
  /** TPM_CMK_ConvertMigration. */
  CMK_CONVERTMIGRATION(119),
  /** TPM_FlushSpecific. */
  FLUSHSPECIFIC(120),
  /** TPM_KeyControlOwner. */
  KEYCONTROLOWNER(121),
  /** TPM_DSAP. */
  DSAP(122);

  private static final Rpc[] ALL = values();

  private final int number;

  Rpc(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }

  /** The RPC with this number. */
  public static Optional<Rpc> of(long number) {
    return number >= 0 && number < ALL.length ? Optional.of(ALL[(int) number]) : Optional.empty();
  }
}
