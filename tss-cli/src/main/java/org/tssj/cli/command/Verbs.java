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
          new Entry("ak request", "Ask an attestation CA to certify an attestation key"),
          new Entry("ak activate", "Answer the challenge of an attestation CA"),
          new Entry("ek", "Endorsement keys, and what the maker certifies of them"),
          new Entry("quote", "Have the TPM sign the values of PCRs"),
          new Entry("verify", "Check a quote; no TPM is needed"),
          new Entry("ca init", "Make a certification authority for attestation keys"),
          new Entry("ca challenge", "Check a request and challenge the TPM that it names"),
          new Entry("ca certify", "Certify a key whose TPM answered the challenge"),
          new Entry("appraise", "Judge a machine's evidence: quote, event log, IMA list"),
          new Entry("key create", "Make a key"),
          new Entry("key import", "Take a private key into the TPM"),
          new Entry("key show", "Say what a key is"),
          new Entry("key export", "Write the public part of a key for other programs"),
          new Entry("key list", "List the keys that stay: persistent or registered"),
          new Entry("key load", "Make a key stay: persistent or registered"),
          new Entry("key evict", "Let a key no longer stay"),
          new Entry("sign", "Sign a file or a digest"),
          new Entry("encrypt", "Encrypt for an RSA key"),
          new Entry("decrypt", "Decrypt with an RSA key"),
          new Entry("nv list", "List NV areas"),
          new Entry("nv define", "Make an NV area"),
          new Entry("nv read", "Read an NV area"),
          new Entry("nv write", "Write to an NV area"),
          new Entry("nv increment", "Count an NV counter one up"),
          new Entry("nv lock", "Lock an NV area"),
          new Entry("nv release", "Remove an NV area with all that is in it"),
          new Entry("lockout show", "Show how the protection against guessing stands"),
          new Entry("lockout reset", "Forgive all wrong secrets, and end a lock-out"),
          new Entry("capability", "Show what a TPM has: properties, commands, algorithms"),
          new Entry("provision", "Put the root keys where everybody looks for them"),
          new Entry("seal", "Seal data: only this TPM opens it, under conditions"),
          new Entry("unseal", "Open what was sealed"),
          new Entry("duplicate", "Wrap a key for another parent or TPM"),
          new Entry("session list", "List sessions and loaded keys in the TPM"),
          new Entry("session flush", "Remove sessions and loaded keys that were left"),
          new Entry("policy create", "Write a policy for objects of a TPM 2.0"),
          new Entry("policy show", "Say what a policy asks for, and its digests"),
          new Entry("policy approve", "Approve a policy with a key"),
          new Entry("report", "Judge evidence and show it: text, JSON or a page of HTML"),
          new Entry("predict rootfs", "Predict the PCR of a root file system's image"),
          new Entry("predict event", "Predict PCRs of a recorded boot with changes"),
          new Entry("predict uki", "Predict PCR 11 of a unified kernel image"),
          new Entry("predict grub", "Predict PCRs 8 and 9 of GRUB and the kernel's EFI stub"),
          new Entry("predict tboot", "Predict PCRs 17 to 19 of a launch by TXT and tboot"),
          new Entry("txt acm", "Show an authenticated code module and its hash"),
          new Entry("txt heap", "Show a dump of the heap of Intel TXT"),
          new Entry("txt lcp", "Show a policy of a measured launch, and its hash"),
          new Entry("txt mle", "Show a measured launch environment and its hash"),
          new Entry("txt module", "Hash a module as tboot measures it"),
          new Entry("eventlog", "Replay firmware event logs and say what is odd"),
          new Entry("ima", "Replay IMA measurement lists"),
          new Entry("evidence collect", "Quote, and put quote, key and logs into one file"),
          new Entry("evidence show", "Print what is inside evidence, without judging it"),
          new Entry("evidence convert", "Make an evidence file of evidence in another form"),
          new Entry("manifest create", "Write the digests of an image's files, as sha256sum"),
          new Entry("manifest verify", "Compare an image with its manifest"),
          new Entry("pipe", "Carry commands and responses between a program and a TPM"),
          new Entry("decode", "Print a command, response or structure as a tree"),
          new Entry("trace", "Show what a trace has recorded"),
          new Entry("completion", "Print the completion of a shell"));

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
      case "ak request" -> new AkRequestVerb();
      case "ak activate" -> new AkActivateVerb();
      case "ek" -> new EkVerb();
      case "quote" -> new QuoteVerb();
      case "verify" -> new VerifyVerb();
      case "ca init" -> new CaInitVerb();
      case "ca challenge" -> new CaChallengeVerb();
      case "ca certify" -> new CaCertifyVerb();
      case "appraise" -> new AppraiseVerb();
      case "key create" -> new KeyCreateVerb();
      case "key import" -> new KeyImportVerb();
      case "key show" -> new KeyShowVerb();
      case "key export" -> new KeyExportVerb();
      case "key list" -> new KeyListVerb();
      case "key load" -> new KeyLoadVerb();
      case "key evict" -> new KeyEvictVerb();
      case "sign" -> new SignVerb();
      case "encrypt" -> new EncryptVerb();
      case "decrypt" -> new DecryptVerb();
      case "nv list" -> new NvListVerb();
      case "nv define" -> new NvDefineVerb();
      case "nv read" -> new NvReadVerb();
      case "nv write" -> new NvWriteVerb();
      case "nv increment" -> new NvIncrementVerb();
      case "nv lock" -> new NvLockVerb();
      case "nv release" -> new NvReleaseVerb();
      case "lockout show" -> new LockoutShowVerb();
      case "lockout reset" -> new LockoutResetVerb();
      case "capability" -> new CapabilityVerb();
      case "provision" -> new ProvisionVerb();
      case "seal" -> new SealVerb();
      case "unseal" -> new UnsealVerb();
      case "duplicate" -> new DuplicateVerb();
      case "session list" -> new SessionListVerb();
      case "session flush" -> new SessionFlushVerb();
      case "policy create" -> new PolicyCreateVerb();
      case "policy show" -> new PolicyShowVerb();
      case "policy approve" -> new PolicyApproveVerb();
      case "report" -> new ReportVerb();
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
      case "evidence collect" -> new EvidenceCollectVerb();
      case "evidence show" -> new EvidenceShowVerb();
      case "evidence convert" -> new EvidenceConvertVerb();
      case "manifest create" -> new ManifestCreateVerb();
      case "manifest verify" -> new ManifestVerifyVerb();
      case "pipe" -> new PipeVerb();
      case "decode" -> new DecodeVerb();
      case "trace" -> new TraceVerb();
      case "completion" -> new CompletionVerb();
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
