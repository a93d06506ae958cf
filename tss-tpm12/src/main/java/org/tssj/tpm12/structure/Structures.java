package org.tssj.tpm12.structure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.algorithm.SymMode;
import org.tssj.tpm12.structure.attest.CertifyInfo;
import org.tssj.tpm12.structure.attest.CertifyInfo2;
import org.tssj.tpm12.structure.attest.KeyCertification;
import org.tssj.tpm12.structure.attest.QuoteInfo;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.attest.SignInfo;
import org.tssj.tpm12.structure.audit.AuditEventIn;
import org.tssj.tpm12.structure.audit.AuditEventOut;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.ChangeAuthValidate;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.basic.Version;
import org.tssj.tpm12.structure.capability.CapProperty;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.capability.CapabilityArea;
import org.tssj.tpm12.structure.capability.DaActionType;
import org.tssj.tpm12.structure.capability.DaInfo;
import org.tssj.tpm12.structure.capability.DaInfoLimited;
import org.tssj.tpm12.structure.capability.DaReport;
import org.tssj.tpm12.structure.capability.DaState;
import org.tssj.tpm12.structure.capability.RedirCommand;
import org.tssj.tpm12.structure.capability.SetArea;
import org.tssj.tpm12.structure.context.ContextBlob;
import org.tssj.tpm12.structure.context.KeyControl;
import org.tssj.tpm12.structure.daa.DaaBlob;
import org.tssj.tpm12.structure.daa.DaaIssuer;
import org.tssj.tpm12.structure.delegation.DelegateKeyBlob;
import org.tssj.tpm12.structure.delegation.DelegateOwnerBlob;
import org.tssj.tpm12.structure.delegation.DelegatePublic;
import org.tssj.tpm12.structure.delegation.DelegateTableEntry;
import org.tssj.tpm12.structure.delegation.DelegateType;
import org.tssj.tpm12.structure.delegation.Delegations;
import org.tssj.tpm12.structure.delegation.FamilyFlags;
import org.tssj.tpm12.structure.delegation.FamilyOperation;
import org.tssj.tpm12.structure.delegation.FamilyTableEntry;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.KeyHandleList;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.identity.AsymCaContents;
import org.tssj.tpm12.structure.identity.EkBlob;
import org.tssj.tpm12.structure.identity.EkBlobActivate;
import org.tssj.tpm12.structure.identity.EkBlobAuth;
import org.tssj.tpm12.structure.identity.EkType;
import org.tssj.tpm12.structure.identity.IdentityContents;
import org.tssj.tpm12.structure.identity.IdentityProof;
import org.tssj.tpm12.structure.identity.IdentityReq;
import org.tssj.tpm12.structure.identity.SymCaAttestation;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.Key12;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.MigrateAsymkey;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.RsaKeyParms;
import org.tssj.tpm12.structure.key.StoreAsymkey;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.migration.CmkAuth;
import org.tssj.tpm12.structure.migration.CmkDelegate;
import org.tssj.tpm12.structure.migration.CmkMaApproval;
import org.tssj.tpm12.structure.migration.CmkMigAuth;
import org.tssj.tpm12.structure.migration.CmkSigTicket;
import org.tssj.tpm12.structure.migration.MigrateScheme;
import org.tssj.tpm12.structure.migration.MigrationKeyAuth;
import org.tssj.tpm12.structure.migration.MsaComposite;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrAttributes;
import org.tssj.tpm12.structure.pcr.PcrBinding;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfo;
import org.tssj.tpm12.structure.pcr.PcrInfoLong;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;
import org.tssj.tpm12.structure.pcr.PcrSelection;
import org.tssj.tpm12.structure.pcr.SelectSize;
import org.tssj.tpm12.structure.state.PermanentFlags;
import org.tssj.tpm12.structure.state.PresenceFlags;
import org.tssj.tpm12.structure.state.StartupEffects;
import org.tssj.tpm12.structure.state.StartupType;
import org.tssj.tpm12.structure.state.StclearFlags;
import org.tssj.tpm12.structure.storage.BoundData;
import org.tssj.tpm12.structure.storage.PayloadType;
import org.tssj.tpm12.structure.storage.SealedBlob;
import org.tssj.tpm12.structure.storage.StoredData;
import org.tssj.tpm12.structure.storage.StoredData12;
import org.tssj.tpm12.structure.time.CounterValue;
import org.tssj.tpm12.structure.time.CurrentTicks;
import org.tssj.tpm12.structure.transport.TransportAttributes;
import org.tssj.tpm12.structure.transport.TransportAuth;
import org.tssj.tpm12.structure.transport.TransportLogIn;
import org.tssj.tpm12.structure.transport.TransportLogOut;
import org.tssj.tpm12.structure.transport.TransportPublic;

/**
 * Every structure that can stand alone, by its name in the specification or ours. What is behind a
 * name is linked when it is asked for, so that a short run pays for the one it needs.
 */
public final class Structures {

  private record Entry(String name, Supplier<Codec<?>> codec) {}

  private static final Map<String, Entry> BY_NAME = new LinkedHashMap<>();

  static {
    put("TPM_ALGORITHM_ID", "AlgorithmId", () -> AlgorithmId.CODEC);
    put("TPM_ENC_SCHEME", "EncScheme", () -> EncScheme.CODEC);
    put("TPM_SIG_SCHEME", "SigScheme", () -> SigScheme.CODEC);
    put("TPM_SYM_MODE", "SymMode", () -> SymMode.CODEC);

    put("TPM_CERTIFY_INFO", "CertifyInfo", () -> CertifyInfo.CODEC);
    put("TPM_CERTIFY_INFO2", "CertifyInfo2", () -> CertifyInfo2.CODEC);
    put("TPM_CERTIFY_INFO or TPM_CERTIFY_INFO2", "KeyCertification", () -> KeyCertification.CODEC);
    put("TPM_QUOTE_INFO", "QuoteInfo", () -> QuoteInfo.CODEC);
    put("TPM_QUOTE_INFO2", "QuoteInfo2", () -> QuoteInfo2.CODEC);
    put("TPM_SIGN_INFO", "SignInfo", () -> SignInfo.CODEC);

    put("TPM_AUTH_DATA_USAGE", "AuthDataUsage", () -> AuthDataUsage.CODEC);
    put("TPM_PROTOCOL_ID", "ProtocolId", () -> ProtocolId.CODEC);

    put("TPM_STRUCT_VER", "StructVer", () -> StructVer.CODEC);
    put("TPM_VERSION", "Version", () -> Version.CODEC);

    put("TPM_CAP_PROPERTY", "CapProperty", () -> CapProperty.CODEC);
    put("TPM_CAP_VERSION_INFO", "CapVersionInfo", () -> CapVersionInfo.CODEC);
    put("TPM_CAPABILITY_AREA", "CapabilityArea", () -> CapabilityArea.CODEC);
    put("TPM_DA_ACTION_TYPE", "DaActionType", () -> DaActionType.CODEC);
    put("TPM_DA_INFO", "DaInfo", () -> DaInfo.CODEC);
    put("TPM_DA_INFO_LIMITED", "DaInfoLimited", () -> DaInfoLimited.CODEC);
    put("TPM_DA_INFO or TPM_DA_INFO_LIMITED", "DaReport", () -> DaReport.CODEC);
    put("TPM_DA_STATE", "DaState", () -> DaState.CODEC);

    put("TPM_ENTITY_TYPE", "EntityType", () -> EntityType.CODEC);
    put("TPM_HANDLE", "Handle", () -> Handle.CODEC);
    put("TPM_KEY_HANDLE_LIST", "KeyHandleList", () -> KeyHandleList.CODEC);
    put("TPM_RESOURCE_TYPE", "ResourceType", () -> ResourceType.CODEC);

    put("TPM_ASYM_CA_CONTENTS", "AsymCaContents", () -> AsymCaContents.CODEC);
    put("TPM_EK_BLOB", "EkBlob", () -> EkBlob.CODEC);
    put("TPM_EK_BLOB_ACTIVATE", "EkBlobActivate", () -> EkBlobActivate.CODEC);
    put("TPM_EK_BLOB_AUTH", "EkBlobAuth", () -> EkBlobAuth.CODEC);
    put("TPM_EK_TYPE", "EkType", () -> EkType.CODEC);
    put("TPM_IDENTITY_CONTENTS", "IdentityContents", () -> IdentityContents.CODEC);
    put("TPM_IDENTITY_PROOF", "IdentityProof", () -> IdentityProof.CODEC);
    put("TPM_IDENTITY_REQ", "IdentityReq", () -> IdentityReq.CODEC);
    put("TPM_SYM_CA_ATTESTATION", "SymCaAttestation", () -> SymCaAttestation.CODEC);

    put("TPM_KEY", "Key", () -> Key.CODEC);
    put("TPM_KEY12", "Key12", () -> Key12.CODEC);
    put("TPM_KEY_FLAGS", "KeyFlags", () -> KeyFlags.CODEC);
    put("TPM_KEY_PARMS", "KeyParms", () -> KeyParms.CODEC);
    put("TPM_KEY_USAGE", "KeyUsage", () -> KeyUsage.CODEC);
    put("TPM_PUBKEY", "PubKey", () -> PubKey.CODEC);
    put("TPM_RSA_KEY_PARMS", "RsaKeyParms", () -> RsaKeyParms.CODEC);
    put("TPM_STORE_ASYMKEY", "StoreAsymkey", () -> StoreAsymkey.CODEC);
    put("TPM_SYMMETRIC_KEY", "SymmetricKey", () -> SymmetricKey.CODEC);
    put("TPM_KEY or TPM_KEY12", "TpmKey", () -> TpmKey.CODEC);
    put("TPM_MIGRATE_ASYMKEY", "MigrateAsymkey", () -> MigrateAsymkey.CODEC);

    put("TPM_NV_ATTRIBUTES", "NvAttributes", () -> NvAttributes.CODEC);
    put("TPM_NV_DATA_PUBLIC", "NvDataPublic", () -> NvDataPublic.CODEC);
    put("TPM_NV_INDEX", "NvIndex", () -> NvIndex.CODEC);

    put("TPM_LOCALITY_SELECTION", "LocalitySelection", () -> LocalitySelection.CODEC);
    put("TPM_PCR_ATTRIBUTES", "PcrAttributes", () -> PcrAttributes.CODEC);
    put("TPM_PCR_INFO or TPM_PCR_INFO_LONG", "PcrBinding", () -> PcrBinding.CODEC);
    put("TPM_PCR_COMPOSITE", "PcrComposite", () -> PcrComposite.CODEC);
    put("TPM_PCR_INFO", "PcrInfo", () -> PcrInfo.CODEC);
    put("TPM_PCR_INFO_LONG", "PcrInfoLong", () -> PcrInfoLong.CODEC);
    put("TPM_PCR_INFO_SHORT", "PcrInfoShort", () -> PcrInfoShort.CODEC);
    put("TPM_PCR_SELECTION", "PcrSelection", () -> PcrSelection.CODEC);
    put("TPM_SELECT_SIZE", "SelectSize", () -> SelectSize.CODEC);

    put("TPM_PERMANENT_FLAGS", "PermanentFlags", () -> PermanentFlags.CODEC);
    put("TPM_PHYSICAL_PRESENCE", "PresenceFlags", () -> PresenceFlags.CODEC);
    put("TPM_STARTUP_EFFECTS", "StartupEffects", () -> StartupEffects.CODEC);
    put("TPM_STARTUP_TYPE", "StartupType", () -> StartupType.CODEC);
    put("TPM_STCLEAR_FLAGS", "StclearFlags", () -> StclearFlags.CODEC);

    put("TPM_BOUND_DATA", "BoundData", () -> BoundData.CODEC);
    put("TPM_PAYLOAD_TYPE", "PayloadType", () -> PayloadType.CODEC);
    put("TPM_STORED_DATA or TPM_STORED_DATA12", "SealedBlob", () -> SealedBlob.CODEC);
    put("TPM_STORED_DATA", "StoredData", () -> StoredData.CODEC);
    put("TPM_STORED_DATA12", "StoredData12", () -> StoredData12.CODEC);

    put("TPM_COUNTER_VALUE", "CounterValue", () -> CounterValue.CODEC);
    put("TPM_CURRENT_TICKS", "CurrentTicks", () -> CurrentTicks.CODEC);

    put("TPM_MIGRATE_SCHEME", "MigrateScheme", () -> MigrateScheme.CODEC);
    put("TPM_MIGRATIONKEYAUTH", "MigrationKeyAuth", () -> MigrationKeyAuth.CODEC);
    put("TPM_MSA_COMPOSITE", "MsaComposite", () -> MsaComposite.CODEC);
    put("TPM_CMK_AUTH", "CmkAuth", () -> CmkAuth.CODEC);
    put("TPM_CMK_DELEGATE", "CmkDelegate", () -> CmkDelegate.CODEC);
    put("TPM_CMK_MIGAUTH", "CmkMigAuth", () -> CmkMigAuth.CODEC);
    put("TPM_CMK_SIGTICKET", "CmkSigTicket", () -> CmkSigTicket.CODEC);
    put("TPM_CMK_MA_APPROVAL", "CmkMaApproval", () -> CmkMaApproval.CODEC);

    put("TPM_TRANSPORT_ATTRIBUTES", "TransportAttributes", () -> TransportAttributes.CODEC);
    put("TPM_TRANSPORT_PUBLIC", "TransportPublic", () -> TransportPublic.CODEC);
    put("TPM_TRANSPORT_AUTH", "TransportAuth", () -> TransportAuth.CODEC);
    put("TPM_TRANSPORT_LOG_IN", "TransportLogIn", () -> TransportLogIn.CODEC);
    put("TPM_TRANSPORT_LOG_OUT", "TransportLogOut", () -> TransportLogOut.CODEC);

    put("TPM_AUDIT_EVENT_IN", "AuditEventIn", () -> AuditEventIn.CODEC);
    put("TPM_AUDIT_EVENT_OUT", "AuditEventOut", () -> AuditEventOut.CODEC);

    put("TPM_DELEGATE_TYPE", "DelegateType", () -> DelegateType.CODEC);
    put("TPM_FAMILY_OPERATION", "FamilyOperation", () -> FamilyOperation.CODEC);
    put("TPM_FAMILY_FLAGS", "FamilyFlags", () -> FamilyFlags.CODEC);
    put("TPM_FAMILY_TABLE_ENTRY", "FamilyTableEntry", () -> FamilyTableEntry.CODEC);
    put("TPM_DELEGATE_PUBLIC", "DelegatePublic", () -> DelegatePublic.CODEC);
    put("TPM_DELEGATE_TABLE row", "DelegateTableEntry", () -> DelegateTableEntry.CODEC);
    put("TPM_DELEGATE_OWNER_BLOB", "DelegateOwnerBlob", () -> DelegateOwnerBlob.CODEC);
    put("TPM_DELEGATE_KEY_BLOB", "DelegateKeyBlob", () -> DelegateKeyBlob.CODEC);
    put("TPM_DELEGATIONS", "Delegations", () -> Delegations.CODEC);

    put("TPM_KEY_CONTROL", "KeyControl", () -> KeyControl.CODEC);
    put("TPM_CONTEXT_BLOB", "ContextBlob", () -> ContextBlob.CODEC);

    put("TPM_CHANGEAUTH_VALIDATE", "ChangeAuthValidate", () -> ChangeAuthValidate.CODEC);

    put("TPM_REDIR_COMMAND", "RedirCommand", () -> RedirCommand.CODEC);
    put("TPM_CAPABILITY_AREA of TPM_SetCapability", "SetArea", () -> SetArea.CODEC);

    put("TPM_DAA_ISSUER", "DaaIssuer", () -> DaaIssuer.CODEC);
    put("TPM_DAA_BLOB", "DaaBlob", () -> DaaBlob.CODEC);

    put("TPM_RESULT", "ResultCode", () -> ResultCode.CODEC);
  }

  private Structures() {}

  private static void put(String name, String record, Supplier<Codec<?>> codec) {
    Entry entry = new Entry(name, codec);
    BY_NAME.put(plain(name), entry);
    BY_NAME.put(plain(record), entry);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The names of all, as the specification writes them. */
  public static List<String> names() {
    return BY_NAME.values().stream().map(Entry::name).distinct().toList();
  }

  /**
   * The wire form of the structure with this name.
   *
   * @param name as the specification writes it ({@code TPM_QUOTE_INFO}) or as our record is called
   *     ({@code QuoteInfo}); case does not matter
   */
  public static Optional<Codec<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(plain(name))).map(entry -> entry.codec().get());
  }
}
