package org.tssj.tpm20;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.asymmetric.Decapsulate;
import org.tssj.tpm20.command.asymmetric.Encapsulate;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.capability.GetCapability;
import org.tssj.tpm20.command.capability.TestParms;
import org.tssj.tpm20.command.clock.ClockRateAdjust;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.sequence.SequenceUpdate;
import org.tssj.tpm20.command.session.StartAuthSession;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.signing.SignDigest;
import org.tssj.tpm20.command.signing.SignSequenceComplete;
import org.tssj.tpm20.command.signing.SignSequenceStart;
import org.tssj.tpm20.command.signing.VerifyDigestSignature;
import org.tssj.tpm20.command.signing.VerifySequenceComplete;
import org.tssj.tpm20.command.signing.VerifySequenceStart;
import org.tssj.tpm20.command.startup.Startup;
import org.tssj.tpm20.engine.Kdf;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.Signature;

/**
 * Exchanges with a TPM of library specification 1.85, captured from wolfTPM's simulator: every
 * octet goes through our records and back, Bouncy Castle verifies the signatures and recomputes the
 * shared secrets.
 */
class PostQuantumCapturesTest {

  private static final Map<Integer, CommandSpec<?, ?>> SPECS = new LinkedHashMap<>();

  static {
    for (CommandSpec<?, ?> spec :
        List.of(
            Startup.SPEC,
            GetCapability.SPEC,
            GetRandom.SPEC,
            PcrRead.SPEC,
            TestParms.SPEC,
            CreatePrimary.SPEC,
            ReadPublic.SPEC,
            SignSequenceStart.SPEC,
            SequenceUpdate.SPEC,
            SignSequenceComplete.SPEC,
            VerifySequenceStart.SPEC,
            VerifySequenceComplete.SPEC,
            SignDigest.SPEC,
            VerifyDigestSignature.SPEC,
            Sign.SPEC,
            Encapsulate.SPEC,
            Decapsulate.SPEC,
            Quote.SPEC,
            MakeCredential.SPEC,
            StartAuthSession.SPEC,
            Duplicate.SPEC,
            ClockRateAdjust.SPEC)) {
      SPECS.put(spec.code(), spec);
    }
  }

  /** Quotes with ML-DSA as scheme: TPMU_SIG_SCHEME has no such arm. */
  private static final Set<String> NO_SUCH_SCHEME =
      Set.of("60-mldsa65-quote-explicit", "64-hashmldsa65-quote-explicit");

  /** A line of {@code vectors.tsv}: what went into a signature or secret, and what came out. */
  private record Vector(Map<String, String> columns) {
    String text(String column) {
      String value = columns.get(column);
      if (value == null) {
        throw new AssertionError("no column " + column);
      }
      return value;
    }

    Bytes octets(String column) {
      return Bytes.hex(text(column));
    }

    List<String> files(String column) {
      return Stream.of(text(column).split(" "))
          .filter(name -> !name.isEmpty())
          .map(name -> name.replace(".txt", ""))
          .toList();
    }
  }

  private static List<Vector> vectors() {
    try (InputStream in =
        PostQuantumCapturesTest.class.getResourceAsStream("/vectors/v185/vectors.tsv")) {
      if (in == null) {
        throw new AssertionError("there are no vectors");
      }
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      String[] header = lines.get(0).split("\t", -1);
      List<Vector> vectors = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        Map<String, String> columns = new LinkedHashMap<>();
        for (int k = 0; k < header.length; k++) {
          columns.put(header[k], cells[k]);
        }
        vectors.add(new Vector(columns));
      }
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Exchange exchange(String name) {
    Captured captured = Captured.of("v185/" + name);
    Bytes sent = captured.bytes("REQ");
    CommandSpec<?, ?> spec = SPECS.get(Exchange.code(sent));
    if (spec == null) {
      throw new AssertionError(name + ": no command " + Integer.toHexString(Exchange.code(sent)));
    }
    return Exchange.of(spec, sent, captured.bytes("RSP"));
  }

  private static List<String> names() {
    try (Stream<Path> files =
        Files.list(Path.of(PostQuantumCapturesTest.class.getResource("/vectors/v185").toURI()))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.replace(".txt", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thereAre101() {
    assertEquals(101, names().size());
  }

  @TestFactory
  Stream<DynamicTest> goThroughOurRecordsOctetForOctet() {
    return names().stream()
        .filter(name -> !NO_SUCH_SCHEME.contains(name))
        .map(name -> dynamicTest(name, () -> exchange(name)));
  }

  @TestFactory
  Stream<DynamicTest> aSchemeThatTheSpecificationDoesNotHaveIsRefusedAsTheTpmDid() {
    return NO_SUCH_SCHEME.stream()
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      WireException refused =
                          assertThrows(WireException.class, () -> exchange(name));
                      assertTrue(refused.getMessage().startsWith("TPM2_Quote.inScheme"));
                      Bytes answer = Captured.of("v185/" + name).bytes("RSP");
                      assertEquals(10, answer.length(), "a refusal is its header");
                    }));
  }

  private static Public publicArea(String file) {
    Object response = exchange(file).response().orElseThrow();
    return response instanceof CreatePrimary.Response made
        ? made.outPublic()
        : ((ReadPublic.Response) response).outPublic();
  }

  private static Signature signature(String file) {
    Exchange exchange = exchange(file);
    if (exchange.command() instanceof VerifySequenceComplete verify) {
      return verify.signature();
    }
    if (exchange.command() instanceof VerifyDigestSignature verify) {
      return verify.signature();
    }
    Object response = exchange.response().orElseThrow();
    return response instanceof SignDigest.Response signed
        ? signed.signature()
        : ((SignSequenceComplete.Response) response).signature();
  }

  private static MLDSAParameters mldsa(Vector vector) {
    return switch (vector.text("parameterSet")) {
      case "1" -> MLDSAParameters.ml_dsa_44;
      case "2" -> MLDSAParameters.ml_dsa_65;
      case "3" -> MLDSAParameters.ml_dsa_87;
      default -> throw new AssertionError(vector.toString());
    };
  }

  private static MLKEMParameters mlkem(Vector vector) {
    return switch (vector.text("parameterSet")) {
      case "1" -> MLKEMParameters.ml_kem_512;
      case "2" -> MLKEMParameters.ml_kem_768;
      case "3" -> MLKEMParameters.ml_kem_1024;
      default -> throw new AssertionError(vector.toString());
    };
  }

  /** FIPS 204, algorithm 8, lines 6 and 7: what is signed in the end. */
  private static byte[] mu(MLDSAPublicKeyParameters key, Bytes formatted) {
    byte[] tr = shake256(Bytes.wrap(key.getEncoded()));
    return shake256(Bytes.wrap(tr).concat(formatted));
  }

  private static byte[] shake256(Bytes octets) {
    SHAKEDigest shake = new SHAKEDigest(256);
    shake.update(octets.toArray(), 0, octets.length());
    byte[] result = new byte[64];
    shake.doFinal(result, 0, result.length);
    return result;
  }

  /** FIPS 204, algorithms 2 and 4: a domain octet, the context, then message or OID and digest. */
  private static Bytes formatted(Vector vector, Bytes message) {
    Bytes context = vector.octets("context");
    boolean hashed = vector.text("alg(dec)").equals("162");
    Bytes head = Bytes.of((byte) (hashed ? 1 : 0), (byte) context.length()).concat(context);
    if (!hashed) {
      return head.concat(message);
    }
    assertEquals("11", vector.text("hashAlg(dec)"), "SHA-256");
    // The object identifier 2.16.840.1.101.3.4.2.1 in DER.
    Bytes sha256 = Bytes.hex("0609608648016503040201");
    return Bytes.join(head, sha256, Bank.SHA256.hash(message));
  }

  @TestFactory
  Stream<DynamicTest> signaturesAreVerifiedByBouncyCastle() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Vector vector : vectors()) {
      if (!vector.text("kind").startsWith("sign-")) {
        continue;
      }
      for (String file : vector.files("captures_with_signature_or_ciphertext")) {
        tests.add(
            dynamicTest(
                file,
                () -> {
                  for (String key : vector.files("captures_with_public_key")) {
                    verify(vector, publicArea(key), signature(file));
                  }
                }));
      }
    }
    assertEquals(13, tests.size(), "captures with a signature");
    return tests.stream();
  }

  private static void verify(Vector vector, Public area, Signature signature) {
    MLDSAPublicKeyParameters key =
        new MLDSAPublicKeyParameters(
            mldsa(vector), ((PublicId.Mldsa) area.unique()).key().toArray());
    Bytes octets =
        signature instanceof Signature.Mldsa pure
            ? pure.signature()
            : ((Signature.HashMldsa) signature).signature();
    Bytes message = vector.octets("message");
    assertTrue(verifies(key, formatted(vector, message), octets));
    Bytes other = message.concat(Bytes.of((byte) 0));
    assertFalse(verifies(key, formatted(vector, other), octets));
  }

  private static boolean verifies(MLDSAPublicKeyParameters key, Bytes formatted, Bytes signature) {
    MLDSASigner signer = new MLDSASigner();
    signer.init(false, key);
    return signer.verifyMuSignature(mu(key, formatted), signature.toArray());
  }

  @TestFactory
  Stream<DynamicTest> sharedSecretsAreRecomputedFromThePrivateSeed() {
    List<Vector> seeds =
        vectors().stream().filter(row -> row.text("kind").equals("encapsulate+seed")).toList();
    assertEquals(3, seeds.size());
    return names().stream()
        .filter(name -> name.contains("capsulate"))
        .filter(name -> !name.contains("restricted") && !name.contains("-ek-"))
        .filter(name -> !name.contains("for-salt"))
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      Vector seed =
                          seeds.stream()
                              .filter(row -> name.contains(row.text("name").replace("-dup", "-")))
                              .findFirst()
                              .orElseThrow();
                      MLKEMPrivateKeyParameters key =
                          new MLKEMPrivateKeyParameters(
                              mlkem(seed), seed.octets("privateSeed").toArray());
                      for (String file : seed.files("captures_with_public_key")) {
                        assertArrayEquals(
                            key.getPublicKey(),
                            ((PublicId.Mlkem) publicArea(file).unique()).key().toArray());
                      }
                      recompute(exchange(name), key);
                    }));
  }

  private static void recompute(Exchange exchange, MLKEMPrivateKeyParameters key) {
    Object response = exchange.response().orElseThrow();
    MLKEMExtractor extractor = new MLKEMExtractor(key);
    if (response instanceof Encapsulate.Response made) {
      assertArrayEquals(
          extractor.extractSecret(made.ciphertext().toArray()), made.sharedSecret().toArray());
    } else {
      Decapsulate sent = (Decapsulate) exchange.command();
      assertArrayEquals(
          extractor.extractSecret(sent.ciphertext().toArray()),
          ((Decapsulate.Response) response).sharedSecret().toArray());
    }
  }

  @Test
  void theDuplicatedSigningSeedMakesTheCapturedKey() {
    Vector vector =
        vectors().stream().filter(row -> row.text("kind").equals("signing-seed")).findFirst().get();
    MLDSAPrivateKeyParameters key =
        new MLDSAPrivateKeyParameters(mldsa(vector), vector.octets("privateSeed").toArray());
    List<String> files = vector.files("captures_with_public_key");
    assertEquals(3, files.size());
    for (String file : files) {
      assertArrayEquals(
          key.getPublicKey(), ((PublicId.Mldsa) publicArea(file).unique()).key().toArray());
    }
  }

  /** The session was accepted by the TPM: so this is how an ML-KEM salt becomes a session key. */
  @Test
  void anEncapsulatedSaltIsDerivedWithTheCiphertextAndThePublicKey() {
    Vector vector =
        vectors().stream()
            .filter(row -> row.text("kind").equals("salted-session"))
            .findFirst()
            .get();
    Map<String, Bytes> session = new LinkedHashMap<>();
    for (String pair : vector.text("session").split(" ")) {
      int equals = pair.indexOf('=');
      session.put(pair.substring(0, equals), Bytes.hex(pair.substring(equals + 1)));
    }
    Encapsulate.Response made =
        (Encapsulate.Response) exchange("98-mlkem768-ek-encapsulate").response().orElseThrow();
    Exchange start = exchange("99-mlkem768-ek-startauthsession");
    StartAuthSession sent = (StartAuthSession) start.command();
    StartAuthSession.Response started = (StartAuthSession.Response) start.response().orElseThrow();
    assertEquals(made.ciphertext(), sent.encryptedSalt());
    assertEquals(session.get("nonceCaller"), sent.nonceCaller());
    assertEquals(session.get("nonceTPM"), started.nonceTpm());
    Bytes publicKey = ((PublicId.Mlkem) publicArea("97-mlkem768-ek-createprimary").unique()).key();
    byte[] salt =
        Kdf.kdfa(
            Bank.SHA256,
            made.sharedSecret().toArray(),
            "SECRET",
            made.ciphertext(),
            publicKey,
            256);
    assertEquals(session.get("salt"), Bytes.of(salt));
    byte[] sessionKey =
        Kdf.kdfa(Bank.SHA256, salt, "ATH", started.nonceTpm(), sent.nonceCaller(), 256);
    assertEquals(session.get("sessionKey"), Bytes.of(sessionKey));
  }
}
