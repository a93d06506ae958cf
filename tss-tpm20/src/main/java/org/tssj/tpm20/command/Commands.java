package org.tssj.tpm20.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tssj.tpm20.command.asymmetric.Decapsulate;
import org.tssj.tpm20.command.asymmetric.EccDecrypt;
import org.tssj.tpm20.command.asymmetric.EccEncrypt;
import org.tssj.tpm20.command.asymmetric.EccParameters;
import org.tssj.tpm20.command.asymmetric.EcdhKeyGen;
import org.tssj.tpm20.command.asymmetric.EcdhZGen;
import org.tssj.tpm20.command.asymmetric.Encapsulate;
import org.tssj.tpm20.command.asymmetric.RsaDecrypt;
import org.tssj.tpm20.command.asymmetric.RsaEncrypt;
import org.tssj.tpm20.command.asymmetric.ZGen2Phase;
import org.tssj.tpm20.command.attached.AcGetCapability;
import org.tssj.tpm20.command.attached.AcSend;
import org.tssj.tpm20.command.attestation.Certify;
import org.tssj.tpm20.command.attestation.CertifyCreation;
import org.tssj.tpm20.command.attestation.CertifyX509;
import org.tssj.tpm20.command.attestation.GetCommandAuditDigest;
import org.tssj.tpm20.command.attestation.GetSessionAuditDigest;
import org.tssj.tpm20.command.attestation.GetTime;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.audit.SetCommandCodeAuditStatus;
import org.tssj.tpm20.command.capability.GetCapability;
import org.tssj.tpm20.command.capability.SetCapability;
import org.tssj.tpm20.command.capability.TestParms;
import org.tssj.tpm20.command.clock.ClockRateAdjust;
import org.tssj.tpm20.command.clock.ClockSet;
import org.tssj.tpm20.command.clock.ReadClock;
import org.tssj.tpm20.command.context.ContextLoad;
import org.tssj.tpm20.command.context.ContextSave;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.duplication.Import;
import org.tssj.tpm20.command.duplication.Rewrap;
import org.tssj.tpm20.command.ephemeral.Commit;
import org.tssj.tpm20.command.ephemeral.EcEphemeral;
import org.tssj.tpm20.command.hierarchy.ChangeEps;
import org.tssj.tpm20.command.hierarchy.ChangePps;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.hierarchy.ClearControl;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.hierarchy.HierarchyControl;
import org.tssj.tpm20.command.hierarchy.SetPrimaryPolicy;
import org.tssj.tpm20.command.lockout.DictionaryAttackLockReset;
import org.tssj.tpm20.command.lockout.DictionaryAttackParameters;
import org.tssj.tpm20.command.management.PpCommands;
import org.tssj.tpm20.command.management.ReadOnlyControl;
import org.tssj.tpm20.command.management.SetAlgorithmSet;
import org.tssj.tpm20.command.nv.NvCertify;
import org.tssj.tpm20.command.nv.NvChangeAuth;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvDefineSpace2;
import org.tssj.tpm20.command.nv.NvExtend;
import org.tssj.tpm20.command.nv.NvGlobalWriteLock;
import org.tssj.tpm20.command.nv.NvIncrement;
import org.tssj.tpm20.command.nv.NvRead;
import org.tssj.tpm20.command.nv.NvReadLock;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvReadPublic2;
import org.tssj.tpm20.command.nv.NvSetBits;
import org.tssj.tpm20.command.nv.NvUndefineSpace;
import org.tssj.tpm20.command.nv.NvUndefineSpaceSpecial;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.nv.NvWriteLock;
import org.tssj.tpm20.command.object.ActivateCredential;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.CreateLoaded;
import org.tssj.tpm20.command.object.Load;
import org.tssj.tpm20.command.object.LoadExternal;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.command.object.ObjectChangeAuth;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.command.pcr.PcrAllocate;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.pcr.PcrReset;
import org.tssj.tpm20.command.pcr.PcrSetAuthPolicy;
import org.tssj.tpm20.command.pcr.PcrSetAuthValue;
import org.tssj.tpm20.command.policy.PolicyAcSendSelect;
import org.tssj.tpm20.command.policy.PolicyAuthValue;
import org.tssj.tpm20.command.policy.PolicyAuthorize;
import org.tssj.tpm20.command.policy.PolicyAuthorizeNv;
import org.tssj.tpm20.command.policy.PolicyCapability;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.command.policy.PolicyCounterTimer;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyGetDigest;
import org.tssj.tpm20.command.policy.PolicyLocality;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyNv;
import org.tssj.tpm20.command.policy.PolicyNvWritten;
import org.tssj.tpm20.command.policy.PolicyOr;
import org.tssj.tpm20.command.policy.PolicyParameters;
import org.tssj.tpm20.command.policy.PolicyPassword;
import org.tssj.tpm20.command.policy.PolicyPcr;
import org.tssj.tpm20.command.policy.PolicyPhysicalPresence;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.policy.PolicySigned;
import org.tssj.tpm20.command.policy.PolicyTemplate;
import org.tssj.tpm20.command.policy.PolicyTicket;
import org.tssj.tpm20.command.policy.PolicyTransportSpdm;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.random.StirRandom;
import org.tssj.tpm20.command.sequence.EventSequenceComplete;
import org.tssj.tpm20.command.sequence.HashSequenceStart;
import org.tssj.tpm20.command.sequence.HmacStart;
import org.tssj.tpm20.command.sequence.MacStart;
import org.tssj.tpm20.command.sequence.SequenceComplete;
import org.tssj.tpm20.command.sequence.SequenceUpdate;
import org.tssj.tpm20.command.session.PolicyRestart;
import org.tssj.tpm20.command.session.StartAuthSession;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.signing.SignDigest;
import org.tssj.tpm20.command.signing.SignSequenceComplete;
import org.tssj.tpm20.command.signing.SignSequenceStart;
import org.tssj.tpm20.command.signing.VerifyDigestSignature;
import org.tssj.tpm20.command.signing.VerifySequenceComplete;
import org.tssj.tpm20.command.signing.VerifySequenceStart;
import org.tssj.tpm20.command.signing.VerifySignature;
import org.tssj.tpm20.command.startup.Shutdown;
import org.tssj.tpm20.command.startup.Startup;
import org.tssj.tpm20.command.symmetric.EncryptDecrypt;
import org.tssj.tpm20.command.symmetric.EncryptDecrypt2;
import org.tssj.tpm20.command.symmetric.Hash;
import org.tssj.tpm20.command.symmetric.Hmac;
import org.tssj.tpm20.command.symmetric.Mac;
import org.tssj.tpm20.command.testing.GetTestResult;
import org.tssj.tpm20.command.testing.IncrementalSelfTest;
import org.tssj.tpm20.command.testing.SelfTest;
import org.tssj.tpm20.command.timer.ActSetTimeout;
import org.tssj.tpm20.command.upgrade.FieldUpgradeData;
import org.tssj.tpm20.command.upgrade.FieldUpgradeStart;
import org.tssj.tpm20.command.upgrade.FirmwareRead;
import org.tssj.tpm20.command.vendor.VendorTcgTest;
import org.tssj.tpm20.structure.constant.CommandCode;

/**
 * Every command this version has a record for, by name and by number. The declaration behind a name
 * is linked when it is asked for, so that a short run pays for the commands it meets.
 */
public final class Commands {

  private record Entry(String name, int code, Supplier<CommandSpec<?, ?>> spec) {}

  private static final Map<String, Entry> BY_NAME = new LinkedHashMap<>();
  private static final Map<Integer, List<Entry>> BY_CODE = new LinkedHashMap<>();

  static {
    put("Startup", () -> Startup.SPEC);
    put("Shutdown", () -> Shutdown.SPEC);

    put("IncrementalSelfTest", () -> IncrementalSelfTest.SPEC);
    put("SelfTest", () -> SelfTest.SPEC);
    put("GetTestResult", () -> GetTestResult.SPEC);

    put("StartAuthSession", () -> StartAuthSession.SPEC);
    put("PolicyRestart", () -> PolicyRestart.SPEC);

    put("ActivateCredential", () -> ActivateCredential.SPEC);
    put("ObjectChangeAuth", () -> ObjectChangeAuth.SPEC);
    put("Create", () -> Create.SPEC);
    put("Load", () -> Load.SPEC);
    put("Unseal", () -> Unseal.SPEC);
    put("LoadExternal", () -> LoadExternal.SPEC);
    put("MakeCredential", () -> MakeCredential.SPEC);
    put("ReadPublic", () -> ReadPublic.SPEC);
    put("CreateLoaded", () -> CreateLoaded.SPEC);

    put("Duplicate", () -> Duplicate.SPEC);
    put("Rewrap", () -> Rewrap.SPEC);
    put("Import", () -> Import.SPEC);

    put("ECDH_ZGen", () -> EcdhZGen.SPEC);
    put("RSA_Decrypt", () -> RsaDecrypt.SPEC);
    put("ECDH_KeyGen", () -> EcdhKeyGen.SPEC);
    put("RSA_Encrypt", () -> RsaEncrypt.SPEC);
    put("ZGen_2Phase", () -> ZGen2Phase.SPEC);
    put("ECC_Encrypt", () -> EccEncrypt.SPEC);
    put("ECC_Decrypt", () -> EccDecrypt.SPEC);
    put("ECC_Parameters", () -> EccParameters.SPEC);
    put("Encapsulate", () -> Encapsulate.SPEC);
    put("Decapsulate", () -> Decapsulate.SPEC);

    put("HMAC", () -> Hmac.SPEC);
    put("MAC", () -> Mac.SPEC);
    put("EncryptDecrypt", () -> EncryptDecrypt.SPEC);
    put("Hash", () -> Hash.SPEC);
    put("EncryptDecrypt2", () -> EncryptDecrypt2.SPEC);

    put("StirRandom", () -> StirRandom.SPEC);
    put("GetRandom", () -> GetRandom.SPEC);

    put("SequenceComplete", () -> SequenceComplete.SPEC);
    put("HMAC_Start", () -> HmacStart.SPEC);
    put("MAC_Start", () -> MacStart.SPEC);
    put("SequenceUpdate", () -> SequenceUpdate.SPEC);
    put("EventSequenceComplete", () -> EventSequenceComplete.SPEC);
    put("HashSequenceStart", () -> HashSequenceStart.SPEC);

    put("Commit", () -> Commit.SPEC);
    put("EC_Ephemeral", () -> EcEphemeral.SPEC);

    put("GetCommandAuditDigest", () -> GetCommandAuditDigest.SPEC);
    put("Certify", () -> Certify.SPEC);
    put("CertifyCreation", () -> CertifyCreation.SPEC);
    put("GetTime", () -> GetTime.SPEC);
    put("GetSessionAuditDigest", () -> GetSessionAuditDigest.SPEC);
    put("Quote", () -> Quote.SPEC);
    put("CertifyX509", () -> CertifyX509.SPEC);

    put("Sign", () -> Sign.SPEC);
    put("VerifySignature", () -> VerifySignature.SPEC);
    put("VerifySequenceComplete", () -> VerifySequenceComplete.SPEC);
    put("SignSequenceComplete", () -> SignSequenceComplete.SPEC);
    put("VerifyDigestSignature", () -> VerifyDigestSignature.SPEC);
    put("SignDigest", () -> SignDigest.SPEC);
    put("VerifySequenceStart", () -> VerifySequenceStart.SPEC);
    put("SignSequenceStart", () -> SignSequenceStart.SPEC);

    put("SetCommandCodeAuditStatus", () -> SetCommandCodeAuditStatus.SPEC);

    put("PCR_Allocate", () -> PcrAllocate.SPEC);
    put("PCR_SetAuthPolicy", () -> PcrSetAuthPolicy.SPEC);
    put("PCR_Event", () -> PcrEvent.SPEC);
    put("PCR_Reset", () -> PcrReset.SPEC);
    put("PCR_Read", () -> PcrRead.SPEC);
    put("PCR_Extend", () -> PcrExtend.SPEC);
    put("PCR_SetAuthValue", () -> PcrSetAuthValue.SPEC);

    put("PolicyNV", () -> PolicyNv.SPEC);
    put("PolicySecret", () -> PolicySecret.SPEC);
    put("PolicySigned", () -> PolicySigned.SPEC);
    put("PolicyAuthorize", () -> PolicyAuthorize.SPEC);
    put("PolicyAuthValue", () -> PolicyAuthValue.SPEC);
    put("PolicyCommandCode", () -> PolicyCommandCode.SPEC);
    put("PolicyCounterTimer", () -> PolicyCounterTimer.SPEC);
    put("PolicyCpHash", () -> PolicyCpHash.SPEC);
    put("PolicyLocality", () -> PolicyLocality.SPEC);
    put("PolicyNameHash", () -> PolicyNameHash.SPEC);
    put("PolicyOR", () -> PolicyOr.SPEC);
    put("PolicyTicket", () -> PolicyTicket.SPEC);
    put("PolicyPCR", () -> PolicyPcr.SPEC);
    put("PolicyPhysicalPresence", () -> PolicyPhysicalPresence.SPEC);
    put("PolicyDuplicationSelect", () -> PolicyDuplicationSelect.SPEC);
    put("PolicyGetDigest", () -> PolicyGetDigest.SPEC);
    put("PolicyPassword", () -> PolicyPassword.SPEC);
    put("PolicyNvWritten", () -> PolicyNvWritten.SPEC);
    put("PolicyTemplate", () -> PolicyTemplate.SPEC);
    put("PolicyAuthorizeNV", () -> PolicyAuthorizeNv.SPEC);
    put("Policy_AC_SendSelect", () -> PolicyAcSendSelect.SPEC);
    put("PolicyCapability", () -> PolicyCapability.SPEC);
    put("PolicyParameters", () -> PolicyParameters.SPEC);
    put("PolicyTransportSPDM", () -> PolicyTransportSpdm.SPEC);

    put("HierarchyControl", () -> HierarchyControl.SPEC);
    put("ChangeEPS", () -> ChangeEps.SPEC);
    put("ChangePPS", () -> ChangePps.SPEC);
    put("Clear", () -> Clear.SPEC);
    put("ClearControl", () -> ClearControl.SPEC);
    put("HierarchyChangeAuth", () -> HierarchyChangeAuth.SPEC);
    put("SetPrimaryPolicy", () -> SetPrimaryPolicy.SPEC);
    put("CreatePrimary", () -> CreatePrimary.SPEC);

    put("DictionaryAttackLockReset", () -> DictionaryAttackLockReset.SPEC);
    put("DictionaryAttackParameters", () -> DictionaryAttackParameters.SPEC);

    put("PP_Commands", () -> PpCommands.SPEC);
    put("SetAlgorithmSet", () -> SetAlgorithmSet.SPEC);
    put("ReadOnlyControl", () -> ReadOnlyControl.SPEC);

    put("FieldUpgradeStart", () -> FieldUpgradeStart.SPEC);
    put("FieldUpgradeData", () -> FieldUpgradeData.SPEC);
    put("FirmwareRead", () -> FirmwareRead.SPEC);

    put("EvictControl", () -> EvictControl.SPEC);
    put("ContextSave", () -> ContextSave.SPEC);
    put("ContextLoad", () -> ContextLoad.SPEC);
    put("FlushContext", () -> FlushContext.SPEC);

    put("ClockSet", () -> ClockSet.SPEC);
    put("ClockRateAdjust", () -> ClockRateAdjust.SPEC);
    put("ReadClock", () -> ReadClock.SPEC);

    put("GetCapability", () -> GetCapability.SPEC);
    put("SetCapability", () -> SetCapability.SPEC);
    put("TestParms", () -> TestParms.SPEC);

    put("NV_UndefineSpaceSpecial", () -> NvUndefineSpaceSpecial.SPEC);
    put("NV_UndefineSpace", () -> NvUndefineSpace.SPEC);
    put("NV_GlobalWriteLock", () -> NvGlobalWriteLock.SPEC);
    put("NV_Increment", () -> NvIncrement.SPEC);
    put("NV_SetBits", () -> NvSetBits.SPEC);
    put("NV_Extend", () -> NvExtend.SPEC);
    put("NV_Write", () -> NvWrite.SPEC);
    put("NV_WriteLock", () -> NvWriteLock.SPEC);
    put("NV_ChangeAuth", () -> NvChangeAuth.SPEC);
    put("NV_Read", () -> NvRead.SPEC);
    put("NV_ReadLock", () -> NvReadLock.SPEC);
    put("NV_Certify", () -> NvCertify.SPEC);
    put("NV_DefineSpace", () -> NvDefineSpace.SPEC);
    put("NV_ReadPublic", () -> NvReadPublic.SPEC);
    put("NV_DefineSpace2", () -> NvDefineSpace2.SPEC);
    put("NV_ReadPublic2", () -> NvReadPublic2.SPEC);

    put("AC_GetCapability", () -> AcGetCapability.SPEC);
    put("AC_Send", () -> AcSend.SPEC);

    put("ACT_SetTimeout", () -> ActSetTimeout.SPEC);

    put("Vendor_TCG_Test", () -> VendorTcgTest.SPEC);
  }

  private Commands() {}

  private static void put(String name, Supplier<CommandSpec<?, ?>> spec) {
    int code =
        CommandCode.named(name)
            .orElseThrow(() -> new IllegalStateException("no TPM_CC_" + name))
            .value();
    Entry entry = new Entry("TPM2_" + name, code, spec);
    BY_NAME.put(plain(name), entry);
    BY_CODE.computeIfAbsent(code, ignored -> new ArrayList<>()).add(entry);
  }

  /** One form for the three of a name: TPM2_PCR_Read, PCR_Read and PcrRead are pcrread. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^(tpm2_|tpm_cc_)", "").replace("_", "");
  }

  /** The names of all, as the specification writes them. */
  public static List<String> names() {
    return BY_NAME.values().stream().map(Entry::name).toList();
  }

  /**
   * The command with this name.
   *
   * @param name as the specification writes it, with or without {@code TPM2_}, or as our record is
   *     called; case does not matter
   */
  public static Optional<CommandSpec<?, ?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(plain(name))).map(entry -> entry.spec().get());
  }

  /**
   * The commands with this number. There may be two: TPM2_HMAC and TPM2_MAC share theirs, and their
   * wire form.
   *
   * @param code TPM_CC
   */
  public static List<CommandSpec<?, ?>> byCode(int code) {
    List<CommandSpec<?, ?>> found = new ArrayList<>();
    BY_CODE.getOrDefault(code, List.of()).forEach(entry -> found.add(entry.spec().get()));
    return found;
  }
}
