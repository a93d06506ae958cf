package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.ima.BankRule;
import org.tssj.attest.ima.BootAggregate;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.xattr.EvmMetadata;
import org.tssj.attest.ima.xattr.ImaKeyring;
import org.tssj.attest.ima.xattr.ImaSigner;
import org.tssj.attest.ima.xattr.KernelHash;
import org.tssj.attest.ima.xattr.SecurityIma;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.simulator.NeedsProgram;

/**
 * evmctl of ima-evm-utils and ours. Attributes need the superuser and a file system that has them;
 * so signatures are passed in files beside the file, as packages carry them.
 */
@NeedsProgram("evmctl")
class EvmctlTest {

  private static final Bytes CONTENT = Bytes.utf8("#!/bin/sh\necho hello\n");

  @TempDir Path folder;

  /** Keys and certificates that were made for tests, RSA and P-256. */
  private static Bytes key(String name) throws IOException {
    Path vectors =
        Path.of(System.getProperty("tssj.root", ".."))
            .resolve("tss-attest/src/test/resources/vectors/ima");
    return Bytes.wrap(Files.readAllBytes(vectors.resolve(name)));
  }

  private static ImaKeyring keyring(String name) throws IOException {
    return ImaKeyring.EMPTY.withCertificate(key(name + ".der"));
  }

  private static ImaSigner signer(String name) throws Exception {
    PrivateKey key =
        KeyFactory.getInstance(name.equals("ec") ? "EC" : "RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(key(name + ".pk8").toArray()));
    return new ImaSigner(key, keyring(name).keys().keySet().iterator().next());
  }

  private static KernelHash hash(String name) {
    return KernelHash.named(name).orElseThrow();
  }

  private String write(String name, Bytes content) throws IOException {
    Files.write(folder.resolve(name), content.toArray());
    return name;
  }

  private String writeKey(String name) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(key(name + ".pk8").toArray());
    return write(
        "key.pem",
        Bytes.utf8("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n"));
  }

  private Peer evmctl(String... arguments) throws IOException, InterruptedException {
    return Peer.run(
        folder, Stream.concat(Stream.of("evmctl"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Nested
  class OfFiles {

    @ParameterizedTest
    @CsvSource({
      "rsa, sha1",
      "rsa, sha256",
      "rsa, sha512",
      "ec, sha1",
      "ec, sha256",
      "ec, sha384",
      "ec, sha512"
    })
    void verifiesOurSignatureAndRefusesItForAnotherFile(String key, String algorithm)
        throws Exception {
      KernelHash hash = hash(algorithm);
      write("file", CONTENT);
      write("file.sig", signer(key).sign(hash, hash.hash(CONTENT)).write());
      String certificate = write("key.der", key(key + ".der"));
      String[] verify = {"ima_verify", "--sigfile", "-a", algorithm, "--key", certificate, "file"};
      Peer right = evmctl(verify);
      assertEquals(0, right.status(), right.said());
      write("file", CONTENT.concat(Bytes.zeros(1)));
      assertNotEquals(0, evmctl(verify).status());
    }

    @ParameterizedTest
    @CsvSource({"rsa, sha1", "rsa, sha256", "rsa, sha384", "ec, sha256", "ec, sha512"})
    void signsWhatWeVerifyAndRefuseForAnotherFile(String key, String algorithm) throws Exception {
      KernelHash hash = hash(algorithm);
      write("file", CONTENT);
      Peer signed =
          evmctl("ima_sign", "--sigfile", "-a", algorithm, "--key", writeKey(key), "file");
      assertEquals(0, signed.status(), signed.said());
      Bytes signature = Bytes.wrap(Files.readAllBytes(folder.resolve("file.sig")));
      SecurityIma attribute = SecurityIma.read(signature);
      assertEquals(ImaKeyring.Check.VALID, keyring(key).check(attribute, hash, hash.hash(CONTENT)));
      assertEquals(
          ImaKeyring.Check.INVALID,
          keyring(key).check(attribute, hash, hash.hash(CONTENT.concat(Bytes.zeros(1)))));
      if (key.equals("rsa")) {
        assertEquals(signer(key).sign(hash, hash.hash(CONTENT)).write(), signature);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha224", "sha256", "sha384", "sha512"})
    void hashesAsWeDo(String algorithm) throws Exception {
      write("file", CONTENT);
      Peer hashed = evmctl("ima_hash", "-n", "-a", algorithm, "file");
      assertEquals(0, hashed.status(), hashed.said());
      KernelHash hash = hash(algorithm);
      Bytes ours = SecurityIma.ofDigest(hash, hash.hash(CONTENT)).write();
      // It still writes SHA-1 in the form of 2011.
      assertEquals(
          algorithm.equals("sha1") ? "01" + ours.slice(2, ours.length()) : ours.toHex(),
          hashed.out().strip());
    }

    @Test
    void makesThePortableSignatureThatWeMake() throws Exception {
      KernelHash hash = KernelHash.SHA256;
      Bytes ima = signer("rsa").sign(hash, hash.hash(CONTENT)).write();
      write("file", CONTENT);
      Peer signed =
          evmctl(
              "sign",
              "-n",
              "--portable",
              // Not every file system has generations; a portable signature covers none.
              "--generation",
              "0",
              "--uid",
              "1000",
              "--gid",
              "100",
              "--mode",
              Integer.toString(0100755),
              "--ima",
              ima.toHex(),
              "--key",
              writeKey("rsa"),
              "file");
      assertEquals(0, signed.status(), signed.said());
      EvmMetadata metadata = EvmMetadata.of(Map.of("security.ima", ima), 1000, 100, 0100755);
      assertEquals(
          signer("rsa").signPortable(hash, metadata).write().toHex(), signed.out().strip());
    }
  }

  @Nested
  class OfLists {

    private Bytes sized(Bytes field) {
      return Bytes.of((byte) field.length(), (byte) 0, (byte) 0, (byte) 0).concat(field);
    }

    private Bytes entry(Bytes path, boolean violation, Bytes signature) {
      Bytes digest = Bytes.utf8("sha256:\0").concat(Bank.SHA256.hash(CONTENT));
      Bytes data = Bytes.join(sized(digest), sized(path.concat(Bytes.zeros(1))), sized(signature));
      return Bytes.join(
          Bytes.hex("0a000000"),
          violation ? Bytes.zeros(20) : Bank.SHA1.hash(data),
          sized(Bytes.utf8("ima-sig")),
          sized(data));
    }

    /** The PCRs as the kernel showed those of a TPM 1.2, which evmctl reads. */
    private String pcrs(Bank bank, PcrValues values) throws IOException {
      List<String> lines = new ArrayList<>();
      for (int pcr = 0; pcr < 24; pcr++) {
        Bytes value = values.get(bank, pcr).orElse(Bytes.zeros(bank.size()));
        lines.add(
            String.format(
                "PCR-%02d: %s", pcr, HexFormat.ofDelimiter(" ").formatHex(value.toArray())));
      }
      write("pcrs." + bank, Bytes.utf8(String.join("\n", lines) + "\n"));
      return bank + ",pcrs." + bank;
    }

    private Peer measurement(Bank bank, Bytes value, String list) throws Exception {
      return evmctl(
          "ima_measurement",
          "--ignore-violations",
          "--pcrs",
          pcrs(bank, PcrValues.NONE.with(bank, 10, value)),
          list);
    }

    @Test
    void replaysOursWithViolationsAsWeDo() throws Exception {
      Bytes signature = signer("ec").sign(KernelHash.SHA256, Bank.SHA256.hash(CONTENT)).write();
      Bytes octets =
          Bytes.join(
              entry(Bytes.utf8("boot_aggregate"), false, Bytes.EMPTY),
              entry(Bytes.utf8("/bin/hello"), false, signature),
              entry(Bytes.utf8("/var/log/messages"), true, Bytes.EMPTY),
              entry(Bytes.utf8("/bin/other"), false, Bytes.EMPTY));
      MeasurementList list = MeasurementList.read(octets);
      String file = write("list", octets);
      for (Bank bank : List.of(Bank.SHA1, Bank.SHA256)) {
        Bytes value = ImaReplay.value(list, 10, bank, BankRule.NATIVE);
        Peer right = measurement(bank, value, file);
        assertEquals(0, right.status(), right.said());
        assertNotEquals(0, measurement(bank, Bytes.zeros(bank.size()), file).status());
      }
      Bytes padded = ImaReplay.value(list, 10, Bank.SHA256, BankRule.PADDED);
      Peer old = measurement(Bank.SHA256, padded, file);
      assertEquals(0, old.status(), old.said());
      assertTrue(old.said().contains("SHA1 padded"), old.said());
    }

    private static Stream<Program.Row> lists() {
      return Program.rows("ima-binary");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void replaysThoseOfMachinesInTheWorldAsWeDo(Program.Row row) throws Exception {
      Bytes octets = Bytes.wrap(Files.readAllBytes(Path.of(row.path())));
      MeasurementList list = MeasurementList.read(octets);
      for (Bank bank : List.of(Bank.SHA1, Bank.SHA256)) {
        Bytes value = ImaReplay.value(list, 10, bank, BankRule.NATIVE);
        Peer right = measurement(bank, value, row.path());
        assertEquals(0, right.status(), right.said());
        // Of a list of one entry it takes any value.
        if (list.entries().size() > 1) {
          assertNotEquals(0, measurement(bank, Bytes.zeros(bank.size()), row.path()).status());
        }
      }
    }

    @Test
    void aggregatesTheFirmwaresPcrsAsTheKernelDidAndWeDo() throws Exception {
      Program.Row log =
          Program.rows("eventlog")
              .filter(row -> row.file().endsWith("binary_bios-pcrs-8-9"))
              .findFirst()
              .orElseThrow();
      PcrValues values =
          Replay.of(EventLog.read(Bytes.wrap(Files.readAllBytes(Path.of(log.path()))))).values();
      Peer both =
          evmctl(
              "ima_boot_aggregate",
              "--pcrs",
              pcrs(Bank.SHA1, values),
              "--pcrs",
              pcrs(Bank.SHA256, values));
      assertEquals(0, both.status(), both.said());
      Program.Row list =
          Program.rows("ima-ascii")
              .filter(row -> row.file().endsWith("ascii-pcrs-8-9"))
              .findFirst()
              .orElseThrow();
      ImaEntry first =
          MeasurementList.read(Bytes.wrap(Files.readAllBytes(Path.of(list.path()))))
              .entries()
              .get(0);
      BootAggregate ours = BootAggregate.of(first, values).orElseThrow();
      assertEquals(BootAggregate.State.MATCH, ours.state());
      List<String> lines = both.out().lines().map(String::strip).toList();
      assertTrue(lines.contains(ours.digest().toString()), both.said());
    }
  }
}
