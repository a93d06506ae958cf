package org.tssj.cli.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.AttestationKeyOptions;
import org.tssj.tpm.KeySecrets;
import org.tssj.tpm.OwnerSecrets;
import org.tssj.tpm.Tpm;

/** The main job on a software TPM of one family, told step by step. */
public final class Chapter {

  /** Where Linux measures files. A TPM sets it to zeros when it starts and never again. */
  private static final int PCR = 10;

  private static final int NONCE = 20;

  private final Story story;
  private final Family family;
  private final Bank bank;
  private final Path file;
  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param story where to tell it
   * @param family of the TPM
   * @param file what is measured
   * @param folder an empty one, for the TPM's memory and a changed copy of the file
   */
  public Chapter(Story story, Family family, Path file, Path folder) {
    this.story = story;
    this.family = family;
    this.bank = family == Family.TPM12 ? Bank.SHA1 : Bank.SHA256;
    this.file = file;
    this.folder = folder;
  }

  /**
   * Tells it.
   *
   * @throws StoryException if something does not happen as told
   * @throws IOException if the TPM or a file fails
   */
  public void tell() throws IOException {
    story.chapter(family.toString());
    story.say(
        "A software TPM runs inside this program. It does what the chip on a mainboard does, and is"
            + " thrown away at the end.");
    AttestationKey key;
    Bytes nonce;
    Quote quote;
    PcrValues predicted;
    switchOn();
    try (Tpm tpm = Tpm.open(connection(""))) {
      AuthValue owner = own(tpm);
      predicted = predict();
      extend(tpm, predicted);
      key = makeKey(tpm, owner);
      nonce = nonce();
      quote = quote(tpm, key, nonce);
    }
    accept(key, nonce, quote, predicted);
    refuseChangedFile(key, predicted);
    refuseStaleNonce(key, quote, predicted);
    refuseForgery(key, nonce, quote, predicted);
  }

  private String connection(String more) {
    return "libtpms:family=" + family.version() + ",state=" + folder.resolve("tpm") + more;
  }

  private void switchOn() throws IOException {
    if (family != Family.TPM12) {
      return;
    }
    story.step("Switch the TPM on");
    story.say(
        "A TPM 1.2 leaves the factory switched off. Only who stands before the machine may switch it"
            + " on; then the machine restarts.");
    try (Tpm tpm = Tpm.open(connection(""))) {
      tpm.enable();
    }
    try (Tpm tpm = Tpm.open(connection(",power=cycle"))) {
      boolean on = tpm.enable().isEmpty();
      story.pause();
      story.fact("on", on ? "yes" : "no");
      if (!on) {
        throw new StoryException("the TPM is still off");
      }
    }
  }

  private AuthValue own(Tpm tpm) throws IOException {
    story.step("Take ownership");
    story.say(
        "A new TPM belongs to nobody. We set the owner's secret; from now on, who does not know it"
            + " cannot act for the owner.");
    if (tpm.isOwned()) {
      throw new StoryException("a new TPM has an owner already");
    }
    byte[] secret = new byte[NONCE];
    random.nextBytes(secret);
    AuthValue owner = AuthValue.wrap(secret);
    tpm.takeOwnership(OwnerSecrets.of(owner));
    story.pause();
    story.fact("owned", tpm.isOwned() ? "yes" : "no");
    if (!tpm.isOwned()) {
      throw new StoryException("the TPM says that it has no owner");
    }
    return owner;
  }

  private PcrValues predict() throws IOException {
    story.step("Measure a file, and predict");
    story.say(
        "To measure a file is to hash it. PCR "
            + PCR
            + " of the TPM starts as zeros, and nobody can set it: it can only be extended, which"
            + " makes it "
            + bank.javaName()
            + "(old value, digest). So we can tell beforehand what it will be.");
    PcrPrediction prediction = PcrPrediction.of(PCR).then(Measurement.ofFile(file, List.of(bank)));
    PcrValues predicted = prediction.values(List.of(bank));
    story.pause();
    story.explain("file", file + " (" + size(file) + ")");
    story.fact(bank.javaName(), prediction.story(bank).steps().get(0).digest());
    story.fact("predicted", value(predicted));
    story.pause();
    story.say("You can do this sum yourself:");
    story.command(sum());
    return predicted;
  }

  /** The prediction in the words of a shell: zeros and the file's digest, hashed. */
  private String sum() {
    int digits = 2 * bank.size();
    String hash = bank.name() + "sum";
    return "(printf %0"
        + digits
        + "d 0; "
        + hash
        + " <FILE) | cut -c-"
        + 2 * digits
        + " | xxd -r -p | "
        + hash;
  }

  private static String size(Path path) throws IOException {
    return String.format(Locale.ROOT, "%,d bytes", Files.size(path));
  }

  private Bytes value(PcrValues values) {
    return values
        .get(bank, PCR)
        .orElseThrow(() -> new StoryException("PCR " + PCR + " has no " + bank + " value"));
  }

  private void extend(Tpm tpm, PcrValues predicted) throws IOException {
    story.step("Extend PCR " + PCR + " and read it");
    story.say("The TPM does the same sum by itself. Its PCR holds what we predicted.");
    tpm.measure(PCR, file);
    compare(tpm, predicted, true);
  }

  private void compare(Tpm tpm, PcrValues predicted, boolean same) throws IOException {
    PcrValues read = tpm.pcrRead(bank, PCR);
    story.pause();
    story.fact("predicted", value(predicted));
    story.fact("PCR " + PCR, value(read));
    if (value(read).equals(value(predicted)) != same) {
      throw new StoryException(
          "PCR " + PCR + (same ? " is not what was predicted" : " is what was predicted"));
    }
  }

  private AttestationKey makeKey(Tpm tpm, AuthValue owner) throws IOException {
    story.step("Make an attestation key");
    story.say(
        "The TPM makes a key that never leaves it and signs nothing but what the TPM itself says."
            + " A verifier somewhere else gets its public part.");
    AttestationKey key = tpm.createAttestationKey(AttestationKeyOptions.ownedBy(owner));
    story.pause();
    story.fact("key", key.publicKey().getAlgorithm() + ", SHA-256 of its public part:");
    story.fact("", Bank.SHA256.hash(Bytes.wrap(key.publicKey().getEncoded())));
    return key;
  }

  private Bytes nonce() {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    return Bytes.wrap(nonce);
  }

  private Quote quote(Tpm tpm, AttestationKey key, Bytes nonce) throws IOException {
    story.step("Quote, with a fresh nonce");
    story.say(
        "The verifier sends a random number that was never used before, the nonce. The TPM signs it"
            + " together with PCR "
            + PCR
            + ".");
    Quote quote = tpm.quote(key, KeySecrets.NONE, nonce, bank, PCR);
    story.pause();
    story.fact("nonce", nonce);
    story.fact("signed", quote.message().length() + " bytes");
    story.fact("signature", quote.signature().length() + " bytes");
    return quote;
  }

  private static Verdict verify(AttestationKey key, Bytes nonce, Quote quote, PcrValues expected) {
    return QuoteVerifier.of(key.forVerifiers(), nonce).expecting(expected).verify(quote);
  }

  private void accept(AttestationKey key, Bytes nonce, Quote quote, PcrValues predicted) {
    story.step("Verify the quote");
    story.say(
        "The verifier needs no TPM: it checks the signature, the nonce, and that the signed PCR is"
            + " the predicted one.");
    Verdict verdict = verify(key, nonce, quote, predicted);
    story.pause();
    if (!(verdict instanceof Verdict.Trusted trusted
        && trusted.statement() instanceof Statement.Quoted statement)) {
      throw new StoryException("an honest quote is refused: " + verdict);
    }
    story.fact("predicted", value(predicted));
    story.fact("quoted", value(statement.pcrValues()));
    story.fact("verdict", "trusted");
  }

  private void refuseChangedFile(AttestationKey key, PcrValues predicted) throws IOException {
    story.step("Refused: a changed file");
    story.say(
        "The machine restarts, which sets the PCR to zeros. Meanwhile somebody has changed one bit"
            + " of the file. The TPM measures what is there, and signs what it measured.");
    Bytes nonce = nonce();
    Quote quote;
    try (Tpm tpm = Tpm.open(connection(",power=cycle"))) {
      tpm.measure(PCR, changedCopy());
      compare(tpm, predicted, false);
      quote = tpm.quote(key, KeySecrets.NONE, nonce, bank, PCR);
    }
    refused(verify(key, nonce, quote, predicted), Reason.Code.PCR_VALUE_DIFFERS);
  }

  /** A copy with one bit changed in its middle, of a file of any size. */
  private Path changedCopy() throws IOException {
    Path changed = Files.copy(file, folder.resolve("changed"));
    try (FileChannel channel =
        FileChannel.open(changed, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long middle = channel.size() / 2;
      ByteBuffer octet = ByteBuffer.allocate(1);
      channel.read(octet, middle);
      octet.put(0, (byte) (octet.get(0) ^ 1)).rewind();
      channel.write(octet, middle);
    }
    return changed;
  }

  private void refuseStaleNonce(AttestationKey key, Quote quote, PcrValues predicted) {
    story.step("Refused: a stale nonce");
    story.say(
        "The changed machine sends the good quote from before. But the verifier has sent another"
            + " nonce this time.");
    story.pause();
    refused(verify(key, nonce(), quote, predicted), Reason.Code.NONCE_DIFFERS);
  }

  private void refuseForgery(AttestationKey key, Bytes nonce, Quote quote, PcrValues predicted) {
    story.step("Refused: a forged signature");
    story.say(
        "Somebody without the key writes a quote that says just the right things, and makes up the"
            + " signature. One wrong bit is enough.");
    byte[] signature = quote.signature().toArray();
    signature[signature.length - 1] ^= 1;
    Quote forged =
        new Quote(quote.family(), quote.message(), Bytes.wrap(signature), quote.pcrValues());
    story.pause();
    refused(verify(key, nonce, forged, predicted), Reason.Code.SIGNATURE_INVALID);
  }

  private void refused(Verdict verdict, Reason.Code expected) {
    if (!(verdict instanceof Verdict.Rejected rejected) || !rejected.codes().contains(expected)) {
      throw new StoryException("expected to be refused for " + expected + ", but: " + verdict);
    }
    story.fact("verdict", "rejected");
    rejected.reasons().forEach(reason -> story.explain("reason", reason.toString()));
  }
}
