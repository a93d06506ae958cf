package org.tssj.attest.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.Advice;
import org.tssj.attest.BankSelection;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.file.SignatureFile;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.tpm20.structure.attest.ClockInfo;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;

class Tpm20QuoteTest {

  private static final String SAMPLES = "org.tssj.attest.quote.Tpm20QuoteTest#samples";
  private static final Bytes NONCE = Vectors.read("tpm20/nonce.bin");

  /** A quote that tpm2_quote and a TPM made. */
  private record Sample(String folder, AttestationPublicKey key, Quote quote, PcrValues values) {

    static Sample of(String folder) {
      String path = "tpm20/" + folder + "/";
      return new Sample(
          folder,
          AttestationPublicKeyFile.read(Vectors.read(path + "ak.tpm2b")),
          new Quote(
              Family.TPM20,
              Vectors.read(path + "message"),
              Vectors.read(path + "signature.tpmt"),
              PcrValues.NONE),
          PcrValuesFile.read(Vectors.read(path + "pcrs.serialized")));
    }

    QuoteVerifier verifier() {
      return QuoteVerifier.of(key, NONCE).expecting(values);
    }

    Verdict verify(Bytes message, Bytes signature) {
      return verifier().verify(new Quote(Family.TPM20, message, signature, PcrValues.NONE));
    }

    @Override
    public String toString() {
      return folder;
    }
  }

  private static final Sample RSA = Sample.of("rsassa-sha256");
  private static final Sample EC = Sample.of("ecdsa-p256");

  private static Stream<Sample> samples() {
    return Stream.of(
            "rsassa-sha256",
            "rsapss-sha256",
            "rsapss-sha512",
            "ecdsa-p256",
            "ecdsa-p384",
            "ecdsa-p521",
            "sm2",
            "sm2-p256")
        .map(Sample::of);
  }

  private static Statement.Tpm20Quote statement(Verdict verdict) {
    Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
    return assertInstanceOf(Statement.Tpm20Quote.class, trusted.statement());
  }

  private static List<Reason.Code> codes(Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict, verdict::toString).codes();
  }

  private static List<Advice.Code> advice(Verdict verdict) {
    return assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString).advice().stream()
        .map(Advice::code)
        .toList();
  }

  private static String onlyMessage(Verdict verdict) {
    List<Reason> reasons = assertInstanceOf(Verdict.Rejected.class, verdict).reasons();
    assertEquals(1, reasons.size(), reasons::toString);
    return reasons.get(0).message();
  }

  private static Quote with(Quote quote, PcrValues values) {
    return new Quote(quote.family(), quote.message(), quote.signature(), values);
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void isTrustedWhenKeyNonceAndValuesAreRight(Sample sample) {
    Verdict verdict = sample.verifier().verify(sample.quote);
    Statement.Tpm20Quote said = statement(verdict);
    assertEquals(NONCE, said.nonce());
    assertEquals(sample.values, said.pcrValues());
    assertEquals(List.of(), advice(verdict));
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void isTrustedWhenTheValuesComeWithIt(Sample sample) {
    Verdict verdict = QuoteVerifier.of(sample.key, NONCE).verify(with(sample.quote, sample.values));
    assertEquals(sample.values, statement(verdict).pcrValues());
    assertEquals(List.of(Advice.Code.PCRS_NOT_COMPARED), advice(verdict));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsassa-sha256",
        "rsapss-sha256",
        "rsapss-sha512",
        "ecdsa-p256",
        "ecdsa-p384",
        "ecdsa-p521"
      })
  void isTrustedWithAKeyFromPemAndSaysThatItsAttributesAreUnknown(String folder) {
    Sample sample = Sample.of(folder);
    AttestationPublicKey key =
        AttestationPublicKeyFile.read(Vectors.read("tpm20/" + folder + "/ak.pem"));
    Verdict verdict = QuoteVerifier.of(key, NONCE).expecting(sample.values).verify(sample.quote);
    assertEquals(List.of(Advice.Code.KEY_ATTRIBUTES_UNKNOWN), advice(verdict));
  }

  @ParameterizedTest
  @CsvSource({
    "rsassa-sha256, ak.tpm2b", "rsassa-sha256, ak.pem",
    "rsapss-sha256, ak.tpm2b", "rsapss-sha256, ak.pem",
    "ecdsa-p256, ak.tpm2b", "ecdsa-p256, ak.pem",
    "ecdsa-p384, ak.tpm2b", "ecdsa-p384, ak.pem"
  })
  void isTrustedWithAPlainSignatureAndValuesWithoutIndices(String folder, String keyFile) {
    String path = "tpm20/" + folder + "/";
    AttestationPublicKey key = AttestationPublicKeyFile.read(Vectors.read(path + keyFile));
    Bytes message = Vectors.read(path + "plain.message");
    Bytes signature = SignatureFile.read(Vectors.read(path + "plain.signature"), key, message);
    Quote quote = new Quote(Family.TPM20, message, signature, PcrValues.NONE);
    List<BankSelection> selection =
        statement(QuoteVerifier.of(key, NONCE).verify(quote)).selection();
    PcrValues values = PcrValuesFile.read(Vectors.read(path + "plain.pcrs"), selection);
    assertEquals(
        Sample.of(folder).values,
        statement(QuoteVerifier.of(key, NONCE).expecting(values).verify(quote)).pcrValues());
  }

  @Test
  void saysWhatTheTpmSaid() {
    // Read from the message by hand: tpm20/ecdsa-p384/message.
    Bytes message = Sample.of("ecdsa-p384").quote.message();
    Statement.Tpm20Quote said =
        statement(Sample.of("ecdsa-p384").verifier().verify(Sample.of("ecdsa-p384").quote));
    assertEquals(message.slice(8, 42), said.qualifiedSigner());
    assertEquals(
        List.of(
            BankSelection.of(Bank.SHA384, 0, 1),
            BankSelection.of(Bank.SHA1, 10, 16),
            BankSelection.of(Bank.SHA256, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        said.selection());
    assertEquals(message.slice(113, 161), said.pcrDigest());
    ClockInfo clock = said.clockInfo();
    assertEquals(Bytes.hex(String.format("%016x", clock.clock())), message.slice(64, 72));
    assertEquals(1, clock.resetCount());
    assertEquals(0, clock.restartCount());
    assertTrue(clock.safe());
    assertEquals(0x2019_1023_0016_3636L, said.firmwareVersion());
  }

  @Nested
  class IsRefused {

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void withAnyByteOfTheMessageChanged(Sample sample) {
      Changed.everyByte(sample.quote.message())
          .forEach(
              message ->
                  assertTrue(
                      codes(sample.verify(message, sample.quote.signature()))
                          .contains(Reason.Code.SIGNATURE_INVALID),
                      message::toHex));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void withAnyByteOfTheSignatureChanged(Sample sample) {
      Changed.everyByte(sample.quote.signature())
          .forEach(signature -> codes(sample.verify(sample.quote.message(), signature)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsassa-sha256", "rsapss-sha256", "ecdsa-p256"})
    void withAnyByteOfTheSignatureChangedWhateverTheKeySaysOfItsScheme(String folder) {
      Sample sample = Sample.of(folder);
      AttestationPublicKey key =
          AttestationPublicKeyFile.read(Vectors.read("tpm20/" + folder + "/ak.pem"));
      QuoteVerifier verifier = QuoteVerifier.of(key, NONCE).expecting(sample.values);
      Changed.everyByte(sample.quote.signature())
          .forEach(
              signature ->
                  codes(
                      verifier.verify(
                          new Quote(
                              Family.TPM20, sample.quote.message(), signature, PcrValues.NONE))));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void cutOrExtended(Sample sample) {
      Changed.everyLength(sample.quote.message())
          .forEach(message -> codes(sample.verify(message, sample.quote.signature())));
      Changed.everyLength(sample.quote.signature())
          .forEach(
              signature ->
                  assertEquals(
                      Reason.Code.MALFORMED,
                      codes(sample.verify(sample.quote.message(), signature)).get(0)));
    }

    @Test
    void withAMessageCutOffAndSaysWhere() {
      Verdict verdict = RSA.verify(RSA.quote.message().slice(0, 100), RSA.quote.signature());
      assertEquals(List.of(Reason.Code.SIGNATURE_INVALID, Reason.Code.MALFORMED), codes(verdict));
      assertTrue(
          ((Verdict.Rejected) verdict)
              .reasons()
              .get(1)
              .message()
              .startsWith("TPMS_ATTEST.attested.pcrDigest: needs "),
          verdict::toString);
    }

    @Test
    void withTheSignatureOfAnotherQuote() {
      Bytes other = Vectors.read("tpm20/rsassa-sha256/plain.signature");
      Bytes signature =
          SignatureFile.read(other, RSA.key, Vectors.read("tpm20/rsassa-sha256/plain.message"));
      assertEquals(
          List.of(Reason.Code.SIGNATURE_INVALID),
          codes(RSA.verify(RSA.quote.message(), signature)));
    }

    @Test
    void withAnotherNonceAndSaysBoth() {
      assertEquals(
          "expected 00, found 000102030405060708090a0b0c0d0e0ffedcba98",
          onlyMessage(
              QuoteVerifier.of(EC.key, Bytes.hex("00")).expecting(EC.values).verify(EC.quote)));
      assertEquals(
          "expected none, found 000102030405060708090a0b0c0d0e0ffedcba98",
          onlyMessage(QuoteVerifier.of(EC.key, Bytes.EMPTY).expecting(EC.values).verify(EC.quote)));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void withAnyExpectedValueChanged(Sample sample) {
      for (Bank bank : sample.values.banks()) {
        for (int pcr : sample.values.bank(bank).keySet()) {
          Bytes right = sample.values.get(bank, pcr).orElseThrow();
          Bytes wrong = Changed.xor(right, bank.size() - 1, 0x80);
          QuoteVerifier verifier =
              QuoteVerifier.of(sample.key, NONCE).expecting(sample.values.with(bank, pcr, wrong));
          assertEquals(
              List.of(Reason.Code.PCR_DIGEST_DIFFERS), codes(verifier.verify(sample.quote)));
          assertEquals(
              "PCR " + pcr + " of the " + bank + " bank: expected " + wrong + ", found " + right,
              onlyMessage(verifier.verify(with(sample.quote, sample.values))));
        }
      }
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void withAValueInTheEvidenceThatIsNotTheQuotedOne(Sample sample) {
      Bank bank = sample.values.banks().first();
      int pcr = sample.values.bank(bank).firstKey();
      Bytes right = sample.values.get(bank, pcr).orElseThrow();
      PcrValues lie = sample.values.with(bank, pcr, Changed.xor(right, 0, 1));
      assertEquals(
          List.of(Reason.Code.PCR_DIGEST_DIFFERS),
          codes(QuoteVerifier.of(sample.key, NONCE).verify(with(sample.quote, lie))));
    }

    @Test
    void withValuesOfPcrsThatAreNotQuoted() {
      assertEquals(
          "sha256 PCRs 7,23 are expected to have certain values, but quoted is"
              + " sha256:0,1,2,10,16",
          onlyMessage(
              RSA.verifier()
                  .expecting(
                      PcrValues.of(Bank.SHA256, 7, Bytes.zeros(32))
                          .with(Bank.SHA256, 23, Bytes.zeros(32)))
                  .verify(with(RSA.quote, RSA.values))));
      assertEquals(
          "sha1 PCRs 0 have values in the evidence, but quoted is sha256:0,1,2,10,16",
          onlyMessage(
              RSA.verifier()
                  .verify(with(RSA.quote, RSA.values.with(Bank.SHA1, 0, Bytes.zeros(20))))));
    }

    @Test
    void withoutThePcrsThatMustBeThere() {
      assertEquals(
          "sha1 PCRs 0 must be quoted, but quoted is sha256:0,1,2,10,16",
          onlyMessage(RSA.verifier().covering(Bank.SHA1, 0).verify(RSA.quote)));
      assertEquals(
          "sha256 PCRs 3 must be quoted, but quoted is sha256:0,1,2,10,16",
          onlyMessage(
              QuoteVerifier.of(RSA.key, NONCE).covering(Bank.SHA256, 0, 1, 3).verify(RSA.quote)));
    }

    @Test
    void withAQuotedPcrOfUnknownValue() {
      PcrValues some = PcrValues.of(Bank.SHA256, 16, RSA.values.get(Bank.SHA256, 16).orElseThrow());
      assertEquals(
          "sha256 PCRs 0,1,2,10 are quoted, but no value is known that the digest could be checked"
              + " with",
          onlyMessage(QuoteVerifier.of(RSA.key, NONCE).expecting(some).verify(RSA.quote)));
      // The rest may come with the evidence.
      statement(
          QuoteVerifier.of(RSA.key, NONCE).expecting(some).verify(with(RSA.quote, RSA.values)));
    }

    @Test
    void byAKeyThatSignsAnything() {
      Sample sample = Sample.of("unrestricted");
      assertEquals(
          "an attestation key must be restricted, sign and fixedTPM, and not decrypt; this one is"
              + " fixedTPM | fixedParent | sensitiveDataOrigin | userWithAuth | sign/encrypt",
          onlyMessage(sample.verifier().verify(sample.quote))
              .replace("|", " | ")
              .replace("  ", " "));
    }

    @Test
    void byAKeyThatAlsoDecryptsOrCanBeDuplicated() {
      Public area = ((AttestationPublicKey.Tpm20) RSA.key).publicArea();
      for (ObjectAttributes attributes :
          List.of(
              area.objectAttributes().with(ObjectAttributes.DECRYPT),
              area.objectAttributes().without(ObjectAttributes.FIXED_TPM),
              area.objectAttributes().without(ObjectAttributes.SIGN_ENCRYPT))) {
        Public changed =
            new Public(
                area.nameAlg(), attributes, area.authPolicy(), area.parameters(), area.unique());
        assertEquals(
            List.of(Reason.Code.KEY_NOT_FOR_ATTESTATION),
            codes(
                QuoteVerifier.of(new AttestationPublicKey.Tpm20(changed), NONCE)
                    .expecting(RSA.values)
                    .verify(RSA.quote)));
      }
    }

    @Test
    void byAKeyOfAnotherKind() {
      assertEquals(
          List.of(Reason.Code.SIGNATURE_SCHEME_DIFFERS),
          codes(QuoteVerifier.of(EC.key, NONCE).expecting(RSA.values).verify(RSA.quote)));
      assertEquals(
          List.of(Reason.Code.SIGNATURE_SCHEME_DIFFERS),
          codes(QuoteVerifier.of(RSA.key, NONCE).expecting(EC.values).verify(EC.quote)));
    }

    @Test
    void byAKeyOfAnotherKindThatSaysNothingOfItsScheme() {
      AttestationPublicKey key =
          AttestationPublicKeyFile.read(Vectors.read("tpm20/ecdsa-p256/ak.pem"));
      assertEquals(
          "an elliptic-curve key makes no signature TPM_ALG_RSASSA",
          onlyMessage(QuoteVerifier.of(key, NONCE).expecting(RSA.values).verify(RSA.quote)));
    }

    @Test
    void byAKeyOfTheOtherFamily() {
      AttestationPublicKey tpm12 =
          AttestationPublicKeyFile.read(Vectors.read("tpm12/aik/aik.blob"));
      assertEquals(
          List.of(Reason.Code.KEY_OF_OTHER_FAMILY, Reason.Code.SIGNATURE_INVALID),
          codes(QuoteVerifier.of(tpm12, NONCE).expecting(RSA.values).verify(RSA.quote)));
    }

    @Test
    void byAKeyWhosePointIsNotOnItsCurve() {
      Bytes area = Vectors.read("tpm20/ecdsa-p256/ak.tpmt");
      AttestationPublicKey key =
          AttestationPublicKeyFile.read(Changed.xor(area, area.length() - 1, 1));
      assertEquals(
          List.of(Reason.Code.KEY_INVALID),
          codes(QuoteVerifier.of(key, NONCE).expecting(EC.values).verify(EC.quote)));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "weak-rsa1024 | an RSA key must have at least 2048 bits; this one has 1024",
          "weak-p224 | an elliptic-curve key must have at least 256 bits; this one has 224"
        })
    void byAShortKeyUnlessThatIsAllowed(String folder, String message) {
      Sample sample = Sample.of(folder);
      assertEquals(message, onlyMessage(sample.verifier().verify(sample.quote)));
      statement(sample.verifier().allowingWeakKeys().verify(sample.quote));
    }

    @Test
    void whenItIsNotAQuote() {
      Quote certify =
          new Quote(
              Family.TPM20,
              Vectors.read("tpm20/certify/message"),
              Vectors.read("tpm20/certify/signature.tpmt"),
              PcrValues.NONE);
      assertEquals(
          "expected TPM_ST_ATTEST_QUOTE, the TPM attested to TPM_ST_ATTEST_CERTIFY",
          onlyMessage(QuoteVerifier.of(RSA.key, Bytes.hex("00ff55aa")).verify(certify)));
    }

    @Test
    void whenNoTpmMadeIt() {
      Bytes message = Changed.xor(RSA.quote.message(), 3, 1);
      Verdict verdict = RSA.verify(message, RSA.quote.signature());
      assertEquals(
          List.of(Reason.Code.SIGNATURE_INVALID, Reason.Code.NOT_TPM_GENERATED), codes(verdict));
      assertEquals(
          "must begin with ff544347, begins with ff544346",
          ((Verdict.Rejected) verdict).reasons().get(1).message());
      assertTrue(
          codes(RSA.verify(Bytes.EMPTY, RSA.quote.signature()))
              .contains(Reason.Code.NOT_TPM_GENERATED));
    }

    @Test
    void withASignatureOfASchemeThatCannotBeChecked() {
      // ECDAA (001a) and EC Schnorr (001c) with SHA-256; HMAC (0005) with SHA-256; none (0010).
      for (String signature :
          List.of(
              "001a 000b 0001 05 0001 07",
              "001c 000b 0001 05 0001 07",
              "0005 000b" + "00".repeat(32),
              "0010",
              "0018 00ff 0001 05 0001 07")) {
        assertTrue(
            codes(EC.verify(EC.quote.message(), Bytes.hex(signature)))
                .contains(Reason.Code.SIGNATURE_UNSUPPORTED),
            signature);
      }
    }

    @Test
    void withNoPcrOrAnUnknownBankInItsSelection() {
      // Nobody has signed these; every reason that applies is listed all the same.
      Bytes message = EC.quote.message();
      Bytes head = message.slice(0, 89);
      Bytes digest = message.slice(99, 133);
      assertEquals(
          List.of(
              Reason.Code.SIGNATURE_INVALID,
              Reason.Code.SELECTION_EMPTY,
              Reason.Code.PCR_NOT_QUOTED,
              Reason.Code.PCR_DIGEST_DIFFERS),
          codes(
              EC.verify(
                  Bytes.join(head, Bytes.hex("00000001 000b 03 000000"), digest),
                  EC.quote.signature())));
      assertEquals(
          List.of(
              Reason.Code.SIGNATURE_INVALID,
              Reason.Code.PCR_BANK_UNKNOWN,
              Reason.Code.SELECTION_EMPTY,
              Reason.Code.PCR_NOT_QUOTED,
              Reason.Code.PCR_DIGEST_DIFFERS),
          codes(
              EC.verify(
                  Bytes.join(head, Bytes.hex("00000001 7fff 03 010000"), digest),
                  EC.quote.signature())));
    }

    @Test
    void randomBytes() {
      Random random = new Random(20);
      List<Sample> samples = samples().toList();
      for (int i = 0; i < 2_000; i++) {
        Sample sample = samples.get(i % samples.size());
        codes(
            sample.verify(
                mixed(random, sample.quote.message()), mixed(random, sample.quote.signature())));
      }
    }

    private Bytes mixed(Random random, Bytes model) {
      byte[] octets = new byte[random.nextInt(300)];
      random.nextBytes(octets);
      int keep = Math.min(octets.length, random.nextInt(model.length()));
      System.arraycopy(model.toArray(), 0, octets, 0, keep);
      return Bytes.wrap(octets);
    }
  }
}
