package org.tssj.attest.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.Advice;
import org.tssj.attest.BankSelection;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.file.Tpm12HashFile;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.pcr.LocalitySelection;

class Tpm12QuoteTest {

  private static final String SAMPLES = "org.tssj.attest.quote.Tpm12QuoteTest#samples";

  private static final AttestationPublicKey KEY =
      AttestationPublicKeyFile.read(Vectors.read("tpm12/aik/aik.blob"));
  private static final PcrValues SET =
      PcrValuesFile.read(Vectors.read("tpm12/quote-set-pcrs/pcr.vals"));
  private static final PcrValues ZERO =
      PcrValuesFile.read(Vectors.read("tpm12/quote-zero-pcrs/pcr.vals"));

  /** A quote that tpm-quote-tools and a TPM made, over PCRs 0, 1, 2, 10 and 16. */
  private record Sample(String folder, Bytes nonce, Quote quote, PcrValues values) {

    static Sample of(String folder, PcrValues values) {
      String path = "tpm12/" + folder + "/";
      Bytes nonce = Vectors.read(path + "nonce.bin");
      boolean ofTools = folder.endsWith("pcrs");
      Bytes message =
          ofTools
              ? Tpm12HashFile.message(Vectors.read(path + "pcr.hash"), nonce)
              : Vectors.read(path + "message");
      Bytes signature = Vectors.read(path + (ofTools ? "quote.bin" : "signature"));
      return new Sample(
          folder, nonce, new Quote(Family.TPM12, message, signature, PcrValues.NONE), values);
    }

    QuoteVerifier verifier() {
      return QuoteVerifier.of(KEY, nonce).expecting(values);
    }

    Verdict verify(Bytes message, Bytes signature) {
      return verifier().verify(new Quote(Family.TPM12, message, signature, PcrValues.NONE));
    }

    @Override
    public String toString() {
      return folder;
    }
  }

  private static final Sample QUOTE2_ZERO = Sample.of("quote-zero-pcrs", ZERO);
  private static final Sample QUOTE2_SET = Sample.of("quote-set-pcrs", SET);
  private static final Sample QUOTE2_VERSION = Sample.of("quote2-version", SET);
  private static final Sample QUOTE = Sample.of("quote1", SET);

  private static List<Sample> samples() {
    return List.of(QUOTE2_ZERO, QUOTE2_SET, QUOTE2_VERSION, QUOTE);
  }

  private static Statement.Tpm12Quote statement(Verdict verdict) {
    Verdict.Trusted trusted = assertInstanceOf(Verdict.Trusted.class, verdict, verdict::toString);
    return assertInstanceOf(Statement.Tpm12Quote.class, trusted.statement());
  }

  private static List<Reason.Code> codes(Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict, verdict::toString).codes();
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
    Statement.Tpm12Quote said = statement(sample.verifier().verify(sample.quote));
    assertEquals(sample.nonce, said.nonce());
    assertEquals(List.of(BankSelection.of(Bank.SHA1, 0, 1, 2, 10, 16)), said.selection());
    assertEquals(sample.values, said.pcrValues());
  }

  @ParameterizedTest
  @MethodSource(SAMPLES)
  void isTrustedWhenTheValuesComeWithIt(Sample sample) {
    QuoteVerifier verifier =
        QuoteVerifier.of(KEY, sample.nonce).covering(Bank.SHA1, 10, 16).covering(Bank.SHA1, 0);
    Verdict verdict = verifier.verify(with(sample.quote, sample.values));
    assertEquals(sample.values, statement(verdict).pcrValues());
    assertEquals(
        List.of(Advice.Code.PCRS_NOT_COMPARED),
        ((Verdict.Trusted) verdict).advice().stream().map(Advice::code).toList());
  }

  @Test
  void saysWhichLocalityAndTpmWhereTheQuoteDoes() {
    Statement.Tpm12Quote said = statement(QUOTE2_VERSION.verifier().verify(QUOTE2_VERSION.quote));
    assertEquals(Optional.of(LocalitySelection.ZERO), said.locality());
    assertEquals(Bytes.utf8("IBM\0"), said.version().orElseThrow().tpmVendorId());
    assertEquals(Bytes.hex("aa37b5a0917ee30bbc555e8ac2a8bad7fefb2ddd"), said.pcrDigest());

    said = statement(QUOTE.verifier().verify(QUOTE.quote));
    assertEquals(Optional.empty(), said.locality());
    assertEquals(Optional.empty(), said.version());
  }

  @Test
  void provesNoValuesWhenNobodyGivesAnyAndSaysSo() {
    for (Sample sample : samples()) {
      Verdict verdict = QuoteVerifier.of(KEY, sample.nonce).verify(sample.quote);
      assertEquals(PcrValues.NONE, statement(verdict).pcrValues());
      assertEquals(
          List.of(Advice.Code.PCRS_NOT_COMPARED),
          ((Verdict.Trusted) verdict).advice().stream().map(Advice::code).toList());
    }
  }

  @Test
  void takesTheSha1OfANonceThatIsNot20BytesLong() {
    // A quote whose nonce happens to be a hash we know the input of cannot be had without the key,
    // so the other direction: the message names what was looked for.
    String message =
        onlyMessage(
            QuoteVerifier.of(KEY, Bytes.utf8("abc")).expecting(SET).verify(QUOTE2_SET.quote));
    assertEquals(
        "expected a9993e364706816aba3e25717850c26c9cd0d89d (SHA-1 of 616263), found "
            + QUOTE2_SET.nonce,
        message);
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
                      Set.copyOf(codes(sample.verify(message, sample.quote.signature())))
                          .contains(Reason.Code.SIGNATURE_INVALID),
                      message::toHex));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void withAnyByteOfTheSignatureChanged(Sample sample) {
      Changed.everyByte(sample.quote.signature())
          .forEach(
              signature ->
                  assertEquals(
                      List.of(Reason.Code.SIGNATURE_INVALID),
                      codes(sample.verify(sample.quote.message(), signature)),
                      signature::toHex));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void cutOrExtended(Sample sample) {
      Changed.everyLength(sample.quote.message())
          .forEach(message -> codes(sample.verify(message, sample.quote.signature())));
      Changed.everyLength(sample.quote.signature())
          .forEach(signature -> codes(sample.verify(sample.quote.message(), signature)));
    }

    @Test
    void withTheSignatureOfAnotherQuote() {
      assertEquals(
          List.of(Reason.Code.SIGNATURE_INVALID),
          codes(QUOTE2_SET.verify(QUOTE2_SET.quote.message(), QUOTE2_ZERO.quote.signature())));
    }

    @Test
    void withTheNonceAndHashFileOfOneQuoteAndTheSignatureOfAnother() {
      // The negative pair of the golden data, as tpm_verifyquote would be given it.
      Sample wrong = QUOTE2_ZERO;
      Bytes message =
          Tpm12HashFile.message(Vectors.read("tpm12/quote-zero-pcrs/pcr.hash"), QUOTE2_SET.nonce);
      Verdict verdict =
          QuoteVerifier.of(KEY, QUOTE2_SET.nonce)
              .expecting(wrong.values)
              .verify(new Quote(Family.TPM12, message, wrong.quote.signature(), PcrValues.NONE));
      assertEquals(List.of(Reason.Code.SIGNATURE_INVALID), codes(verdict));
    }

    @Test
    void withAnotherNonceAndSaysBoth() {
      Bytes nonce = Changed.xor(QUOTE.nonce, 19, 1);
      assertEquals(
          "expected fedcba98765432100123456789abcdef00ff7f81, found"
              + " fedcba98765432100123456789abcdef00ff7f80",
          onlyMessage(QuoteVerifier.of(KEY, nonce).expecting(SET).verify(QUOTE.quote)));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void withOneExpectedValueChanged(Sample sample) {
      for (int pcr : new int[] {0, 1, 2, 10, 16}) {
        Bytes right = sample.values.get(Bank.SHA1, pcr).orElseThrow();
        PcrValues wrong = sample.values.with(Bank.SHA1, pcr, Changed.xor(right, 7, 0x10));
        assertEquals(
            List.of(Reason.Code.PCR_DIGEST_DIFFERS),
            codes(QuoteVerifier.of(KEY, sample.nonce).expecting(wrong).verify(sample.quote)));
        // With the values beside the quote it can be said which one it is.
        assertEquals(
            "PCR "
                + pcr
                + " of the sha1 bank: expected "
                + Changed.xor(right, 7, 0x10)
                + ", found "
                + right,
            onlyMessage(
                QuoteVerifier.of(KEY, sample.nonce)
                    .expecting(wrong)
                    .verify(with(sample.quote, sample.values))));
      }
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void withValuesOfPcrsThatAreNotQuoted(Sample sample) {
      PcrValues more = sample.values.with(Bank.SHA1, 7, Bytes.zeros(20));
      // TPM_Quote does not say which PCRs it covers: there the digest differs.
      assertEquals(
          List.of(
              sample.equals(QUOTE) ? Reason.Code.PCR_DIGEST_DIFFERS : Reason.Code.PCR_NOT_QUOTED),
          codes(QuoteVerifier.of(KEY, sample.nonce).expecting(more).verify(sample.quote)));
      assertEquals(
          List.of(
              sample.equals(QUOTE) ? Reason.Code.PCR_DIGEST_DIFFERS : Reason.Code.PCR_NOT_QUOTED),
          codes(sample.verifier().verify(with(sample.quote, more))));
      assertEquals(
          "sha256 PCRs 3 are expected to have certain values, but quoted is sha1:0,1,2,10,16",
          onlyMessage(
              sample
                  .verifier()
                  .expecting(PcrValues.of(Bank.SHA256, 3, Bytes.zeros(32)))
                  .verify(with(sample.quote, sample.values))));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void withoutThePcrsThatMustBeThere(Sample sample) {
      assertEquals(
          "sha1 PCRs 4,17 must be quoted, but quoted is sha1:0,1,2,10,16",
          onlyMessage(sample.verifier().covering(Bank.SHA1, 4, 10, 17).verify(sample.quote)));
    }

    @Test
    void withAQuotedPcrOfUnknownValue() {
      PcrValues some = PcrValues.of(Bank.SHA1, 0, SET.get(Bank.SHA1, 0).orElseThrow());
      assertEquals(
          "sha1 PCRs 1,2,10,16 are quoted, but no value is known that the digest could be checked"
              + " with",
          onlyMessage(
              QuoteVerifier.of(KEY, QUOTE2_SET.nonce).expecting(some).verify(QUOTE2_SET.quote)));
    }

    @Test
    void whenTpmQuoteHasToShowItsPcrsWithoutValues() {
      for (QuoteVerifier verifier :
          List.of(
              QuoteVerifier.of(KEY, QUOTE.nonce).covering(Bank.SHA1, 0),
              QuoteVerifier.of(KEY, QUOTE.nonce)
                  .expecting(PcrValues.of(Bank.SHA256, 0, Bytes.zeros(32))),
              QuoteVerifier.of(KEY, QUOTE.nonce)
                  .expecting(PcrValues.of(Bank.SHA1, Integer.MAX_VALUE, Bytes.zeros(20))))) {
        assertEquals(List.of(Reason.Code.PCR_VALUE_MISSING), codes(verifier.verify(QUOTE.quote)));
      }
    }

    @Test
    void aCappedBankWithItsOwnReason() {
      // PCR 1 was expected to be zeros; it holds them with zeros extended after them.
      Bytes capped = Bytes.hex("b80de5d138758541c5f05265ad144ab9fa86d1db");
      Verdict verdict =
          QuoteVerifier.of(KEY, QUOTE2_ZERO.nonce)
              .expecting(ZERO)
              .verify(with(QUOTE2_ZERO.quote, ZERO.with(Bank.SHA1, 1, capped)));
      assertEquals(
          List.of(Reason.Code.PCR_BANK_CAPPED, Reason.Code.PCR_DIGEST_DIFFERS), codes(verdict));
    }

    @Test
    void byAKeyThatWouldSignAnything() {
      AttestationPublicKey.Tpm12 key = (AttestationPublicKey.Tpm12) KEY;
      for (KeyUsage usage : List.of(KeyUsage.SIGNING, KeyUsage.LEGACY, KeyUsage.BIND)) {
        Verdict verdict =
            QuoteVerifier.of(
                    new AttestationPublicKey.Tpm12(key.pubKey(), Optional.of(usage)), QUOTE.nonce)
                .expecting(SET)
                .verify(QUOTE.quote);
        assertEquals(List.of(Reason.Code.KEY_NOT_FOR_ATTESTATION), codes(verdict));
      }
    }

    @Test
    void byAKeyOfAnotherScheme() {
      PubKey key = ((AttestationPublicKey.Tpm12) KEY).pubKey();
      KeyParms parms =
          new KeyParms(
              key.algorithmParms().encScheme(),
              SigScheme.RSASSAPKCS1V15_DER,
              key.algorithmParms().parms());
      Verdict verdict =
          QuoteVerifier.of(
                  new AttestationPublicKey.Tpm12(
                      new PubKey(parms, key.pubKey()), Optional.of(KeyUsage.IDENTITY)),
                  QUOTE.nonce)
              .expecting(SET)
              .verify(QUOTE.quote);
      assertEquals(List.of(Reason.Code.SIGNATURE_SCHEME_DIFFERS), codes(verdict));
    }

    @Test
    void byAnotherKey() {
      PubKey key = ((AttestationPublicKey.Tpm12) KEY).pubKey();
      Verdict verdict =
          QuoteVerifier.of(
                  new AttestationPublicKey.Tpm12(
                      new PubKey(key.algorithmParms(), Changed.xor(key.pubKey(), 100, 1)),
                      Optional.of(KeyUsage.IDENTITY)),
                  QUOTE.nonce)
              .expecting(SET)
              .verify(QUOTE.quote);
      assertEquals(List.of(Reason.Code.SIGNATURE_INVALID), codes(verdict));
    }

    @Test
    void byAKeyThatMakesNoSense() {
      PubKey key = ((AttestationPublicKey.Tpm12) KEY).pubKey();
      for (Bytes modulus : List.of(Bytes.EMPTY, Bytes.hex("00"), Bytes.hex("03"))) {
        Verdict verdict =
            QuoteVerifier.of(
                    new AttestationPublicKey.Tpm12(
                        new PubKey(key.algorithmParms(), modulus), Optional.of(KeyUsage.IDENTITY)),
                    QUOTE.nonce)
                .expecting(SET)
                .verify(QUOTE.quote);
        assertEquals(List.of(Reason.Code.KEY_INVALID), codes(verdict));
      }
    }

    @Test
    void somethingElseThanAQuoteEvenIfItIsSigned() {
      for (String other : List.of("", "00", "00365155543100", "0101000051554f", "ff544347")) {
        assertTrue(
            codes(QUOTE.verify(Bytes.hex(other), QUOTE.quote.signature()))
                .contains(Reason.Code.NOT_A_QUOTE),
            other);
      }
    }

    @Test
    void randomBytes() {
      Random random = new Random(12);
      for (int i = 0; i < 2_000; i++) {
        byte[] message = new byte[random.nextInt(120)];
        random.nextBytes(message);
        Bytes model = samples().get(i % 4).quote.message();
        int keep = Math.min(message.length, random.nextInt(40));
        System.arraycopy(model.toArray(), 0, message, 0, keep);
        byte[] signature = new byte[random.nextInt(300)];
        random.nextBytes(signature);
        codes(QUOTE.verify(Bytes.wrap(message), Bytes.wrap(signature)));
      }
    }
  }
}
