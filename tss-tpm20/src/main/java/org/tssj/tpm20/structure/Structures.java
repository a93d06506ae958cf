package org.tssj.tpm20.structure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.structure.algorithm.AlgorithmAttributes;
import org.tssj.tpm20.structure.algorithm.AlgorithmDescription;
import org.tssj.tpm20.structure.algorithm.AlgorithmDetailEcc;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.MlParameterSets;
import org.tssj.tpm20.structure.algorithm.MldsaParameterSet;
import org.tssj.tpm20.structure.algorithm.MlkemParameterSet;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.attest.ClockInfo;
import org.tssj.tpm20.structure.attest.CreationData;
import org.tssj.tpm20.structure.attest.TimeInfo;
import org.tssj.tpm20.structure.auth.AuthCommand;
import org.tssj.tpm20.structure.auth.AuthResponse;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.auth.SessionAttributes;
import org.tssj.tpm20.structure.capability.AcOutput;
import org.tssj.tpm20.structure.capability.AcTag;
import org.tssj.tpm20.structure.capability.ActAttributes;
import org.tssj.tpm20.structure.capability.ActData;
import org.tssj.tpm20.structure.capability.AlgorithmProperty;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.CommandAttributes;
import org.tssj.tpm20.structure.capability.MemoryAttributes;
import org.tssj.tpm20.structure.capability.ModesAttributes;
import org.tssj.tpm20.structure.capability.PcrPropertyTag;
import org.tssj.tpm20.structure.capability.PermanentAttributes;
import org.tssj.tpm20.structure.capability.PlatformSpecific;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.capability.PubKey;
import org.tssj.tpm20.structure.capability.SetCapabilityData;
import org.tssj.tpm20.structure.capability.SpdmSessionInfo;
import org.tssj.tpm20.structure.capability.StartupClearAttributes;
import org.tssj.tpm20.structure.capability.TaggedPcrSelect;
import org.tssj.tpm20.structure.capability.TaggedPolicy;
import org.tssj.tpm20.structure.capability.TaggedProperty;
import org.tssj.tpm20.structure.constant.ClockAdjust;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.constant.SessionType;
import org.tssj.tpm20.structure.constant.StartupType;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.context.Context;
import org.tssj.tpm20.structure.context.ContextData;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.handle.HandleType;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvExpAttributes;
import org.tssj.tpm20.structure.nv.NvPinCounterParameters;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.nv.NvPublic2;
import org.tssj.tpm20.structure.nv.NvPublicExpAttr;
import org.tssj.tpm20.structure.object.AuthTicket;
import org.tssj.tpm20.structure.object.CreationTicket;
import org.tssj.tpm20.structure.object.DerivationTemplate;
import org.tssj.tpm20.structure.object.Derive;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.HashMldsaParms;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.IdObject;
import org.tssj.tpm20.structure.object.KeyedhashParms;
import org.tssj.tpm20.structure.object.MldsaParms;
import org.tssj.tpm20.structure.object.MlkemParms;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.structure.object.Sensitive;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.object.SymcipherParms;
import org.tssj.tpm20.structure.object.VerifiedTicket;
import org.tssj.tpm20.structure.object.X509KeyUsage;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * Every structure that can stand alone, by its name in the specification or ours. What is behind a
 * name is linked when it is asked for, so that a short run pays for the one it needs.
 *
 * <p>Unions (TPMU) are missing, because a number outside of them says which arm is meant.
 */
public final class Structures {

  /** More elements than any list on the wire has, and few enough to fit into a message. */
  private static final int MOST = 0xffff;

  private record Entry(String name, Supplier<Codec<?>> codec) {}

  private static final Map<String, Entry> BY_NAME = new LinkedHashMap<>();

  static {
    put("TPM_ALG_ID", "AlgorithmId", () -> AlgorithmId.CODEC);
    put("TPM_ECC_CURVE", "EccCurve", () -> EccCurve.CODEC);
    put("TPMA_ALGORITHM", "AlgorithmAttributes", () -> AlgorithmAttributes.CODEC);
    put("TPMS_ALGORITHM_DESCRIPTION", "AlgorithmDescription", () -> AlgorithmDescription.CODEC);
    put("TPMS_ALGORITHM_DETAIL_ECC", "AlgorithmDetailEcc", () -> AlgorithmDetailEcc.CODEC);
    put("TPMT_HA", "HashValue", () -> HashValue.CODEC);
    put("TPMA_ML_PARAMETER_SET", "MlParameterSets", () -> MlParameterSets.CODEC);
    put("TPM_MLDSA_PARMS", "MldsaParameterSet", () -> MldsaParameterSet.CODEC);
    put("TPM_MLKEM_PARMS", "MlkemParameterSet", () -> MlkemParameterSet.CODEC);
    put("TPMT_ASYM_SCHEME", "Scheme", () -> Scheme.ASYMMETRIC);
    put("TPMT_RSA_SCHEME", () -> Scheme.RSA);
    put("TPMT_RSA_DECRYPT", () -> Scheme.RSA_DECRYPT);
    put("TPMT_ECC_SCHEME", () -> Scheme.ECC);
    put("TPMT_SIG_SCHEME", () -> Scheme.SIGNATURE);
    put("TPMT_KDF_SCHEME", () -> Scheme.KDF);
    put("TPMT_KEYEDHASH_SCHEME", () -> Scheme.KEYEDHASH);
    put("TPMT_SYM_DEF", "SymDef", () -> SymDef.CODEC);
    put("TPMT_SYM_DEF_OBJECT", "SymDefObject", () -> SymDefObject.CODEC);

    put("TPMS_ATTEST", "Attest", () -> Attest.CODEC);
    put("TPM2B_ATTEST", () -> Codecs.sized(2, Attest.CODEC));
    put("TPMS_CERTIFY_INFO", () -> Attested.Certify.CODEC);
    put("TPMS_CREATION_INFO", () -> Attested.Creation.CODEC);
    put("TPMS_QUOTE_INFO", () -> Attested.Quote.CODEC);
    put("TPMS_COMMAND_AUDIT_INFO", () -> Attested.CommandAudit.CODEC);
    put("TPMS_SESSION_AUDIT_INFO", () -> Attested.SessionAudit.CODEC);
    put("TPMS_TIME_ATTEST_INFO", () -> Attested.Time.CODEC);
    put("TPMS_NV_CERTIFY_INFO", () -> Attested.Nv.CODEC);
    put("TPMS_NV_DIGEST_CERTIFY_INFO", () -> Attested.NvDigest.CODEC);
    put("TPMS_CLOCK_INFO", "ClockInfo", () -> ClockInfo.CODEC);
    put("TPMS_TIME_INFO", "TimeInfo", () -> TimeInfo.CODEC);
    put("TPMS_CREATION_DATA", "CreationData", () -> CreationData.CODEC);
    put("TPM2B_CREATION_DATA", () -> CreationData.SIZED_CODEC);

    put("TPMS_AUTH_COMMAND", "AuthCommand", () -> AuthCommand.CODEC);
    put("TPMS_AUTH_RESPONSE", "AuthResponse", () -> AuthResponse.CODEC);
    put("TPMA_LOCALITY", "Locality", () -> Locality.CODEC);
    put("TPMA_SESSION", "SessionAttributes", () -> SessionAttributes.CODEC);

    put("TPM_CAP", "Capability", () -> Capability.CODEC);
    put("TPM_PT", "PropertyTag", () -> PropertyTag.CODEC);
    put("TPM_PT_PCR", "PcrPropertyTag", () -> PcrPropertyTag.CODEC);
    put("TPM_PS", "PlatformSpecific", () -> PlatformSpecific.CODEC);
    put("TPM_PUB_KEY", "PubKey", () -> PubKey.CODEC);
    put("TPM_AT", "AcTag", () -> AcTag.CODEC);
    put("TPMA_ACT", "ActAttributes", () -> ActAttributes.CODEC);
    put("TPMA_CC", "CommandAttributes", () -> CommandAttributes.CODEC);
    put("TPMA_MEMORY", "MemoryAttributes", () -> MemoryAttributes.CODEC);
    put("TPMA_MODES", "ModesAttributes", () -> ModesAttributes.CODEC);
    put("TPMA_PERMANENT", "PermanentAttributes", () -> PermanentAttributes.CODEC);
    put("TPMA_STARTUP_CLEAR", "StartupClearAttributes", () -> StartupClearAttributes.CODEC);
    put("TPMS_CAPABILITY_DATA", "CapabilityData", () -> CapabilityData.CODEC);
    put("TPMS_SET_CAPABILITY_DATA", "SetCapabilityData", () -> SetCapabilityData.CODEC);
    put("TPM2B_SET_CAPABILITY_DATA", () -> SetCapabilityData.SIZED_CODEC);
    put("TPMS_AC_OUTPUT", "AcOutput", () -> AcOutput.CODEC);
    put("TPMS_ACT_DATA", "ActData", () -> ActData.CODEC);
    put("TPMS_ALG_PROPERTY", "AlgorithmProperty", () -> AlgorithmProperty.CODEC);
    put("TPMS_SPDM_SESSION_INFO", "SpdmSessionInfo", () -> SpdmSessionInfo.CODEC);
    put("TPMS_TAGGED_PCR_SELECT", "TaggedPcrSelect", () -> TaggedPcrSelect.CODEC);
    put("TPMS_TAGGED_POLICY", "TaggedPolicy", () -> TaggedPolicy.CODEC);
    put("TPMS_TAGGED_PROPERTY", "TaggedProperty", () -> TaggedProperty.CODEC);

    put("TPM_CC", "CommandCode", () -> CommandCode.CODEC);
    put("TPM_CLOCK_ADJUST", "ClockAdjust", () -> ClockAdjust.CODEC);
    put("TPM_EO", "Eo", () -> Eo.CODEC);
    put("TPM_RC", "ResponseCode", () -> ResponseCode.CODEC);
    put("TPM_SE", "SessionType", () -> SessionType.CODEC);
    put("TPM_ST", "StructureTag", () -> StructureTag.CODEC);
    put("TPM_SU", "StartupType", () -> StartupType.CODEC);

    put("TPMS_CONTEXT", "Context", () -> Context.CODEC);
    put("TPMS_CONTEXT_DATA", "ContextData", () -> ContextData.CODEC);

    put("TPM_HANDLE", "Handle", () -> Handle.CODEC);
    put("TPM_HT", "HandleType", () -> HandleType.CODEC);

    put("TPMA_NV", "NvAttributes", () -> NvAttributes.CODEC);
    put("TPMA_NV_EXP", "NvExpAttributes", () -> NvExpAttributes.CODEC);
    put(
        "TPMS_NV_PIN_COUNTER_PARAMETERS",
        "NvPinCounterParameters",
        () -> NvPinCounterParameters.CODEC);
    put("TPMS_NV_PUBLIC", "NvPublic", () -> NvPublic.CODEC);
    put("TPM2B_NV_PUBLIC", () -> NvPublic.SIZED_CODEC);
    put("TPMT_NV_PUBLIC_2", "NvPublic2", () -> NvPublic2.CODEC);
    put("TPM2B_NV_PUBLIC_2", () -> NvPublic2.SIZED_CODEC);
    put("TPMS_NV_PUBLIC_EXP_ATTR", "NvPublicExpAttr", () -> NvPublicExpAttr.CODEC);

    put("TPMT_PUBLIC", "Public", () -> Public.CODEC);
    put("TPM2B_PUBLIC", () -> Public.SIZED_CODEC);
    put("TPMT_PUBLIC_PARMS", "PublicParms", () -> PublicParms.CODEC);
    put("TPMT_PUBLIC (derive)", "DerivationTemplate", () -> DerivationTemplate.CODEC);
    put("TPMS_DERIVE", "Derive", () -> Derive.CODEC);
    put("TPMA_OBJECT", "ObjectAttributes", () -> ObjectAttributes.CODEC);
    put("TPMA_X509_KEY_USAGE", "X509KeyUsage", () -> X509KeyUsage.CODEC);
    put("TPMS_ECC_PARMS", "EccParms", () -> EccParms.CODEC);
    put("TPMS_ECC_POINT", "EccPoint", () -> EccPoint.CODEC);
    put("TPM2B_ECC_POINT", () -> Codecs.sized(2, EccPoint.CODEC));
    put("TPMS_HASH_MLDSA_PARMS", "HashMldsaParms", () -> HashMldsaParms.CODEC);
    put("TPMS_KEYEDHASH_PARMS", "KeyedhashParms", () -> KeyedhashParms.CODEC);
    put("TPMS_MLDSA_PARMS", "MldsaParms", () -> MldsaParms.CODEC);
    put("TPMS_MLKEM_PARMS", "MlkemParms", () -> MlkemParms.CODEC);
    put("TPMS_RSA_PARMS", "RsaParms", () -> RsaParms.CODEC);
    put("TPMS_SYMCIPHER_PARMS", "SymcipherParms", () -> SymcipherParms.CODEC);
    put("TPMT_SENSITIVE", "Sensitive", () -> Sensitive.CODEC);
    put("TPM2B_SENSITIVE", () -> Sensitive.SIZED_CODEC);
    put("TPMS_SENSITIVE_CREATE", "SensitiveCreate", () -> SensitiveCreate.CODEC);
    put("TPM2B_SENSITIVE_CREATE", () -> Codecs.sized(2, SensitiveCreate.CODEC));
    put("TPMS_ID_OBJECT", "IdObject", () -> IdObject.CODEC);
    put("TPM2B_ID_OBJECT", () -> IdObject.SIZED_CODEC);
    put("TPMT_SIGNATURE", "Signature", () -> Signature.CODEC);
    put("TPMT_TK_AUTH", "AuthTicket", () -> AuthTicket.CODEC);
    put("TPMT_TK_CREATION", "CreationTicket", () -> CreationTicket.CODEC);
    put("TPMT_TK_HASHCHECK", "HashcheckTicket", () -> HashcheckTicket.CODEC);
    put("TPMT_TK_VERIFIED", "VerifiedTicket", () -> VerifiedTicket.CODEC);

    put("TPMS_PCR_SELECTION", "PcrSelection", () -> PcrSelection.CODEC);

    list("TPML_ALG", () -> AlgorithmId.CODEC);
    list("TPML_CC", () -> CommandCode.CODEC);
    list("TPML_CCA", () -> CommandAttributes.CODEC);
    list("TPML_HANDLE", () -> Handle.CODEC);
    list("TPML_DIGEST", Structures::octets);
    list("TPML_DIGEST_VALUES", () -> HashValue.CODEC);
    list("TPML_PCR_SELECTION", () -> PcrSelection.CODEC);
    list("TPML_ALG_PROPERTY", () -> AlgorithmProperty.CODEC);
    list("TPML_TAGGED_TPM_PROPERTY", () -> TaggedProperty.CODEC);
    list("TPML_TAGGED_PCR_PROPERTY", () -> TaggedPcrSelect.CODEC);
    list("TPML_TAGGED_POLICY", () -> TaggedPolicy.CODEC);
    list("TPML_ECC_CURVE", () -> EccCurve.CODEC);
    list("TPML_ACT_DATA", () -> ActData.CODEC);
    list("TPML_SPDM_SESSION_INFO", () -> SpdmSessionInfo.CODEC);
    list("TPML_AC_CAPABILITIES", () -> AcOutput.CODEC);
    list("TPML_PUB_KEY", () -> Public.SIZED_CODEC);

    for (String name :
        List.of(
            "TPM2B_DIGEST",
            "TPM2B_DATA",
            "TPM2B_NONCE",
            "TPM2B_EVENT",
            "TPM2B_MAX_BUFFER",
            "TPM2B_MAX_NV_BUFFER",
            "TPM2B_NAME",
            "TPM2B_IV",
            "TPM2B_TIMEOUT",
            "TPM2B_TEMPLATE",
            "TPM2B_CONTEXT_DATA",
            "TPM2B_CONTEXT_SENSITIVE",
            "TPM2B_PRIVATE",
            "TPM2B_PUBLIC_KEY_RSA",
            "TPM2B_ECC_PARAMETER",
            "TPM2B_ENCRYPTED_SECRET")) {
      put(name, Structures::octets);
    }
  }

  private Structures() {}

  private static Codec<Bytes> octets() {
    return Codecs.counted(2, MOST);
  }

  private static void put(String name, Supplier<Codec<?>> codec) {
    BY_NAME.put(plain(name), new Entry(name, codec));
  }

  private static void put(String name, String record, Supplier<Codec<?>> codec) {
    put(name, codec);
    BY_NAME.put(plain(record), new Entry(name, codec));
  }

  private static void list(String name, Supplier<Codec<?>> element) {
    put(name, () -> Codecs.list(4, MOST, element.get()));
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
   * @param name as the specification writes it ({@code TPMS_ATTEST}) or as our record is called
   *     ({@code Attest}); case does not matter
   */
  public static Optional<Codec<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(plain(name))).map(entry -> entry.codec().get());
  }
}
