package org.tssj.simulator.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** What is recorded of a TPM can be replayed, read by Wireshark, and keeps secrets out. */
@NeedsLibrary("libtpms.so.0")
@Timeout(120)
class RecordingTest {

  private static final String LIBTPMS_20 = "libtpms:family=2.0";
  private static final Bytes SECRET = Bytes.utf8("the secret that is sealed");
  private static final Bytes PASSWORD = Bytes.utf8("the password of it");

  @TempDir Path directory;

  private static Quote.Response extendAndQuote(Tpm20 tpm) throws IOException {
    tpm.execute(
        new PcrExtend(
            Handle.pcr(16),
            List.of(new HashValue(AlgorithmId.SHA256, Bank.SHA256.hash(Bytes.utf8("measured"))))));
    try (LoadedObject key =
        tpm.createPrimary(Handle.OWNER, Templates.attestationKeyEcc(), AuthValue.EMPTY)) {
      return tpm.execute(
          new Quote(key.handle(), Bytes.hex("0102"), Scheme.NULL, PcrSelection.parse("sha256:16")));
    }
  }

  @Test
  void aSessionIsReplayedWithoutItsTpm() throws IOException {
    Path file = directory.resolve("quote.trace");
    Quote.Response recorded;
    try (Tpm20 tpm = Tpm20.over(Transports.open("trace:secrets=yes," + file + "," + LIBTPMS_20))) {
      recorded = extendAndQuote(tpm);
    }
    try (Tpm20 tpm = Tpm20.over(Transports.open("replay:" + file))) {
      assertEquals(recorded, extendAndQuote(tpm));
      String end =
          assertThrows(TpmTransportException.class, () -> extendAndQuote(tpm)).getMessage();
      assertTrue(end.contains("the recording has ended, after "), end);
    }
  }

  @Test
  void aFileHasOneWriterAndOneReader() throws IOException {
    Path file = directory.resolve("mine.trace");
    Files.writeString(file, "what was there before");
    try (TpmTransport first = Transports.open("trace:" + file + "," + LIBTPMS_20)) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertTrue(Files.readString(file).startsWith("tssj-trace 1 secrets=no\n"));
      Path inner = directory.resolve("inner.trace");
      Files.writeString(inner, "tssj-trace 1 secrets=yes\n");
      String busy =
          assertThrows(
                  TpmTransportException.class,
                  () -> Transports.open("trace:" + file + ",replay:" + inner))
              .getMessage();
      assertTrue(busy.contains("somebody else is writing a trace into this file"), busy);
      assertEquals(LIBTPMS_20, first.endpoint().substring(first.endpoint().indexOf(',') + 1));
    }
  }

  private static void seal20(String connection) throws IOException {
    try (Tpm20 tpm = Tpm20.over(Transports.open(connection));
        LoadedObject parent =
            tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY)) {
      // Without a session that encrypts, as a careless program does.
      Create.Response made =
          tpm.execute(
              new Create(
                  parent.handle(),
                  new SensitiveCreate(
                      AuthValue.wrap(PASSWORD.toArray()), AuthValue.wrap(SECRET.toArray())),
                  Templates.sealedData(),
                  Bytes.EMPTY,
                  List.of()));
      try (LoadedObject sealed = tpm.load(parent.handle(), made.outPrivate(), made.outPublic())) {
        assertEquals(
            AuthValue.wrap(SECRET.toArray()),
            tpm.execute(
                    new Unseal(sealed.handle()),
                    Authorization.password(AuthValue.wrap(PASSWORD.toArray())))
                .outData());
      }
    }
  }

  private static void seal12(String connection) throws IOException {
    AuthValue auth = Secret.ofPassword("data");
    try (Tpm12 tpm = owned(connection);
        OpenKey root = tpm.storageRootKey(Secret.wellKnown())) {
      AuthValue secret = AuthValue.wrap(SECRET.toArray());
      assertEquals(secret, root.unseal(root.seal(secret, auth), auth));
    }
  }

  private static Tpm12 owned(String connection) throws IOException {
    Tpm12 tpm = Tpm12.over(Transports.open(connection));
    if (!tpm.enable().isOn()) {
      tpm.transport().ability(PowerControl.class).orElseThrow().powerCycle();
      tpm.startUp();
    }
    tpm.endorsement().readOrCreate();
    tpm.ownership().take(Secret.ofPassword("owner"), Secret.wellKnown());
    return tpm;
  }

  private static boolean has(String trace, Bytes what) {
    return trace.contains(what.toHex());
  }

  @Test
  void theSecretsOfATpm20AreLeftOutUnlessAskedFor() throws IOException {
    Path without = directory.resolve("without.trace");
    seal20("trace:" + without + "," + LIBTPMS_20);
    String text = Files.readString(without);
    assertFalse(has(text, SECRET));
    assertFalse(has(text, PASSWORD));
    // TPM2_Unseal with the length of its password, and nothing else of it.
    assertTrue(text.contains("0000015e"), text);

    Path with = directory.resolve("with.trace");
    seal20("trace:secrets=yes," + with + "," + LIBTPMS_20);
    String everything = Files.readString(with);
    assertTrue(everything.startsWith("tssj-trace 1 secrets=yes\n"));
    assertTrue(has(everything, SECRET));
    assertTrue(has(everything, PASSWORD));
    assertFalse(everything.contains(".."));
  }

  @Test
  void theSecretsOfATpm12AreLeftOutUnlessAskedFor() throws IOException {
    Path without = directory.resolve("without.trace");
    seal12("trace:" + without + ",libtpms:family=1.2");
    assertFalse(has(Files.readString(without), SECRET));

    Path with = directory.resolve("with.trace");
    seal12("trace:secrets=yes," + with + ",libtpms:family=1.2");
    assertTrue(has(Files.readString(with), SECRET));
  }

  @Test
  void secretsAreInNoCaptureEither() throws IOException {
    Path file = directory.resolve("without.pcapng");
    seal20("trace:" + file + "," + LIBTPMS_20);
    String capture = HexFormat.of().formatHex(Files.readAllBytes(file));
    assertFalse(has(capture, SECRET));
    assertFalse(has(capture, PASSWORD));
    assertTrue(has(capture, Bytes.utf8("tssj-trace 1 secrets=no libtpms:family=2.0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote.pcapng", "quote.pcap"})
  @NeedsProgram("tshark")
  void wiresharkReadsTheCapture(String name) throws Exception {
    Path file = directory.resolve(name);
    try (Tpm20 tpm = Tpm20.over(Transports.open("trace:secrets=yes," + file + "," + LIBTPMS_20))) {
      extendAndQuote(tpm);
    }
    String text = tshark(file);
    assertTrue(text.contains("Command Code: TPM2_CC_PCR_Extend (0x00000182)"), text);
    assertTrue(text.contains("Command Code: TPM2_CC_Quote (0x00000158)"), text);
    assertTrue(text.contains("Response rc: TPM2 Success (0x00000000)"), text);
    assertFalse(text.contains("Malformed"), text);
    assertFalse(text.contains("incorrect"), text);
  }

  private String tshark(Path file) throws Exception {
    Path out = directory.resolve("tshark.txt");
    Process tshark =
        new ProcessBuilder(
                "tshark",
                "-r",
                file.toString(),
                "-d",
                "tcp.port==2321,tpm",
                "-o",
                "ip.check_checksum:TRUE",
                "-o",
                "tcp.check_checksum:TRUE",
                "-V")
            .redirectOutput(out.toFile())
            .redirectError(directory.resolve("tshark.err").toFile())
            .start();
    try {
      assertTrue(tshark.waitFor(60, TimeUnit.SECONDS));
    } finally {
      tshark.destroyForcibly().waitFor();
    }
    assertEquals(0, tshark.exitValue());
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
