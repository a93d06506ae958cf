package org.tssj.cli.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every verb there is, in the order of the help. A run makes the one it was asked for and touches
 * no other: that is most of what a short run costs.
 */
public final class Verbs {

  /**
   * A verb as the help lists it.
   *
   * @param name one or two words
   * @param summary what it does, in a line
   */
  public record Entry(String name, String summary) {}

  private static final List<Entry> ALL =
      List.of(
          new Entry("info", "What the TPM is and what state it is in"),
          new Entry("pcr read", "Read PCRs"),
          new Entry("pcr extend", "Extend a PCR by digests"),
          new Entry("pcr measure", "Hash a file, then extend a PCR with its digests"),
          new Entry("random", "Octets from the TPM's random number generator"),
          new Entry("enable", "Enable and activate a TPM 1.2"),
          new Entry("own", "Take ownership"),
          new Entry("clear", "Remove the owner, and every key the owner made"),
          new Entry("ak create", "Make an attestation key"),
          new Entry("quote", "Have the TPM sign the values of PCRs"),
          new Entry("verify", "Check a quote; no TPM is needed"),
          new Entry("predict rootfs", "Predict the PCR of a root file system's image"),
          new Entry("predict event", "Predict PCRs of a recorded boot in which something changes"),
          new Entry("predict uki", "Predict PCR 11 of a unified kernel image"),
          new Entry("predict grub", "Predict PCRs 8 and 9 of GRUB and the kernel's EFI stub"),
          new Entry("predict tboot", "Predict PCRs 17 to 19 of a launch by TXT and tboot"),
          new Entry("txt acm", "Show an authenticated code module and its hash"),
          new Entry("txt heap", "Show a dump of the heap of Intel TXT"),
          new Entry("txt lcp", "Show a policy of a measured launch, and its hash"),
          new Entry("txt mle", "Show a measured launch environment and its hash"),
          new Entry("txt module", "Hash a module as tboot measures it"),
          new Entry("eventlog", "Replay firmware event logs and say what is odd about them"),
          new Entry("ima", "Replay IMA measurement lists"),
          new Entry("pipe", "Carry commands and responses between a program and a TPM"),
          new Entry("decode", "Print a command, response or structure as a tree"));

  private Verbs() {}

  /** Name and summary of every verb. */
  public static List<Entry> all() {
    return ALL;
  }

  /** The verb with this name, freshly made. */
  public static Optional<Verb> named(String name) {
    return Optional.ofNullable(make(name));
  }

  private static @Nullable Verb make(String name) {
    return switch (name) {
      case "info" -> new InfoVerb();
      case "pcr read" -> new PcrReadVerb();
      case "pcr extend" -> new PcrExtendVerb();
      case "pcr measure" -> new PcrMeasureVerb();
      case "random" -> new RandomVerb();
      case "enable" -> new EnableVerb();
      case "own" -> new OwnVerb();
      case "clear" -> new ClearVerb();
      case "ak create" -> new AkCreateVerb();
      case "quote" -> new QuoteVerb();
      case "verify" -> new VerifyVerb();
      case "predict rootfs" -> new PredictRootfsVerb();
      case "predict event" -> new PredictEventVerb();
      case "predict uki" -> new PredictUkiVerb();
      case "predict grub" -> new PredictGrubVerb();
      case "predict tboot" -> new PredictTbootVerb();
      case "txt acm" -> new TxtAcmVerb();
      case "txt heap" -> new TxtHeapVerb();
      case "txt lcp" -> new TxtLcpVerb();
      case "txt mle" -> new TxtMleVerb();
      case "txt module" -> new TxtModuleVerb();
      case "eventlog" -> new EventLogVerb();
      case "ima" -> new ImaVerb();
      case "pipe" -> new PipeVerb();
      case "decode" -> new DecodeVerb();
      default -> null;
    };
  }

  /** Whether this is a verb's whole name. */
  public static boolean isVerb(String name) {
    return ALL.stream().anyMatch(entry -> entry.name().equals(name));
  }

  /** The verbs whose name starts with this word, as in {@code pcr}. */
  public static List<String> ofGroup(String word) {
    return ALL.stream().map(Entry::name).filter(name -> name.startsWith(word + " ")).toList();
  }
}
