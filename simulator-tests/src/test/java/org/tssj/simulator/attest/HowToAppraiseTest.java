package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.appraise.Appraiser;
import org.tssj.attest.appraise.Continuity;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.evidence.EvidenceFile;
import org.tssj.attest.json.JsonValue;
import org.tssj.attest.quote.Attestation;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.AttestationVerifier;
import org.tssj.attest.quote.Expectation;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.Quote;
import org.tssj.junit.SoftwareTpm;
import org.tssj.simulator.Snippets;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.attestation.Certify;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.template.Templates;

/** What docs/how-to/appraise.md shows, run. */
@SoftwareTpm
class HowToAppraiseTest {

  private static final String PAPER = "docs/how-to/appraise.md";

  private final Bytes nonce = HandMadeBoot.NONCE;

  private LoadedObject object;
  private AttestationPublicKey key;

  @BeforeEach
  void makeKey(Tpm20 tpm) throws IOException {
    object = tpm.createPrimary(Handle.OWNER, Templates.attestationKeyRsa(), AuthValue.EMPTY);
    key = new AttestationPublicKey.Tpm20(object.publicArea());
  }

  @AfterEach
  void flush() {
    object.close();
  }

  private Evidence evidence(Tpm20 tpm) throws IOException {
    Quote quote = HandMadeBoot.quote(tpm, object, 0, 4, 7);
    return new Evidence(
        quote,
        Optional.of(key),
        Optional.of(HandMadeBoot.LOG),
        Optional.empty(),
        List.of(),
        List.of());
  }

  @Test
  void everySnippetIsOneOfThisClass() throws IOException {
    assertEquals(List.of(), Snippets.missing(PAPER, HowToAppraiseTest.class));
  }

  @Test
  void aMachineIsJudged(Tpm20 tpm) throws IOException {
    HandMadeBoot.boot(tpm, HandMadeBoot.EVENTS);
    Evidence evidence = evidence(tpm);
    Appraisal appraisal =
        Appraiser.of(QuoteVerifier.of(key, nonce).covering(Bank.SHA256, 0, 4, 7))
            .requiringSecureBoot()
            .appraise(evidence);
    String words =
        appraisal.verdict() instanceof Verdict.Trusted
            ? "trusted"
            : "rejected: " + appraisal.reasons();
    assertEquals("trusted", words);
  }

  @Test
  void aKeyIsCertified(Tpm20 tpm) throws IOException {
    Certify.Response made =
        tpm.execute(new Certify(object.handle(), object.handle(), nonce, Scheme.NULL));
    Attestation attestation =
        new Attestation(Family.TPM20, made.certifyInfo(), Signature.CODEC.encode(made.signature()));
    Verdict certified =
        AttestationVerifier.of(key, nonce)
            .verify(attestation, Expectation.Certified.of(object.publicArea()));
    assertInstanceOf(Verdict.Trusted.class, certified);
  }

  @Test
  void twoQuotesAreCompared(Tpm20 tpm) throws IOException {
    Statement.Tpm20Quote earlier = statement(tpm);
    Statement.Tpm20Quote later = statement(tpm);
    Continuity continuity = Continuity.of(earlier, later);
    boolean runsSince = continuity.change() == Continuity.Change.SAME_BOOT;
    assertTrue(runsSince);
  }

  private Statement.Tpm20Quote statement(Tpm20 tpm) throws IOException {
    return (Statement.Tpm20Quote)
        Appraiser.of(QuoteVerifier.of(key, nonce))
            .appraise(Evidence.of(HandMadeBoot.quote(tpm, object, 0)))
            .statement()
            .orElseThrow();
  }

  /** The commands of the paper, with its file names in a folder of their own. */
  private static List<String[]> commands(Path folder) throws IOException {
    Path root = Path.of(System.getProperty("tssj.root", ".."));
    Matcher block =
        Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(root.resolve(PAPER)));
    assertTrue(block.find());
    List<String[]> commands = new ArrayList<>();
    block
        .group(1)
        .lines()
        .forEach(
            line ->
                commands.add(
                    line.substring("tpm ".length())
                        .replaceAll("\\b(\\w+\\.(pem|msg|sig|log|json))", folder + "/$1")
                        .split(" ")));
    return commands;
  }

  private void files(Tpm20 tpm, Path folder) throws IOException {
    Evidence evidence = evidence(tpm);
    Quote quote = evidence.quote();
    Files.write(
        folder.resolve("evidence.json"),
        EvidenceFile.write(evidence, EvidenceFile.Form.JSON).toArray());
    Files.write(folder.resolve("quote.msg"), quote.message().toArray());
    Files.write(folder.resolve("quote.sig"), quote.signature().toArray());
    Files.write(folder.resolve("boot.log"), HandMadeBoot.LOG.toArray());
    Files.writeString(folder.resolve("ak.pem"), HandMadeBoot.pem(key));
  }

  @Test
  void theProgramSaysTheSame(Tpm20 tpm, @TempDir Path folder) throws IOException {
    HandMadeBoot.boot(tpm, HandMadeBoot.EVENTS);
    files(tpm, folder);
    List<String[]> commands = commands(folder);
    assertEquals(2, commands.size());
    Program verify = Program.run(commands.get(0));
    assertEquals(0, verify.exitCode(), verify.toString());
    assertEquals("trusted", verify.objects().get(0).get("verdict").string());
    assertEquals("on", verify.objects().get(0).get("eventlog").object().get("secureBoot").string());
    Program appraise = Program.run(commands.get(1));
    assertEquals(0, appraise.exitCode(), appraise.toString());
    assertTrue(appraise.out().startsWith("trusted\n"), appraise.out());
    assertTrue(appraise.out().contains("secure boot: ON"), appraise.out());
  }

  @Test
  void theProgramEndsWithOneAndSaysWhy(Tpm20 tpm, @TempDir Path folder) throws IOException {
    HandMadeBoot.boot(tpm, HandMadeBoot.EVENTS.subList(0, 5));
    files(tpm, folder);
    for (String[] command : commands(folder)) {
      List<String> words = new ArrayList<>(List.of(command));
      if (!words.contains("--json")) {
        words.add("--json");
      }
      Program program = Program.run(words.toArray(String[]::new));
      assertEquals(1, program.exitCode(), program.toString());
      JsonValue.Members answer = program.objects().get(0);
      assertEquals("rejected", answer.get("verdict").string());
      // Only the evidence file has the values behind the quoted digest, by which the log is
      // explained.
      assertEquals(
          command[0].equals("verify") ? "LOG_NOT_PROVEN" : "PCR_BEFORE_END_OF_LOG",
          answer.get("reasons").elements().get(0).object().get("code").string());
    }
  }
}
