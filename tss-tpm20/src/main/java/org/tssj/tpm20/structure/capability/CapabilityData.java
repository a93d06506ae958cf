package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import java.util.function.Function;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.Union;
import org.tssj.core.wire.WireNumber;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPMS_CAPABILITY_DATA: a list of things a TPM is, has or can, of the kind that was asked for.
 *
 * @see "TPM 2.0 Library, Part 2, Table 120 TPMS_CAPABILITY_DATA"
 */
public sealed interface CapabilityData {

  /** TPMS_CAPABILITY_DATA: the kind, then the list. */
  Codec<CapabilityData> CODEC =
      Union.union("TPMU_CAPABILITIES", CapabilityData::capability, Capability::new)
          .on(Capability.ALGS, Algorithms.class, Algorithms.CODEC)
          .on(Capability.HANDLES, Handles.class, Handles.CODEC)
          .on(Capability.COMMANDS, Commands.class, Commands.CODEC)
          .on(Capability.PP_COMMANDS, PpCommands.class, PpCommands.CODEC)
          .on(Capability.AUDIT_COMMANDS, AuditCommands.class, AuditCommands.CODEC)
          .on(Capability.PCRS, Pcrs.class, Pcrs.CODEC)
          .on(Capability.TPM_PROPERTIES, TpmProperties.class, TpmProperties.CODEC)
          .on(Capability.PCR_PROPERTIES, PcrProperties.class, PcrProperties.CODEC)
          .on(Capability.ECC_CURVES, EccCurves.class, EccCurves.CODEC)
          .on(Capability.AUTH_POLICIES, AuthPolicies.class, AuthPolicies.CODEC)
          .on(Capability.ACT, Act.class, Act.CODEC)
          .on(Capability.SPDM_SESSION_INFO, SpdmSessions.class, SpdmSessions.CODEC)
          .otherwise(Unknown.class, Unknown.CODEC)
          .tagged("TPMS_CAPABILITY_DATA", "capability", Capability.CODEC);

  /** The selector: what was asked for. */
  Capability capability();

  /**
   * The number of the last item, unsigned 32 bits, from which to go on asking; -1 if there is none,
   * or the kind is never given in parts.
   */
  long last();

  private static <T> long last(List<T> items, Function<T, ? extends WireNumber> number) {
    return items.isEmpty()
        ? -1
        : Integer.toUnsignedLong(number.apply(items.get(items.size() - 1)).value());
  }

  /**
   * TPML_ALG_PROPERTY: algorithms.
   *
   * @param algorithms the algorithms, ascending
   * @see "TPM 2.0 Library, Part 2, Table 101 TPML_ALG_PROPERTY"
   */
  record Algorithms(List<AlgorithmProperty> algorithms) implements CapabilityData {

    static final Struct<Algorithms> CODEC =
        struct(
            "TPML_ALG_PROPERTY",
            Algorithms::new,
            list("algorithms", 1024, AlgorithmProperty.CODEC, Algorithms::algorithms));

    /** Copies its lists. */
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
   * @param handles the handles, ascending, all of one kind
   * @see "TPM 2.0 Library, Part 2, Table 98 TPML_HANDLE"
   */
  record Handles(List<Handle> handles) implements CapabilityData {

    static final Struct<Handles> CODEC =
        struct("TPML_HANDLE", Handles::new, list("handles", 1024, Handle.CODEC, Handles::handles));

    /** Copies its lists. */
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
   * TPML_CCA: commands it implements.
   *
   * @param commands the commands, ascending, vendors' last
   * @see "TPM 2.0 Library, Part 2, Table 96 TPML_CCA"
   */
  record Commands(List<CommandAttributes> commands) implements CapabilityData {

    static final Struct<Commands> CODEC =
        struct(
            "TPML_CCA",
            Commands::new,
            list("commands", 1024, CommandAttributes.CODEC, Commands::commands));

    /** Copies its lists. */
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
   * @see "TPM 2.0 Library, Part 2, Table 95 TPML_CC"
   */
  record PpCommands(List<CommandCode> commands) implements CapabilityData {

    static final Struct<PpCommands> CODEC =
        struct(
            "TPML_CC",
            PpCommands::new,
            list("commands", 1024, CommandCode.CODEC, PpCommands::commands));

    /** Copies its lists. */
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
   * @see "TPM 2.0 Library, Part 2, Table 95 TPML_CC"
   */
  record AuditCommands(List<CommandCode> commands) implements CapabilityData {

    static final Struct<AuditCommands> CODEC =
        struct(
            "TPML_CC",
            AuditCommands::new,
            list("commands", 1024, CommandCode.CODEC, AuditCommands::commands));

    /** Copies its lists. */
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
   * @param selections one for each bank
   * @see "TPM 2.0 Library, Part 2, Table 100 TPML_PCR_SELECTION"
   */
  record Pcrs(List<PcrSelection> selections) implements CapabilityData {

    static final Struct<Pcrs> CODEC =
        struct(
            "TPML_PCR_SELECTION",
            Pcrs::new,
            list("selections", 16, PcrSelection.CODEC, Pcrs::selections));

    /** Copies its lists. */
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
   * TPML_TAGGED_TPM_PROPERTY: properties.
   *
   * @param properties the properties, ascending
   * @see "TPM 2.0 Library, Part 2, Table 102 TPML_TAGGED_TPM_PROPERTY"
   */
  record TpmProperties(List<TaggedProperty> properties) implements CapabilityData {

    static final Struct<TpmProperties> CODEC =
        struct(
            "TPML_TAGGED_TPM_PROPERTY",
            TpmProperties::new,
            list("properties", 1024, TaggedProperty.CODEC, TpmProperties::properties));

    /** Copies its lists. */
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
   * @see "TPM 2.0 Library, Part 2, Table 103 TPML_TAGGED_PCR_PROPERTY"
   */
  record PcrProperties(List<TaggedPcrSelect> properties) implements CapabilityData {

    static final Struct<PcrProperties> CODEC =
        struct(
            "TPML_TAGGED_PCR_PROPERTY",
            PcrProperties::new,
            list("properties", 1024, TaggedPcrSelect.CODEC, PcrProperties::properties));

    /** Copies its lists. */
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
   * @see "TPM 2.0 Library, Part 2, Table 104 TPML_ECC_CURVE"
   */
  record EccCurves(List<EccCurve> curves) implements CapabilityData {

    static final Struct<EccCurves> CODEC =
        struct(
            "TPML_ECC_CURVE",
            EccCurves::new,
            list("curves", 1024, EccCurve.CODEC, EccCurves::curves));

    /** Copies its lists. */
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
   * @see "TPM 2.0 Library, Part 2, Table 105 TPML_TAGGED_POLICY"
   */
  record AuthPolicies(List<TaggedPolicy> policies) implements CapabilityData {

    static final Struct<AuthPolicies> CODEC =
        struct(
            "TPML_TAGGED_POLICY",
            AuthPolicies::new,
            list("policies", 64, TaggedPolicy.CODEC, AuthPolicies::policies));

    /** Copies its lists. */
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
   * @see "TPM 2.0 Library, Part 2, Table 106 TPML_ACT_DATA"
   */
  record Act(List<ActData> timers) implements CapabilityData {

    static final Struct<Act> CODEC =
        struct("TPML_ACT_DATA", Act::new, list("timers", 64, ActData.CODEC, Act::timers));

    /** Copies its lists. */
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
   * TPML_SPDM_SESSION_INFO: secure channels.
   *
   * @param sessions the channels
   * @see "TPM 2.0 Library, Part 2, Table ? TPML_SPDM_SESSION_INFO"
   */
  record SpdmSessions(List<SpdmSessionInfo> sessions) implements CapabilityData {

    static final Struct<SpdmSessions> CODEC =
        struct(
            "TPML_SPDM_SESSION_INFO",
            SpdmSessions::new,
            list("sessions", 64, SpdmSessionInfo.CODEC, SpdmSessions::sessions));

    /** Copies its lists. */
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

    static final Struct<Unknown> CODEC =
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
