package org.tssj.tpm20.resource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tssj.core.PcrBitmap;
import org.tssj.core.TpmResponseException;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.capability.TestParms;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.structure.algorithm.AlgorithmAttributes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.CommandAttributes;
import org.tssj.tpm20.structure.capability.PcrPropertyTag;
import org.tssj.tpm20.structure.capability.PermanentAttributes;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.capability.StartupClearAttributes;
import org.tssj.tpm20.structure.capability.TaggedProperty;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.handle.HandleType;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * What a TPM can do and how it is: TPM2_GetCapability, as typed views. Whatever comes in several
 * answers is asked for to the end.
 *
 * <p>What never changes (commands, algorithms, curves, fixed properties) is asked once and kept;
 * the rest is asked each time. May be shared by threads.
 *
 * @see "TPM 2.0 Library, Part 3, 30.2 TPM2_GetCapability"
 */
public final class Capabilities {

  private static final int VARIABLE = 0x200;

  private final Tpm20 tpm;
  private final Once<Map<CommandCode, CommandAttributes>> commands = new Once<>();
  private final Once<Map<AlgorithmId, AlgorithmAttributes>> algorithms = new Once<>();
  private final Once<List<EccCurve>> curves = new Once<>();
  private final Once<Map<PropertyTag, Long>> fixed = new Once<>();

  /** Something that is asked at most once, unless asking fails. */
  private static final class Once<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable T answer;

    T get(Question<T> question) throws IOException {
      lock.lock();
      try {
        T known = answer;
        if (known == null) {
          known = question.ask();
          answer = known;
        }
        return known;
      } finally {
        lock.unlock();
      }
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws IOException;
  }

  private Capabilities(Tpm20 tpm) {
    this.tpm = tpm;
  }

  /** Those of this TPM. Nothing is asked yet. */
  public static Capabilities of(Tpm20 tpm) {
    return new Capabilities(tpm);
  }

  /** TPM_CAP_COMMANDS: the commands it implements, each with its TPMA_CC. */
  public Map<CommandCode, CommandAttributes> commands() throws IOException {
    return commands.get(
        () -> {
          Map<CommandCode, CommandAttributes> all = new LinkedHashMap<>();
          ask(CapabilityData.Commands.class, Capability.COMMANDS, 0)
              .forEach(some -> some.commands().forEach(each -> all.put(each.command(), each)));
          return Collections.unmodifiableMap(all);
        });
  }

  /** TPM_CAP_ALGS: the algorithms it implements, each with its TPMA_ALGORITHM. */
  public Map<AlgorithmId, AlgorithmAttributes> algorithms() throws IOException {
    return algorithms.get(
        () -> {
          Map<AlgorithmId, AlgorithmAttributes> all = new LinkedHashMap<>();
          ask(CapabilityData.Algorithms.class, Capability.ALGS, 0)
              .forEach(
                  some ->
                      some.algorithms().forEach(each -> all.put(each.alg(), each.algProperties())));
          return Collections.unmodifiableMap(all);
        });
  }

  /** TPM_CAP_ECC_CURVES: the curves it implements. */
  public List<EccCurve> curves() throws IOException {
    return curves.get(
        () ->
            ask(CapabilityData.EccCurves.class, Capability.ECC_CURVES, 0).stream()
                .flatMap(some -> some.curves().stream())
                .toList());
  }

  /** Whether it implements a command. Something between may refuse it all the same. */
  public boolean supports(CommandCode command) throws IOException {
    return commands().containsKey(command);
  }

  /** Whether it implements a command. Something between may refuse it all the same. */
  public boolean supports(CommandSpec<?, ?> command) throws IOException {
    return supports(new CommandCode(command.code()));
  }

  /** Whether it implements an algorithm. */
  public boolean supports(AlgorithmId algorithm) throws IOException {
    return algorithms().containsKey(algorithm);
  }

  /** Whether it implements a curve. */
  public boolean supports(EccCurve curve) throws IOException {
    return curves().contains(curve);
  }

  /**
   * Whether it implements parameters of a key in just this combination, key size included:
   * TPM2_TestParms.
   */
  public boolean supports(PublicParms parameters) throws IOException {
    try {
      tpm.execute(new TestParms(parameters));
      return true;
    } catch (TpmResponseException e) {
      if (ResponseCode.of(e.code()).subject().isPresent()) {
        return false;
      }
      throw e;
    }
  }

  /** The properties that never change, TPM_PT_FIXED: unsigned 32 bits each. */
  public Map<PropertyTag, Long> fixedProperties() throws IOException {
    return fixed.get(
        () -> {
          Map<PropertyTag, Long> all =
              new LinkedHashMap<>(tpm.properties(PropertyTag.FAMILY_INDICATOR));
          all.keySet().removeIf(tag -> tag.value() >= VARIABLE);
          return Collections.unmodifiableMap(all);
        });
  }

  /** The properties that change, TPM_PT_VAR, as they are now: unsigned 32 bits each. */
  public Map<PropertyTag, Long> variableProperties() throws IOException {
    return Collections.unmodifiableMap(tpm.properties(PropertyTag.PERMANENT));
  }

  /**
   * One property.
   *
   * @return its value, unsigned 32 bits; empty if the TPM does not know the property
   */
  public OptionalLong property(PropertyTag tag) throws IOException {
    Long value = (tag.value() < VARIABLE ? fixedProperties() : variableProperties()).get(tag);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** TPM_PT_MANUFACTURER: {@code IFX}, {@code STM}, {@code IBM}. */
  public String manufacturer() throws IOException {
    return text(PropertyTag.MANUFACTURER).strip();
  }

  /** TPM_PT_VENDOR_STRING_1 to _4, joined: {@code SLB9670}, {@code SW TPM}. */
  public String vendorText() throws IOException {
    StringBuilder joined = new StringBuilder();
    for (int part = PropertyTag.VENDOR_STRING_1.value();
        part <= PropertyTag.VENDOR_STRING_4.value();
        part++) {
      joined.append(text(new PropertyTag(part)));
    }
    return joined.toString().strip();
  }

  /** TPM_PT_REVISION: {@code 1.59}. */
  public String revision() throws IOException {
    return text(PropertyTag.REVISION);
  }

  private String text(PropertyTag tag) throws IOException {
    OptionalLong value = property(tag);
    return value.isEmpty() ? "" : new TaggedProperty(tag, value.getAsLong()).text();
  }

  /** TPM_PT_PERMANENT: which passwords are set, whether it is in lockout. */
  public PermanentAttributes permanent() throws IOException {
    return new PermanentAttributes((int) property(PropertyTag.PERMANENT).orElse(0));
  }

  /** TPM_PT_STARTUP_CLEAR: which hierarchies are enabled. */
  public StartupClearAttributes startupClear() throws IOException {
    return new StartupClearAttributes((int) property(PropertyTag.STARTUP_CLEAR).orElse(0));
  }

  /** TPM_CAP_PCRS: the banks in use, each with its PCRs. */
  public List<PcrSelection> pcrBanks() throws IOException {
    return tpm.pcrAllocation();
  }

  /** TPM_CAP_PCR_PROPERTIES: which PCRs may be reset, extended or saved by whom. */
  public Map<PcrPropertyTag, PcrBitmap> pcrProperties() throws IOException {
    Map<PcrPropertyTag, PcrBitmap> all = new LinkedHashMap<>();
    ask(CapabilityData.PcrProperties.class, Capability.PCR_PROPERTIES, 0)
        .forEach(some -> some.properties().forEach(each -> all.put(each.tag(), each.pcrSelect())));
    return all;
  }

  /** TPM_CAP_HANDLES: the handles in use of one kind. */
  public List<Handle> handles(HandleType type) throws IOException {
    return tpm.handles(type.value() << 24);
  }

  /** TPM_CAP_PP_COMMANDS: the commands that need physical presence. */
  public Set<CommandCode> presenceCommands() throws IOException {
    Set<CommandCode> all = new LinkedHashSet<>();
    ask(CapabilityData.PpCommands.class, Capability.PP_COMMANDS, 0)
        .forEach(some -> all.addAll(some.commands()));
    return all;
  }

  /** TPM_CAP_AUDIT_COMMANDS: the commands that are audited. */
  public Set<CommandCode> auditCommands() throws IOException {
    Set<CommandCode> all = new LinkedHashSet<>();
    ask(CapabilityData.AuditCommands.class, Capability.AUDIT_COMMANDS, 0)
        .forEach(some -> all.addAll(some.commands()));
    return all;
  }

  /** TPM_CAP_AUTH_POLICIES: the policies of permanent handles. */
  public Map<Handle, HashValue> policies() throws IOException {
    Map<Handle, HashValue> all = new LinkedHashMap<>();
    ask(CapabilityData.AuthPolicies.class, Capability.AUTH_POLICIES, 0x4000_0000L)
        .forEach(
            some -> some.policies().forEach(each -> all.put(each.handle(), each.policyHash())));
    return all;
  }

  private <T extends CapabilityData> List<T> ask(Class<T> kind, Capability capability, long first)
      throws IOException {
    List<T> all = new ArrayList<>();
    for (CapabilityData data : tpm.capabilities(capability, first)) {
      if (!kind.isInstance(data)) {
        throw WireException.refused("must be " + capability, 0, data.toString())
            .within("capabilityData")
            .within("TPM2_GetCapability response");
      }
      all.add(kind.cast(data));
    }
    return all;
  }
}
