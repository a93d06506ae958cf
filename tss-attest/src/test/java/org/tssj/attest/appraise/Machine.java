package org.tssj.attest.appraise;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;

/**
 * A machine that tells what a test wants: it extends digests, and signs what its PCRs then hold
 * with a key of P-256, in octets put together by hand from Part 2.
 */
final class Machine {

  static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff00112233");

  /** Clock, resetCount, restartCount and safe, then the firmware's version. */
  private static final String CLOCK = "0000000000001234 00000005 00000002 01 0000000000000007";

  private static final KeyPair KEY = keyPair();
  private static final KeyPair OTHER = keyPair();

  private final Bank bank;
  private PcrValues values = PcrValues.NONE;

  Machine(Bank bank) {
    this.bank = bank;
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static AttestationPublicKey key() {
    return new AttestationPublicKey.Plain(KEY.getPublic());
  }

  static AttestationPublicKey otherKey() {
    return new AttestationPublicKey.Plain(OTHER.getPublic());
  }

  static QuoteVerifier verifier() {
    return QuoteVerifier.of(key(), NONCE);
  }

  /** Sets a PCR to where it starts. */
  Machine start(int pcr, Bytes value) {
    values = values.with(bank, pcr, value);
    return this;
  }

  /** Extends a digest. */
  Machine extend(int pcr, Bytes digest) {
    Bytes old = values.get(bank, pcr).orElse(Bytes.zeros(bank.size()));
    values = values.with(bank, pcr, bank.extend(old, digest));
    return this;
  }

  /** Extends the digest of some data. */
  Machine measure(int pcr, Bytes data) {
    return extend(pcr, bank.hash(data));
  }

  PcrValues values() {
    return values;
  }

  /** A quote over all PCRs that it has, with their values. */
  Quote quote() {
    return quote(values.bank(bank).keySet().stream().mapToInt(Integer::intValue).toArray());
  }

  /** A quote over these PCRs, with their values. */
  Quote quote(int... pcrs) {
    List<Bytes> quoted = new ArrayList<>();
    PcrValues some = PcrValues.NONE;
    for (int pcr : PcrBitmap.of(pcrs).indices()) {
      Bytes value = values.get(bank, pcr).orElse(Bytes.zeros(bank.size()));
      some = some.with(bank, pcr, value);
      quoted.add(value);
    }
    Bytes message =
        Bytes.join(
            Bytes.hex("ff544347 8018 0000"),
            Bytes.hex("0014").concat(NONCE),
            Bytes.hex(CLOCK),
            Bytes.hex("00000001").concat(u16(bank.algorithm())),
            Bytes.hex("03").concat(PcrBitmap.of(pcrs).octets()),
            Bytes.hex("0020").concat(Bank.SHA256.hash(quoted.toArray(Bytes[]::new))));
    return new Quote(Family.TPM20, message, sign(message), some);
  }

  /** The quote and both logs. */
  static Evidence evidence(Quote quote, Optional<Bytes> log, Optional<Bytes> list) {
    return new Evidence(quote, Optional.of(key()), log, list, List.of(), List.of());
  }

  /** A certificate of a key, signed by itself or by nobody in particular. */
  static Bytes certificate(AttestationPublicKey key) {
    X500Name name = new X500Name("CN=test");
    try {
      return Bytes.wrap(
          new JcaX509v3CertificateBuilder(
                  name,
                  BigInteger.ONE,
                  Date.from(Instant.EPOCH),
                  Date.from(Instant.ofEpochSecond(4_000_000_000L)),
                  name,
                  key.publicKey())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(KEY.getPrivate()))
              .getEncoded());
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Bytes u16(int value) {
    return Bytes.of((byte) (value >> 8), (byte) value);
  }

  /** TPMT_SIGNATURE: TPM_ALG_ECDSA, TPM_ALG_SHA256, r and s. */
  private static Bytes sign(Bytes message) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(KEY.getPrivate());
      signature.update(message.toArray());
      Bytes both = Bytes.wrap(signature.sign());
      return Bytes.join(
          Bytes.hex("0018 000b 0020"), both.slice(0, 32), Bytes.hex("0020"), both.slice(32, 64));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
