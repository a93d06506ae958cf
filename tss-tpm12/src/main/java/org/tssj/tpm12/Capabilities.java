package org.tssj.tpm12;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.Commands;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.capability.CapProperty;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.capability.DaInfo;
import org.tssj.tpm12.structure.capability.DaReport;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.PermanentFlags;
import org.tssj.tpm12.structure.state.StclearFlag;
import org.tssj.tpm12.structure.state.StclearFlags;

/**
 * All that a TPM tells about itself without a secret, for people who look for what is wrong: flags,
 * numbers, what it knows. What a TPM does not answer is left out.
 *
 * @param version which TPM it is, if it tells
 * @param permanentFlags the flags kept without power
 * @param untilStart the flags kept until the next TPM_Startup(ST_CLEAR)
 * @param owned whether there is an owner
 * @param properties its numbers
 * @param timeouts the time-outs A, B, C and D of the bus, in microseconds
 * @param durations how long small, medium and long commands take, in microseconds
 * @param lockout the state of dictionary-attack protection
 * @param nvIndices its NV areas
 * @param ordinals the commands it knows, of those that the specification has
 * @param algorithms its asymmetric algorithms
 * @param protocols its authorisation protocols
 * @param transportAlgorithms what transport sessions encrypt with
 * @param transportSchemes how transport sessions encrypt
 * @param newSecretAlgorithms how OSAP sessions hide new secrets
 * @see "TPM 1.2 Main, Part 2, 21 Capability Areas"
 */
public record Capabilities(
    Optional<CapVersionInfo> version,
    PermanentFlags permanentFlags,
    StclearFlags untilStart,
    boolean owned,
    Map<CapProperty, Long> properties,
    List<Long> timeouts,
    List<Long> durations,
    Optional<DaReport> lockout,
    List<NvIndex> nvIndices,
    List<String> ordinals,
    List<AlgorithmId> algorithms,
    List<ProtocolId> protocols,
    List<AlgorithmId> transportAlgorithms,
    List<EncScheme> transportSchemes,
    List<AlgorithmId> newSecretAlgorithms) {

  /** Not numbers; they are asked for on their own. */
  private static final Set<CapProperty> OTHERS =
      Set.of(
          CapProperty.MANUFACTURER,
          CapProperty.OWNER,
          CapProperty.TIS_TIMEOUT,
          CapProperty.STARTUP_EFFECT,
          CapProperty.DAA_INTERRUPT,
          CapProperty.DURATION);

  /** Asks a TPM everything. */
  public static Capabilities of(Tpm12 tpm) throws IOException {
    Map<CapProperty, Long> properties = new LinkedHashMap<>();
    for (CapProperty property : CapProperty.all()) {
      if (!OTHERS.contains(property)) {
        asked(tpm, Capability.property(property)).ifPresent(n -> properties.put(property, n));
      }
    }
    List<String> ordinals = new ArrayList<>();
    for (String name : Commands.names()) {
      CommandSpec<?, ?> command = Commands.named(name).orElseThrow();
      if (asked(tpm, Capability.ordinal(command.ordinal())).orElse(false)) {
        ordinals.add(name);
      }
    }
    return new Capabilities(
        asked(tpm, Capability.VERSION_VAL),
        tpm.capability(Capability.PERMANENT_FLAGS),
        tpm.capability(Capability.STCLEAR_FLAGS),
        asked(tpm, Capability.OWNER).orElse(false),
        Map.copyOf(properties),
        asked(tpm, Capability.TIS_TIMEOUT).orElse(List.of()),
        asked(tpm, Capability.DURATION).orElse(List.of()),
        asked(tpm, Capability.daLogic(EntityType.KEYHANDLE)),
        asked(tpm, Capability.NV_LIST).orElse(List.of()),
        List.copyOf(ordinals),
        known(tpm, AlgorithmId.all(), Capability::algorithm),
        known(tpm, ProtocolId.all(), Capability::protocol),
        known(tpm, AlgorithmId.all(), Capability::transportAlgorithm),
        known(tpm, EncScheme.all(), Capability::transportScheme),
        known(tpm, AlgorithmId.all(), Capability::authEncrypt));
  }

  private static <T> List<T> known(
      Tpm12 tpm, Collection<T> all, Function<T, Capability<Boolean>> question) throws IOException {
    List<T> known = new ArrayList<>();
    for (T each : all) {
      if (asked(tpm, question.apply(each)).orElse(false)) {
        known.add(each);
      }
    }
    return List.copyOf(known);
  }

  private static <T> Optional<T> asked(Tpm12 tpm, Capability<T> question) throws IOException {
    try {
      return Optional.of(tpm.capability(question));
    } catch (TpmResponseException e) {
      return Optional.empty();
    }
  }

  /** The same in words, one subject each, in an order for reading. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    version.ifPresent(
        info -> {
          words.put("version", info.version().toString());
          words.put("specification", "level " + info.specLevel() + " errata " + info.errataRev());
          words.put("vendor", letters(info.tpmVendorId()));
        });
    words.put("owned", Boolean.toString(owned));
    for (PermanentFlag flag : PermanentFlag.values()) {
      words.put(flag.toString(), Boolean.toString(permanentFlags.has(flag)));
    }
    for (StclearFlag flag : StclearFlag.values()) {
      // Both sets have a flag of this name; this one is for now.
      String name = flag == StclearFlag.DEACTIVATED ? "deactivated until start" : flag.toString();
      words.put(name, Boolean.toString(untilStart.has(flag)));
    }
    for (CapProperty property : CapProperty.all()) {
      Long number = properties.get(property);
      if (number != null) {
        words.put(property.toString(), number.toString());
      }
    }
    words.put("bus time-outs", timeouts.toString());
    words.put("durations", durations.toString());
    lockout.ifPresent(report -> words.put("lock-out", lockoutInWords(report)));
    words.put("NV areas", nvIndices.toString());
    words.put("commands", String.join(" ", ordinals));
    words.put("algorithms", algorithms.toString());
    words.put("protocols", protocols.toString());
    words.put("transport algorithms", transportAlgorithms.toString());
    words.put("transport schemes", transportSchemes.toString());
    words.put("new secrets hidden by", newSecretAlgorithms.toString());
    return words;
  }

  private static String lockoutInWords(DaReport report) {
    return report instanceof DaInfo info
        ? info.state() + ", " + info.currentCount() + " of " + info.thresholdCount()
        : report.toString();
  }

  private static String letters(Bytes vendor) {
    return new String(vendor.toArray(), StandardCharsets.US_ASCII).replaceAll("[^ -~]", "").strip();
  }
}
