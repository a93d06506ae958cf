package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import java.util.function.Function;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Union;
import org.tssj.core.wire.WireNumber;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPMS_CAPABILITY_DATA: a list of things a TPM is, has or can, of the kind that was asked for. It
 * may be a part: whether there is more, the response to TPM2_GetCapability says.
 *
 * @see "TPM 2.0 Library, Part 2, Table 120 TPMS_CAPABILITY_DATA"
 */
public sealed interface CapabilityData {

  /** TPMS_CAPABILITY_DATA: the kind, then the list. */
  Codec<CapabilityData> CODEC =
      Union.union("TPMU_CAPABILITIES", CapabilityData::capability, Capability::new)
          .on(Capability.ALGS, Algorithms.class, () -> Algorithms.CODEC)
          .on(Capability.HANDLES, Handles.class, () -> Handles.CODEC)
          .on(Capability.COMMANDS, Commands.class, () -> Commands.CODEC)
          .on(Capability.PP_COMMANDS, PpCommands.class, () -> PpCommands.CODEC)
          .on(Capability.AUDIT_COMMANDS, AuditCommands.class, () -> AuditCommands.CODEC)
          .on(Capability.PCRS, Pcrs.class, () -> Pcrs.CODEC)
          .on(Capability.TPM_PROPERTIES, TpmProperties.class, () -> TpmProperties.CODEC)
          .on(Capability.PCR_PROPERTIES, PcrProperties.class, () -> PcrProperties.CODEC)
          .on(Capability.ECC_CURVES, EccCurves.class, () -> EccCurves.CODEC)
          .on(Capability.AUTH_POLICIES, AuthPolicies.class, () -> AuthPolicies.CODEC)
          .on(Capability.ACT, Act.class, () -> Act.CODEC)
          .on(Capability.PUB_KEYS, PubKeys.class, () -> PubKeys.CODEC)
          .on(Capability.SPDM_SESSION_INFO, SpdmSessions.class, () -> SpdmSessions.CODEC)
          .otherwise(Unknown.class, Unknown.CODEC)
          .tagged("TPMS_CAPABILITY_DATA", "capability", Capability.CODEC);

  /**
   * More elements than any list has: the specification leaves MAX_CAP_DATA to the implementation,
   * and 2048 numbers fill the largest response there is.
   */
  int MOST = 2048;

  /** TPM_CAP: what was asked for. */
  Capability capability();

  /**
   * The number of the last item, unsigned 32 bits: whoever wants more asks from the next one on. -1
   * if there is no item, or this kind is never given in parts.
   */
  // Not a default method: an interface with one is initialised before the records that implement
  // it, and the codec above would find theirs unset.
  long last();

  private static <T> long last(List<T> items, Function<T, ? extends WireNumber> number) {
    return items.isEmpty()
        ? -1
        : Integer.toUnsignedLong(number.apply(items.get(items.size() - 1)).value());
  }

  /**
   * TPML_ALG_PROPERTY: algorithms the TPM implements.
   *
   * @param algorithms the algorithms, ascending
   * @see "TPM 2.0 Library, Part 2, Table 113 TPML_ALG_PROPERTY"
   */
  record Algorithms(List<AlgorithmProperty> algorithms) implements CapabilityData {

    /** TPML_ALG_PROPERTY: the elements behind their count. */
    public static final Codec<Algorithms> CODEC =
        struct(
            "TPML_ALG_PROPERTY",
            Algorithms::new,
            list("algProperties", MOST, AlgorithmProperty.CODEC, Algorithms::algorithms));

    /** Copies the list. */
    public Algorithms {
      algorithms = List.copyOf(algorithms);
    }

    @Override
    public long last() {
      return CapabilityData.last(algorithms, AlgorithmProperty::alg);
    }

    @Override
    public Capability capability() {
      return Capability.ALGS;
    }
  }

  /**
   * TPML_HANDLE: handles in use.
   *
   * @param handles the handles, ascending, all of the kind that was asked for
   * @see "TPM 2.0 Library, Part 2, Table 109 TPML_HANDLE"
   */
  record Handles(List<Handle> handles) implements CapabilityData {

    /** TPML_HANDLE: the elements behind their count. */
    public static final Codec<Handles> CODEC =
        struct("TPML_HANDLE", Handles::new, list("handle", MOST, Handle.CODEC, Handles::handles));

    /** Copies the list. */
    public Handles {
      handles = List.copyOf(handles);
    }

    @Override
    public long last() {
      return CapabilityData.last(handles, each -> each);
    }

    @Override
    public Capability capability() {
      return Capability.HANDLES;
    }
  }

  /**
   * TPML_CCA: commands the TPM implements.
   *
   * @param commands the commands, ascending, vendors' last
   * @see "TPM 2.0 Library, Part 2, Table 107 TPML_CCA"
   */
  record Commands(List<CommandAttributes> commands) implements CapabilityData {

    /** TPML_CCA: the elements behind their count. */
    public static final Codec<Commands> CODEC =
        struct(
            "TPML_CCA",
            Commands::new,
            list("commandAttributes", MOST, CommandAttributes.CODEC, Commands::commands));

    /** Copies the list. */
    public Commands {
      commands = List.copyOf(commands);
    }

    @Override
    public long last() {
      return CapabilityData.last(commands, CommandAttributes::command);
    }

    @Override
    public Capability capability() {
      return Capability.COMMANDS;
    }
  }

  /**
   * TPML_CC: commands that need physical presence.
   *
   * @param commands the commands, ascending
   * @see "TPM 2.0 Library, Part 2, Table 106 TPML_CC"
   */
  record PpCommands(List<CommandCode> commands) implements CapabilityData {

    /** TPML_CC: the elements behind their count. */
    public static final Codec<PpCommands> CODEC =
        struct(
            "TPML_CC",
            PpCommands::new,
            list("commandCodes", MOST, CommandCode.CODEC, PpCommands::commands));

    /** Copies the list. */
    public PpCommands {
      commands = List.copyOf(commands);
    }

    @Override
    public long last() {
      return CapabilityData.last(commands, each -> each);
    }

    @Override
    public Capability capability() {
      return Capability.PP_COMMANDS;
    }
  }

  /**
   * TPML_CC: commands that are audited.
   *
   * @param commands the commands, ascending
   * @see "TPM 2.0 Library, Part 2, Table 106 TPML_CC"
   */
  record AuditCommands(List<CommandCode> commands) implements CapabilityData {

    /** TPML_CC: the elements behind their count. */
    public static final Codec<AuditCommands> CODEC =
        struct(
            "TPML_CC",
            AuditCommands::new,
            list("commandCodes", MOST, CommandCode.CODEC, AuditCommands::commands));

    /** Copies the list. */
    public AuditCommands {
      commands = List.copyOf(commands);
    }

    @Override
    public long last() {
      return CapabilityData.last(commands, each -> each);
    }

    @Override
    public Capability capability() {
      return Capability.AUDIT_COMMANDS;
    }
  }

  /**
   * TPML_PCR_SELECTION: which PCRs each bank has.
   *
   * @param selections one for each bank; a bank that is not allocated has an empty bitmap or is
   *     missing
   * @see "TPM 2.0 Library, Part 2, Table 112 TPML_PCR_SELECTION"
   */
  record Pcrs(List<PcrSelection> selections) implements CapabilityData {

    /** TPML_PCR_SELECTION: the elements behind their count. */
    public static final Codec<Pcrs> CODEC =
        struct(
            "TPML_PCR_SELECTION",
            Pcrs::new,
            list("pcrSelections", MOST, PcrSelection.CODEC, Pcrs::selections));

    /** Copies the list. */
    public Pcrs {
      selections = List.copyOf(selections);
    }

    @Override
    public Capability capability() {
      return Capability.PCRS;
    }

    @Override
    public long last() {
      return -1;
    }
  }

  /**
   * TPML_TAGGED_TPM_PROPERTY: properties of the TPM.
   *
   * @param properties the properties, ascending
   * @see "TPM 2.0 Library, Part 2, Table 114 TPML_TAGGED_TPM_PROPERTY"
   */
  record TpmProperties(List<TaggedProperty> properties) implements CapabilityData {

    /** TPML_TAGGED_TPM_PROPERTY: the elements behind their count. */
    public static final Codec<TpmProperties> CODEC =
        struct(
            "TPML_TAGGED_TPM_PROPERTY",
            TpmProperties::new,
            list("tpmProperty", MOST, TaggedProperty.CODEC, TpmProperties::properties));

    /** Copies the list. */
    public TpmProperties {
      properties = List.copyOf(properties);
    }

    @Override
    public long last() {
      return CapabilityData.last(properties, TaggedProperty::property);
    }

    @Override
    public Capability capability() {
      return Capability.TPM_PROPERTIES;
    }
  }

  /**
   * TPML_TAGGED_PCR_PROPERTY: properties of PCRs.
   *
   * @param properties the properties, ascending
   * @see "TPM 2.0 Library, Part 2, Table 115 TPML_TAGGED_PCR_PROPERTY"
   */
  record PcrProperties(List<TaggedPcrSelect> properties) implements CapabilityData {

    /** TPML_TAGGED_PCR_PROPERTY: the elements behind their count. */
    public static final Codec<PcrProperties> CODEC =
        struct(
            "TPML_TAGGED_PCR_PROPERTY",
            PcrProperties::new,
            list("pcrProperty", MOST, TaggedPcrSelect.CODEC, PcrProperties::properties));

    /** Copies the list. */
    public PcrProperties {
      properties = List.copyOf(properties);
    }

    @Override
    public long last() {
      return CapabilityData.last(properties, TaggedPcrSelect::tag);
    }

    @Override
    public Capability capability() {
      return Capability.PCR_PROPERTIES;
    }
  }

  /**
   * TPML_ECC_CURVE: curves.
   *
   * @param curves the curves, ascending
   * @see "TPM 2.0 Library, Part 2, Table 116 TPML_ECC_CURVE"
   */
  record EccCurves(List<EccCurve> curves) implements CapabilityData {

    /** TPML_ECC_CURVE: the elements behind their count. */
    public static final Codec<EccCurves> CODEC =
        struct(
            "TPML_ECC_CURVE",
            EccCurves::new,
            list("eccCurves", MOST, EccCurve.CODEC, EccCurves::curves));

    /** Copies the list. */
    public EccCurves {
      curves = List.copyOf(curves);
    }

    @Override
    public long last() {
      return CapabilityData.last(curves, each -> each);
    }

    @Override
    public Capability capability() {
      return Capability.ECC_CURVES;
    }
  }

  /**
   * TPML_TAGGED_POLICY: policies of permanent handles.
   *
   * @param policies the policies, by handle
   * @see "TPM 2.0 Library, Part 2, Table 117 TPML_TAGGED_POLICY"
   */
  record AuthPolicies(List<TaggedPolicy> policies) implements CapabilityData {

    /** TPML_TAGGED_POLICY: the elements behind their count. */
    public static final Codec<AuthPolicies> CODEC =
        struct(
            "TPML_TAGGED_POLICY",
            AuthPolicies::new,
            list("policies", MOST, TaggedPolicy.CODEC, AuthPolicies::policies));

    /** Copies the list. */
    public AuthPolicies {
      policies = List.copyOf(policies);
    }

    @Override
    public long last() {
      return CapabilityData.last(policies, TaggedPolicy::handle);
    }

    @Override
    public Capability capability() {
      return Capability.AUTH_POLICIES;
    }
  }

  /**
   * TPML_ACT_DATA: authenticated countdown timers.
   *
   * @param timers the timers, by handle
   * @see "TPM 2.0 Library, Part 2, Table 118 TPML_ACT_DATA"
   */
  record Act(List<ActData> timers) implements CapabilityData {

    /** TPML_ACT_DATA: the elements behind their count. */
    public static final Codec<Act> CODEC =
        struct("TPML_ACT_DATA", Act::new, list("actData", MOST, ActData.CODEC, Act::timers));

    /** Copies the list. */
    public Act {
      timers = List.copyOf(timers);
    }

    @Override
    public long last() {
      return CapabilityData.last(timers, ActData::handle);
    }

    @Override
    public Capability capability() {
      return Capability.ACT;
    }
  }

  /**
   * TPML_PUB_KEY: public keys of the TPM itself, since 1.83.
   *
   * @param keys the keys, by TPM_PUB_KEY
   * @see "TPM 2.0 Library 1.85, Part 2, TPML_PUB_KEY"
   */
  record PubKeys(List<Public> keys) implements CapabilityData {

    /** TPML_PUB_KEY: the elements behind their count. */
    public static final Codec<PubKeys> CODEC =
        struct(
            "TPML_PUB_KEY", PubKeys::new, list("pubKeys", MOST, Public.SIZED_CODEC, PubKeys::keys));

    /** Copies the list. */
    public PubKeys {
      keys = List.copyOf(keys);
    }

    @Override
    public Capability capability() {
      return Capability.PUB_KEYS;
    }

    @Override
    public long last() {
      return -1;
    }
  }

  /**
   * TPML_SPDM_SESSION_INFO: secure channels.
   *
   * @param sessions the channels
   * @see "TPM 2.0 Library 1.85, Part 2, TPML_SPDM_SESSION_INFO"
   */
  record SpdmSessions(List<SpdmSessionInfo> sessions) implements CapabilityData {

    /** TPML_SPDM_SESSION_INFO: the elements behind their count. */
    public static final Codec<SpdmSessions> CODEC =
        struct(
            "TPML_SPDM_SESSION_INFO",
            SpdmSessions::new,
            list("spdmSessionInfo", MOST, SpdmSessionInfo.CODEC, SpdmSessions::sessions));

    /** Copies the list. */
    public SpdmSessions {
      sessions = List.copyOf(sessions);
    }

    @Override
    public Capability capability() {
      return Capability.SPDM_SESSION_INFO;
    }

    @Override
    public long last() {
      return -1;
    }
  }

  /**
   * A kind this version does not know, or one that vendors give meaning to
   * (TPM_CAP_VENDOR_PROPERTY).
   *
   * @param capability its TPM_CAP
   * @param body everything behind it
   */
  record Unknown(Capability capability, Bytes body) implements CapabilityData {

    private static final Codec<Unknown> CODEC =
        struct(
            "TPMU_CAPABILITIES",
            Unknown::new,
            selected("capability", Capability::new, Unknown::capability),
            rest("body", Unknown::body));

    @Override
    public long last() {
      return -1;
    }
  }
}
