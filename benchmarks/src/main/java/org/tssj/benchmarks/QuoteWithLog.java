package org.tssj.benchmarks;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tssj.attest.Verdict;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.attest.ClockInfo;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/**
 * A quote judged with the firmware's log: the log read and replayed, the quoted PCRs compared with
 * it, the key taken out of its public area, the signature checked. The floor is what nobody can
 * leave out: the signature by JCA with a key that is ready, and SHA-256 over the same octets.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class QuoteWithLog {

  /** Who signs. */
  public enum Signer {
    /** ECDSA on P-256. */
    ECC_P256,
    /** RSASSA with 2048 bits. */
    RSA_2048
  }

  private static final int PCRS = 10;
  private static final Bytes NONCE = Bytes.hex("0123456789abcdef0123456789abcdef01234567");

  /** The key. */
  @Param public Signer signer;

  /** Events of the log. */
  @Param({"120", "1200", "12000"})
  public int events;

  private Bytes log;
  private Quote quote;
  private Bytes area;
  private byte[] logOctets;
  private byte[] messageOctets;
  private byte[] signatureOctets;
  private PublicKey key;
  private String algorithm;

  /** Before all; makes sure that both say yes, and no to another log. */
  @Setup
  public void make() throws GeneralSecurityException {
    boolean rsa = signer == Signer.RSA_2048;
    KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC");
    if (rsa) {
      generator.initialize(2048);
    } else {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    KeyPair pair = generator.generateKeyPair();
    key = pair.getPublic();
    algorithm = rsa ? "SHA256withRSA" : "SHA256withECDSA";
    log = log(events);
    PcrValues values = Replay.of(EventLog.read(log)).values();
    int[] selected = new int[PCRS];
    MessageDigest digest = Bank.SHA256.digest();
    for (int pcr = 0; pcr < PCRS; pcr++) {
      selected[pcr] = pcr;
      values.get(Bank.SHA256, pcr).orElseThrow().update(digest);
    }
    Bytes message =
        Attest.CODEC.encode(
            new Attest(
                Bytes.hex("000b").concat(Bytes.zeros(32)),
                NONCE,
                new ClockInfo(1, 1, 1, true),
                1,
                new Attested.Quote(
                    List.of(PcrSelection.of(Bank.SHA256, selected)), Bytes.wrap(digest.digest()))));
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(pair.getPrivate());
    signature.update(message.toArray());
    signatureOctets = signature.sign();
    quote = new Quote(Family.TPM20, message, tpm(signatureOctets), PcrValues.NONE);
    area = Public.SIZED_CODEC.encode(area(key));
    logOctets = log.toArray();
    messageOctets = message.toArray();
    if (!(tssj() instanceof Verdict.Trusted) || bare().length == 0) {
      throw new IllegalStateException("the quote is not what it should be: " + tssj());
    }
    log = log(events + 1);
    if (tssj() instanceof Verdict.Trusted) {
      throw new IllegalStateException("another log makes no difference");
    }
    log = Bytes.of(logOctets);
  }

  /** Firmware's log with the banks SHA-1 and SHA-256, and 200 octets an event as real ones have. */
  private static Bytes log(int events) {
    Random random = new Random(1);
    List<Bytes> parts = new ArrayList<>();
    parts.add(
        Bytes.join(
            Bytes.hex("00000000 03000000"),
            Bytes.zeros(20),
            Bytes.hex("25000000 53706563204944204576656e74303300 00000000 00020002"),
            Bytes.hex("02000000 0400 1400 0b00 2000 00")));
    for (int i = 0; i < events; i++) {
      byte[] data = new byte[200];
      random.nextBytes(data);
      Bytes octets = Bytes.wrap(data);
      parts.add(
          Bytes.join(
              Bytes.of((byte) (i % PCRS), (byte) 0, (byte) 0, (byte) 0),
              Bytes.hex("05000000 02000000 0400"),
              Bank.SHA1.hash(octets),
              Bytes.hex("0b00"),
              Bank.SHA256.hash(octets),
              Bytes.hex("c8000000"),
              octets));
    }
    return Bytes.join(parts.toArray(Bytes[]::new));
  }

  private static Public area(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return Templates.attestationKeyRsa()
          .withUnique(new PublicId.Rsa(unsigned(rsa.getModulus().toByteArray(), 256)));
    }
    ECPublicKey ecc = (ECPublicKey) key;
    return Templates.attestationKeyEcc()
        .withUnique(
            new EccPoint(
                unsigned(ecc.getW().getAffineX().toByteArray(), 32),
                unsigned(ecc.getW().getAffineY().toByteArray(), 32)));
  }

  /** TPMT_SIGNATURE; r and s are taken out of their DER. */
  private Bytes tpm(byte[] octets) {
    org.tssj.tpm20.structure.object.Signature signature;
    if (signer == Signer.RSA_2048) {
      signature =
          new org.tssj.tpm20.structure.object.Signature.Rsa(
              AlgorithmId.RSASSA, AlgorithmId.SHA256, Bytes.of(octets));
    } else {
      int ofR = octets[3];
      signature =
          new org.tssj.tpm20.structure.object.Signature.Ecc(
              AlgorithmId.ECDSA,
              AlgorithmId.SHA256,
              unsigned(Bytes.of(octets, 4, ofR).toArray(), 32),
              unsigned(Bytes.of(octets, 6 + ofR, octets[5 + ofR]).toArray(), 32));
    }
    return org.tssj.tpm20.structure.object.Signature.CODEC.encode(signature);
  }

  private static Bytes unsigned(byte[] number, int size) {
    byte[] octets = new byte[size];
    int length = Math.min(size, number.length);
    System.arraycopy(number, number.length - length, octets, size - length, length);
    return Bytes.wrap(octets);
  }

  /** tssj, from octets to the verdict. */
  @Benchmark
  public Verdict tssj() {
    PcrValues replayed = Replay.of(EventLog.read(log)).values();
    PcrValues expected = PcrValues.NONE;
    for (int pcr = 0; pcr < PCRS; pcr++) {
      expected = expected.with(Bank.SHA256, pcr, replayed.get(Bank.SHA256, pcr).orElseThrow());
    }
    return QuoteVerifier.of(new AttestationPublicKey.Tpm20(Public.SIZED_CODEC.decode(area)), NONCE)
        .expecting(expected)
        .verify(quote);
  }

  /** JCA's signature, and SHA-256. */
  @Benchmark
  public byte[] bare() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(key);
    signature.update(messageOctets);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(logOctets);
    digest.update(messageOctets);
    return signature.verify(signatureOctets) ? digest.digest() : new byte[0];
  }
}
