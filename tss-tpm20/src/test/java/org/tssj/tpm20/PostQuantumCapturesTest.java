package org.tssj.tpm20;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
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
import org.tssj.tpm20.crypto.KeyEncapsulation;
import org.tssj.tpm20.crypto.SignatureVerifier;
import org.tssj.tpm20.engine.Kdf;
import org.tssj.tpm20.engine.Salt;
import org.tssj.tpm20.protection.Credentials;
import org.tssj.tpm20.protection.Duplicates;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.MlkemParameterSet;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.object.MlkemParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.Sensitive;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.template.Templates;

/**
 * Exchanges with a TPM of library specification 1.85, captured from wolfTPM's simulator: every
 * octet goes through our records and back, signatures are verified and shared secrets recomputed
 * without the TPM.
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

  @TestFactory
  Stream<DynamicTest> signaturesAreVerifiedWithoutTheTpm() {
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
    SignatureVerifier verifier = SignatureVerifier.of(area).withContext(vector.octets("context"));
    Bytes message = vector.octets("message");
    assertTrue(verifier.verify(message, signature));
    assertFalse(verifier.verify(message.concat(Bytes.of((byte) 0)), signature));
    assertFalse(verifier.withContext(Bytes.utf8("another")).verify(message, signature));
    Bytes digest = vector.octets("digest");
    if (!digest.isEmpty()) {
      assertTrue(verifier.verifyDigest(digest, signature));
      assertFalse(verifier.verifyDigest(Bytes.zeros(digest.length()), signature));
    }
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
                      Public area = publicArea(seed.files("captures_with_public_key").get(0));
                      recompute(exchange(name), sensitive(seed), area);
                    }));
  }

  private static Sensitive sensitive(Vector vector) {
    return new Sensitive(
        AlgorithmId.MLKEM,
        AuthValue.EMPTY,
        AuthValue.EMPTY,
        AuthValue.wrap(vector.octets("privateSeed").toArray()));
  }

  private static void recompute(Exchange exchange, Sensitive key, Public area) {
    Object response = exchange.response().orElseThrow();
    if (response instanceof Encapsulate.Response made) {
      assertEquals(
          made.sharedSecret(), KeyEncapsulation.decapsulate(key, area, made.ciphertext()));
    } else {
      Decapsulate sent = (Decapsulate) exchange.command();
      assertEquals(
          ((Decapsulate.Response) response).sharedSecret(),
          KeyEncapsulation.decapsulate(key, area, sent.ciphertext()));
    }
  }

  @Test
  void whatWeEncapsulateForTheCapturedKeysTheirSeedsOpen() {
    for (Vector vector : vectors()) {
      if (vector.text("kind").equals("encapsulate+seed")) {
        MLKEMPrivateKeyParameters key =
            new MLKEMPrivateKeyParameters(
                mlkem(vector), vector.octets("privateSeed").toArray());
        for (String file : vector.files("captures_with_public_key")) {
          Public area = publicArea(file);
          assertArrayEquals(
              key.getPublicKey(), ((PublicId.Mlkem) area.unique()).key().toArray());
          Encapsulate.Response made = KeyEncapsulation.encapsulate(area);
          assertArrayEquals(
              new MLKEMExtractor(key).extractSecret(made.ciphertext().toArray()),
              made.sharedSecret().toArray());
        }
      }
    }
  }

  @Test
  void aSaltACredentialAndADuplicateForAnMlkemKeyAreOpenedWithItsSeed() {
    Vector vector =
        vectors().stream()
            .filter(row -> row.text("name").equals("mlkem768-dup"))
            .findFirst()
            .orElseThrow();
    Sensitive key = sensitive(vector);
    Public plain = publicArea("75-mlkem768-dup-createprimary");
    Public area =
        new Public(
            plain.nameAlg(),
            plain.objectAttributes(),
            plain.authPolicy(),
            new MlkemParms(SymDef.aesCfb(256), MlkemParameterSet.MLKEM_768),
            plain.unique());
    Salt salt = Salt.forKey(area, "SECRET", new SecureRandom());
    assertEquals(1088, salt.encrypted().length());
    assertEquals(salt.secret(), Salt.recover(key, area, "SECRET", salt.encrypted()));
    assertNotEquals(salt.secret(), Salt.recover(key, area, "IDENTITY", salt.encrypted()));

    AuthValue credential = AuthValue.utf8("a credential");
    Bytes name = plain.name();
    MakeCredential.Response made = Credentials.make(area, name, credential);
    assertEquals(credential, Credentials.open(key, area, name, made));
    assertThrows(
        TpmAuthenticityException.class,
        () -> Credentials.open(key, area, area.name(), made));

    Sensitive object =
        new Sensitive(
            AlgorithmId.KEYEDHASH, AuthValue.EMPTY, AuthValue.EMPTY, AuthValue.utf8("sealed"));
    Public sealed = Templates.sealedData();
    Duplicate.Response wrapped = Duplicates.wrap(sealed, object, area);
    assertEquals(
        object,
        Duplicates.unwrap(key, area, sealed, wrapped, AuthValue.EMPTY, SymDef.NULL));
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
        Salt.fromShared(
                Bank.SHA256, made.sharedSecret(), "SECRET", made.ciphertext(), publicKey)
            .toArray();
    assertEquals(session.get("salt"), Bytes.of(salt));
    byte[] sessionKey =
        Kdf.kdfa(Bank.SHA256, salt, "ATH", started.nonceTpm(), sent.nonceCaller(), 256);
    assertEquals(session.get("sessionKey"), Bytes.of(sessionKey));
  }
}
