package org.tssj.tpm12.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tssj.tpm12.command.admin.FieldUpgrade;
import org.tssj.tpm12.command.admin.ResetLockValue;
import org.tssj.tpm12.command.admin.SetRedirection;
import org.tssj.tpm12.command.audit.GetAuditDigest;
import org.tssj.tpm12.command.audit.GetAuditDigestSigned;
import org.tssj.tpm12.command.audit.GetOrdinalAuditStatus;
import org.tssj.tpm12.command.audit.SetOrdinalAuditStatus;
import org.tssj.tpm12.command.auth.ChangeAuth;
import org.tssj.tpm12.command.auth.ChangeAuthAsymFinish;
import org.tssj.tpm12.command.auth.ChangeAuthAsymStart;
import org.tssj.tpm12.command.auth.ChangeAuthOwner;
import org.tssj.tpm12.command.capability.GetCapability;
import org.tssj.tpm12.command.capability.GetCapabilityOwner;
import org.tssj.tpm12.command.capability.GetCapabilitySigned;
import org.tssj.tpm12.command.capability.SetCapability;
import org.tssj.tpm12.command.context.KeyControlOwner;
import org.tssj.tpm12.command.context.LoadAuthContext;
import org.tssj.tpm12.command.context.LoadContext;
import org.tssj.tpm12.command.context.LoadKeyContext;
import org.tssj.tpm12.command.context.SaveAuthContext;
import org.tssj.tpm12.command.context.SaveContext;
import org.tssj.tpm12.command.context.SaveKeyContext;
import org.tssj.tpm12.command.counter.CreateCounter;
import org.tssj.tpm12.command.counter.IncrementCounter;
import org.tssj.tpm12.command.counter.ReadCounter;
import org.tssj.tpm12.command.counter.ReleaseCounter;
import org.tssj.tpm12.command.counter.ReleaseCounterOwner;
import org.tssj.tpm12.command.crypto.CertifyKey;
import org.tssj.tpm12.command.crypto.CertifyKey2;
import org.tssj.tpm12.command.crypto.GetRandom;
import org.tssj.tpm12.command.crypto.Sha1Complete;
import org.tssj.tpm12.command.crypto.Sha1CompleteExtend;
import org.tssj.tpm12.command.crypto.Sha1Start;
import org.tssj.tpm12.command.crypto.Sha1Update;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.crypto.StirRandom;
import org.tssj.tpm12.command.daa.DaaJoin;
import org.tssj.tpm12.command.daa.DaaSign;
import org.tssj.tpm12.command.delegation.DelegateCreateKeyDelegation;
import org.tssj.tpm12.command.delegation.DelegateCreateOwnerDelegation;
import org.tssj.tpm12.command.delegation.DelegateLoadOwnerDelegation;
import org.tssj.tpm12.command.delegation.DelegateManage;
import org.tssj.tpm12.command.delegation.DelegateReadTable;
import org.tssj.tpm12.command.delegation.DelegateUpdateVerification;
import org.tssj.tpm12.command.delegation.DelegateVerifyDelegation;
import org.tssj.tpm12.command.dir.DirRead;
import org.tssj.tpm12.command.dir.DirWriteAuth;
import org.tssj.tpm12.command.endorsement.CreateEndorsementKeyPair;
import org.tssj.tpm12.command.endorsement.CreateRevocableEk;
import org.tssj.tpm12.command.endorsement.DisablePubekRead;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.endorsement.OwnerReadPubek;
import org.tssj.tpm12.command.endorsement.ReadPubek;
import org.tssj.tpm12.command.endorsement.RevokeTrust;
import org.tssj.tpm12.command.eviction.EvictKey;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.eviction.TerminateHandle;
import org.tssj.tpm12.command.identity.ActivateIdentity;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.integrity.PcrReset;
import org.tssj.tpm12.command.integrity.Quote;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.command.maintenance.CreateMaintenanceArchive;
import org.tssj.tpm12.command.maintenance.KillMaintenanceFeature;
import org.tssj.tpm12.command.maintenance.LoadMaintenanceArchive;
import org.tssj.tpm12.command.maintenance.LoadManuMaintPub;
import org.tssj.tpm12.command.maintenance.ReadManuMaintPub;
import org.tssj.tpm12.command.migration.AuthorizeMigrationKey;
import org.tssj.tpm12.command.migration.CmkApproveMa;
import org.tssj.tpm12.command.migration.CmkConvertMigration;
import org.tssj.tpm12.command.migration.CmkCreateBlob;
import org.tssj.tpm12.command.migration.CmkCreateKey;
import org.tssj.tpm12.command.migration.CmkCreateTicket;
import org.tssj.tpm12.command.migration.CmkSetRestrictions;
import org.tssj.tpm12.command.migration.ConvertMigrationBlob;
import org.tssj.tpm12.command.migration.CreateMigrationBlob;
import org.tssj.tpm12.command.migration.MigrateKey;
import org.tssj.tpm12.command.nv.NvDefineSpace;
import org.tssj.tpm12.command.nv.NvReadValue;
import org.tssj.tpm12.command.nv.NvReadValueAuth;
import org.tssj.tpm12.command.nv.NvWriteValue;
import org.tssj.tpm12.command.nv.NvWriteValueAuth;
import org.tssj.tpm12.command.optin.OwnerSetDisable;
import org.tssj.tpm12.command.optin.PhysicalDisable;
import org.tssj.tpm12.command.optin.PhysicalEnable;
import org.tssj.tpm12.command.optin.PhysicalSetDeactivated;
import org.tssj.tpm12.command.optin.SetOperatorAuth;
import org.tssj.tpm12.command.optin.SetOwnerInstall;
import org.tssj.tpm12.command.optin.SetTempDeactivated;
import org.tssj.tpm12.command.ownership.DisableForceClear;
import org.tssj.tpm12.command.ownership.DisableOwnerClear;
import org.tssj.tpm12.command.ownership.ForceClear;
import org.tssj.tpm12.command.ownership.OwnerClear;
import org.tssj.tpm12.command.ownership.PhysicalPresence;
import org.tssj.tpm12.command.ownership.ResetEstablishmentBit;
import org.tssj.tpm12.command.ownership.TakeOwnership;
import org.tssj.tpm12.command.session.Dsap;
import org.tssj.tpm12.command.session.Oiap;
import org.tssj.tpm12.command.session.Osap;
import org.tssj.tpm12.command.session.Reset;
import org.tssj.tpm12.command.session.SetOwnerPointer;
import org.tssj.tpm12.command.startup.Init;
import org.tssj.tpm12.command.startup.SaveState;
import org.tssj.tpm12.command.startup.Startup;
import org.tssj.tpm12.command.storage.CreateWrapKey;
import org.tssj.tpm12.command.storage.GetPubKey;
import org.tssj.tpm12.command.storage.LoadKey;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.command.storage.Seal;
import org.tssj.tpm12.command.storage.Sealx;
import org.tssj.tpm12.command.storage.UnBind;
import org.tssj.tpm12.command.storage.Unseal;
import org.tssj.tpm12.command.testing.CertifySelfTest;
import org.tssj.tpm12.command.testing.ContinueSelfTest;
import org.tssj.tpm12.command.testing.GetTestResult;
import org.tssj.tpm12.command.testing.SelfTestFull;
import org.tssj.tpm12.command.ticks.GetTicks;
import org.tssj.tpm12.command.ticks.TickStampBlob;
import org.tssj.tpm12.command.transport.EstablishTransport;
import org.tssj.tpm12.command.transport.ExecuteTransport;
import org.tssj.tpm12.command.transport.ReleaseTransportSigned;

/**
 * Every command this version has a record for, by name and by number. The declaration behind a name
 * is linked when it is asked for, so that a short run pays for the commands it meets.
 */
public final class Commands {

  private record Entry(String name, Supplier<CommandSpec<?, ?>> spec) {}

  private static final Map<String, Entry> BY_NAME = new LinkedHashMap<>();
  private static final Map<Integer, Entry> BY_ORDINAL = new LinkedHashMap<>();

  static {
    put(0x98, "TPM_SaveState", () -> SaveState.SPEC);
    put(0x99, "TPM_Startup", () -> Startup.SPEC);
    put(0x97, "TPM_Init", () -> Init.SPEC);

    put(0x50, "TPM_SelfTestFull", () -> SelfTestFull.SPEC);
    put(0x53, "TPM_ContinueSelfTest", () -> ContinueSelfTest.SPEC);
    put(0x54, "TPM_GetTestResult", () -> GetTestResult.SPEC);
    put(0x52, "TPM_CertifySelfTest", () -> CertifySelfTest.SPEC);

    put(0x6e, "TPM_OwnerSetDisable", () -> OwnerSetDisable.SPEC);
    put(0x6f, "TPM_PhysicalEnable", () -> PhysicalEnable.SPEC);
    put(0x70, "TPM_PhysicalDisable", () -> PhysicalDisable.SPEC);
    put(0x71, "TPM_SetOwnerInstall", () -> SetOwnerInstall.SPEC);
    put(0x72, "TPM_PhysicalSetDeactivated", () -> PhysicalSetDeactivated.SPEC);
    put(0x73, "TPM_SetTempDeactivated", () -> SetTempDeactivated.SPEC);
    put(0x74, "TPM_SetOperatorAuth", () -> SetOperatorAuth.SPEC);

    put(0x0d, "TPM_TakeOwnership", () -> TakeOwnership.SPEC);
    put(0x5b, "TPM_OwnerClear", () -> OwnerClear.SPEC);
    put(0x5c, "TPM_DisableOwnerClear", () -> DisableOwnerClear.SPEC);
    put(0x5d, "TPM_ForceClear", () -> ForceClear.SPEC);
    put(0x5e, "TPM_DisableForceClear", () -> DisableForceClear.SPEC);
    put(0x4000_000a, "TSC_PhysicalPresence", () -> PhysicalPresence.SPEC);
    put(0x4000_000b, "TSC_ResetEstablishmentBit", () -> ResetEstablishmentBit.SPEC);

    put(0x65, "TPM_GetCapability", () -> GetCapability.SPEC);
    put(0x66, "TPM_GetCapabilityOwner", () -> GetCapabilityOwner.SPEC);
    put(0x3f, "TPM_SetCapability", () -> SetCapability.SPEC);
    put(0x64, "TPM_GetCapabilitySigned", () -> GetCapabilitySigned.SPEC);

    put(0x17, "TPM_Seal", () -> Seal.SPEC);
    put(0x18, "TPM_Unseal", () -> Unseal.SPEC);
    put(0x1e, "TPM_UnBind", () -> UnBind.SPEC);
    put(0x1f, "TPM_CreateWrapKey", () -> CreateWrapKey.SPEC);
    put(0x21, "TPM_GetPubKey", () -> GetPubKey.SPEC);
    put(0x41, "TPM_LoadKey2", () -> LoadKey2.SPEC);
    put(0x3d, "TPM_Sealx", () -> Sealx.SPEC);
    put(0x20, "TPM_LoadKey", () -> LoadKey.SPEC);

    put(0x32, "TPM_CertifyKey", () -> CertifyKey.SPEC);
    put(0x33, "TPM_CertifyKey2", () -> CertifyKey2.SPEC);
    put(0x3c, "TPM_Sign", () -> Sign.SPEC);
    put(0x46, "TPM_GetRandom", () -> GetRandom.SPEC);
    put(0x47, "TPM_StirRandom", () -> StirRandom.SPEC);
    put(0xa0, "TPM_SHA1Start", () -> Sha1Start.SPEC);
    put(0xa1, "TPM_SHA1Update", () -> Sha1Update.SPEC);
    put(0xa2, "TPM_SHA1Complete", () -> Sha1Complete.SPEC);
    put(0xa3, "TPM_SHA1CompleteExtend", () -> Sha1CompleteExtend.SPEC);

    put(0x78, "TPM_CreateEndorsementKeyPair", () -> CreateEndorsementKeyPair.SPEC);
    put(0x7c, "TPM_ReadPubek", () -> ReadPubek.SPEC);
    put(0x7f, "TPM_CreateRevocableEK", () -> CreateRevocableEk.SPEC);
    put(0x80, "TPM_RevokeTrust", () -> RevokeTrust.SPEC);
    put(0x81, "TPM_OwnerReadInternalPub", () -> OwnerReadInternalPub.SPEC);
    put(0x7d, "TPM_OwnerReadPubek", () -> OwnerReadPubek.SPEC);
    put(0x7e, "TPM_DisablePubekRead", () -> DisablePubekRead.SPEC);

    put(0x79, "TPM_MakeIdentity", () -> MakeIdentity.SPEC);
    put(0x7a, "TPM_ActivateIdentity", () -> ActivateIdentity.SPEC);

    put(0x14, "TPM_Extend", () -> Extend.SPEC);
    put(0x15, "TPM_PCRRead", () -> PcrRead.SPEC);
    put(0x16, "TPM_Quote", () -> Quote.SPEC);
    put(0x3e, "TPM_Quote2", () -> Quote2.SPEC);
    put(0xc8, "TPM_PCR_Reset", () -> PcrReset.SPEC);

    put(0x0a, "TPM_OIAP", () -> Oiap.SPEC);
    put(0x0b, "TPM_OSAP", () -> Osap.SPEC);
    put(0x11, "TPM_DSAP", () -> Dsap.SPEC);
    put(0x75, "TPM_SetOwnerPointer", () -> SetOwnerPointer.SPEC);
    put(0x5a, "TPM_Reset", () -> Reset.SPEC);

    put(0x96, "TPM_Terminate_Handle", () -> TerminateHandle.SPEC);
    put(0xba, "TPM_FlushSpecific", () -> FlushSpecific.SPEC);
    put(0x22, "TPM_EvictKey", () -> EvictKey.SPEC);

    put(0xcc, "TPM_NV_DefineSpace", () -> NvDefineSpace.SPEC);
    put(0xcd, "TPM_NV_WriteValue", () -> NvWriteValue.SPEC);
    put(0xce, "TPM_NV_WriteValueAuth", () -> NvWriteValueAuth.SPEC);
    put(0xcf, "TPM_NV_ReadValue", () -> NvReadValue.SPEC);
    put(0xd0, "TPM_NV_ReadValueAuth", () -> NvReadValueAuth.SPEC);

    put(0xdc, "TPM_CreateCounter", () -> CreateCounter.SPEC);
    put(0xdd, "TPM_IncrementCounter", () -> IncrementCounter.SPEC);
    put(0xde, "TPM_ReadCounter", () -> ReadCounter.SPEC);
    put(0xdf, "TPM_ReleaseCounter", () -> ReleaseCounter.SPEC);
    put(0xe0, "TPM_ReleaseCounterOwner", () -> ReleaseCounterOwner.SPEC);

    put(0x85, "TPM_GetAuditDigest", () -> GetAuditDigest.SPEC);
    put(0x86, "TPM_GetAuditDigestSigned", () -> GetAuditDigestSigned.SPEC);
    put(0x8d, "TPM_SetOrdinalAuditStatus", () -> SetOrdinalAuditStatus.SPEC);
    put(0x8c, "TPM_GetOrdinalAuditStatus", () -> GetOrdinalAuditStatus.SPEC);

    put(0xaa, "TPM_FieldUpgrade", () -> FieldUpgrade.SPEC);
    put(0x9a, "TPM_SetRedirection", () -> SetRedirection.SPEC);
    put(0x40, "TPM_ResetLockValue", () -> ResetLockValue.SPEC);

    put(0x28, "TPM_CreateMigrationBlob", () -> CreateMigrationBlob.SPEC);
    put(0x2a, "TPM_ConvertMigrationBlob", () -> ConvertMigrationBlob.SPEC);
    put(0x2b, "TPM_AuthorizeMigrationKey", () -> AuthorizeMigrationKey.SPEC);
    put(0x25, "TPM_MigrateKey", () -> MigrateKey.SPEC);
    put(0x1c, "TPM_CMK_SetRestrictions", () -> CmkSetRestrictions.SPEC);
    put(0x1d, "TPM_CMK_ApproveMA", () -> CmkApproveMa.SPEC);
    put(0x13, "TPM_CMK_CreateKey", () -> CmkCreateKey.SPEC);
    put(0x12, "TPM_CMK_CreateTicket", () -> CmkCreateTicket.SPEC);
    put(0x1b, "TPM_CMK_CreateBlob", () -> CmkCreateBlob.SPEC);
    put(0x24, "TPM_CMK_ConvertMigration", () -> CmkConvertMigration.SPEC);

    put(0x2c, "TPM_CreateMaintenanceArchive", () -> CreateMaintenanceArchive.SPEC);
    put(0x2d, "TPM_LoadMaintenanceArchive", () -> LoadMaintenanceArchive.SPEC);
    put(0x2e, "TPM_KillMaintenanceFeature", () -> KillMaintenanceFeature.SPEC);
    put(0x2f, "TPM_LoadManuMaintPub", () -> LoadManuMaintPub.SPEC);
    put(0x30, "TPM_ReadManuMaintPub", () -> ReadManuMaintPub.SPEC);

    put(0x0c, "TPM_ChangeAuth", () -> ChangeAuth.SPEC);
    put(0x10, "TPM_ChangeAuthOwner", () -> ChangeAuthOwner.SPEC);
    put(0x0e, "TPM_ChangeAuthAsymStart", () -> ChangeAuthAsymStart.SPEC);
    put(0x0f, "TPM_ChangeAuthAsymFinish", () -> ChangeAuthAsymFinish.SPEC);

    put(0xd2, "TPM_Delegate_Manage", () -> DelegateManage.SPEC);
    put(0xd4, "TPM_Delegate_CreateKeyDelegation", () -> DelegateCreateKeyDelegation.SPEC);
    put(0xd5, "TPM_Delegate_CreateOwnerDelegation", () -> DelegateCreateOwnerDelegation.SPEC);
    put(0xd8, "TPM_Delegate_LoadOwnerDelegation", () -> DelegateLoadOwnerDelegation.SPEC);
    put(0xdb, "TPM_Delegate_ReadTable", () -> DelegateReadTable.SPEC);
    put(0xd1, "TPM_Delegate_UpdateVerification", () -> DelegateUpdateVerification.SPEC);
    put(0xd6, "TPM_Delegate_VerifyDelegation", () -> DelegateVerifyDelegation.SPEC);

    put(0x23, "TPM_KeyControlOwner", () -> KeyControlOwner.SPEC);
    put(0xb8, "TPM_SaveContext", () -> SaveContext.SPEC);
    put(0xb9, "TPM_LoadContext", () -> LoadContext.SPEC);
    put(0xb4, "TPM_SaveKeyContext", () -> SaveKeyContext.SPEC);
    put(0xb5, "TPM_LoadKeyContext", () -> LoadKeyContext.SPEC);
    put(0xb6, "TPM_SaveAuthContext", () -> SaveAuthContext.SPEC);
    put(0xb7, "TPM_LoadAuthContext", () -> LoadAuthContext.SPEC);

    put(0xf1, "TPM_GetTicks", () -> GetTicks.SPEC);
    put(0xf2, "TPM_TickStampBlob", () -> TickStampBlob.SPEC);

    put(0xe6, "TPM_EstablishTransport", () -> EstablishTransport.SPEC);
    put(0xe7, "TPM_ExecuteTransport", () -> ExecuteTransport.SPEC);
    put(0xe8, "TPM_ReleaseTransportSigned", () -> ReleaseTransportSigned.SPEC);

    put(0x29, "TPM_DAA_Join", () -> DaaJoin.SPEC);
    put(0x31, "TPM_DAA_Sign", () -> DaaSign.SPEC);

    put(0x19, "TPM_DirWriteAuth", () -> DirWriteAuth.SPEC);
    put(0x1a, "TPM_DirRead", () -> DirRead.SPEC);
  }

  private Commands() {}

  private static void put(int ordinal, String name, Supplier<CommandSpec<?, ?>> spec) {
    Entry entry = new Entry(name, spec);
    BY_NAME.put(plain(name), entry);
    BY_ORDINAL.put(ordinal, entry);
  }

  /** One form for the three of a name: TPM_PCR_Reset, PCR_Reset and PcrReset are pcrreset. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceFirst("^(tpm_ord_|tsc_ord_|tpm_|tsc_)", "")
        .replace("_", "");
  }

  /** The names of all, as the specification writes them. */
  public static List<String> names() {
    return BY_NAME.values().stream().map(Entry::name).toList();
  }

  /**
   * The command with this name.
   *
   * @param name as the specification writes it, with or without {@code TPM_}, or as our record is
   *     called; case does not matter
   */
  public static Optional<CommandSpec<?, ?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(plain(name))).map(entry -> entry.spec().get());
  }

  /**
   * The command with this number.
   *
   * @param ordinal TPM_COMMAND_CODE
   */
  public static Optional<CommandSpec<?, ?>> byOrdinal(int ordinal) {
    return Optional.ofNullable(BY_ORDINAL.get(ordinal)).map(entry -> entry.spec().get());
  }
}
