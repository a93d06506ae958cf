package org.tssj.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.Verdict;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.transport.Transports;
import org.tssj.core.wire.Struct;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.AttestationKeyOptions;
import org.tssj.tpm.KeySecrets;
import org.tssj.tpm.OwnerSecrets;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.attest.TimeInfo;

/** The code that README.md and CONTRIBUTING.md show, run; and a check that they show just this. */
class ExamplesTest {

  @Test
  @NeedsLibrary("libtpms.so.0")
  void theMainJobOfTheReadme(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("rootfs"), "what is measured");
    AuthValue owner = AuthValue.utf8("owner");
    Bytes nonce = Bytes.hex("0123456789abcdef");
    try (Tpm tpm = Tpm.open("libtpms:family=2.0")) {
      tpm.takeOwnership(OwnerSecrets.of(owner));
      tpm.measure(16, file);

      AttestationKey key = tpm.createAttestationKey(AttestationKeyOptions.ownedBy(owner));
      Quote quote = tpm.quote(key, KeySecrets.NONE, nonce, Bank.SHA256, 16);

      assertInstanceOf(Verdict.Trusted.class, verify(quote, key.forVerifiers(), nonce, file));
      Files.writeString(file, "something else");
      assertInstanceOf(Verdict.Rejected.class, verify(quote, key.forVerifiers(), nonce, file));
    }
  }

  private static Verdict verify(Quote quote, AttestationPublicKey publicKey, Bytes nonce, Path file)
      throws IOException {
    List<Bank> banks = List.of(Bank.SHA256);
    PcrValues expected = PcrPrediction.of(16).then(Measurement.ofFile(file, banks)).values(banks);
    Verdict verdict = QuoteVerifier.of(publicKey, nonce).expecting(expected).verify(quote);
    return verdict;
  }

  @Test
  @NeedsLibrary("libtpms.so.0")
  void aCommandWithASessionOfTheReadme() throws IOException {
    try (Tpm20 tpm = Tpm20.over(Transports.open("libtpms:family=2.0"));
        Session session = tpm.startSession().start()) {
      Bytes random =
          tpm.execute(new GetRandom(20), session.use().encryptingResponse()).randomBytes();
      assertEquals(20, random.length());
    }
  }

  @Test
  void twoNoncesDiffer(@SoftwareTpm Tpm tpm) throws IOException {
    assertNotEquals(tpm.random(20), tpm.random(20));
  }

  /** TPM2_ReadClock: reads the TPM's time and clock. */
  public record ReadTheClock() implements Command<ReadTheClock.Response> {

    /** What TPM2_ReadClock answers. */
    public record Response(TimeInfo currentTime) {
      public static final Struct<Response> CODEC =
          struct(
              "TPM2_ReadClock response",
              Response::new,
              field("currentTime", TimeInfo.CODEC, Response::currentTime));
    }

    /** TPM_CC_ReadClock: no handles, no authorisation. */
    public static final CommandSpec<ReadTheClock, Response> SPEC =
        command(0x0181, struct("TPM2_ReadClock", new ReadTheClock()), Response.CODEC);

    @Override
    public CommandSpec<ReadTheClock, Response> spec() {
      return SPEC;
    }
  }

  @Test
  void aCommandThatSomebodyElseAdds(@SoftwareTpm Tpm20 tpm) throws IOException {
    assertTrue(tpm.execute(new ReadTheClock()).currentTime().clockInfo().clock() >= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "CONTRIBUTING.md"})
  void everySnippetOfThePapersStandsHere(String paper) throws IOException {
    assertEquals(List.of(), Snippets.missing(paper, ExamplesTest.class));
  }
}
