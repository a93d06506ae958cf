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
          new Entry("predict tboot", "Predict PCRs 17 to 19 of a launch by TXT and tboot"),
          new Entry("eventlog", "Replay firmware event logs and say what is odd"),
          new Entry("ima", "Replay IMA measurement lists"),
          new Entry(
              "evidence collect",
              "Quote, and put quote, key and logs into one file"),
          new Entry("evidence show", "Print what is inside evidence, without judging it"),
          new Entry("evidence convert", "Make an evidence file of evidence in another form"),
          new Entry(
              "manifest create", "Write the digests of an image's files, as sha256sum"),
          new Entry("manifest verify", "Compare an image with its manifest"),
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
      case "predict tboot" -> new PredictTbootVerb();
      case "eventlog" -> new EventLogVerb();
      case "ima" -> new ImaVerb();
      case "evidence collect" -> new EvidenceCollectVerb();
      case "evidence show" -> new EvidenceShowVerb();
      case "evidence convert" -> new EvidenceConvertVerb();
      case "manifest create" -> new ManifestCreateVerb();
      case "manifest verify" -> new ManifestVerifyVerb();
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
