package org.tssj.simulator.tcsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Hmac;
import org.tssj.core.PcrBitmap;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm12.LoadedKey;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.command.session.Oiap;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.Signatures;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.transport.tcsd.Credential;
import org.tssj.transport.tcsd.KeyInfo2;
import org.tssj.transport.tcsd.KeyStore;
import org.tssj.transport.tcsd.LoadKeyInfo;
import org.tssj.transport.tcsd.PcrEvent;
import org.tssj.transport.tcsd.TcsdClient;

/** What only tcsd has, beside the tools that use it: they find our keys, and we find theirs. */
@NeedsProgram({"tcsd", "swtpm", "tpm_takeownership", "tpm_mkuuid", "tpm_mkaik", "tpm_getquote"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(120)
class KeyStoreTest {

  private static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff01234567");
  private static final AuthValue WELL_KNOWN = Secret.wellKnown();
  private static final UUID OURS = UUID.fromString("0badcafe-0000-4000-8000-00000000abcd");

  @TempDir static Path files;

  private Path certificate;
  private TcsdProcess process;
  private Tpm12 tpm;
  private TcsdClient tcsd;
  private UUID theirs;
  private TpmKey ourKey;

  @BeforeAll
  void start() throws Exception {
    certificate = files.resolve("ek.cert");
    Files.write(certificate, new byte[] {0x30, 0x03, 0x02, 0x01, 0x05});
    // tcsd reads it as user tss.
    for (Path path = files;
        path.startsWith("/tmp") && path.getNameCount() > 1;
        path = path.getParent()) {
      Files.setPosixFilePermissions(
          path, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
    }
    process = TcsdProcess.start("endorsement_cred = " + certificate);
    tool("tpm_takeownership", "-y", "-z");
    connect();
  }

  private void connect() throws IOException {
    tpm = Tpm12.over(Transports.open(process.connectionString()));
    tcsd = tpm.transport().ability(TcsdClient.class).orElseThrow();
  }

  @AfterAll
  void end() throws IOException {
    try (TcsdProcess last = process) {
      tpm.close();
    }
  }

  private String file(String name) {
    return files.resolve(name).toString();
  }

  private Bytes content(String name) throws IOException {
    return Bytes.wrap(Files.readAllBytes(files.resolve(name)));
  }

  private String tool(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(process.environment());
    Process tool = builder.start();
    tool.getOutputStream().close();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertEquals(0, tool.waitFor(), () -> String.join(" ", command) + ": " + said);
    return said;
  }

  @Test
  @Order(1)
  void aNativeKeyIsListed() throws Exception {
    assertEquals(
        List.of(KeyStore.SRK), tcsd.keyStore().list().stream().map(KeyInfo2::keyUuid).toList());
    tool("tpm_mkuuid", file("aik.uuid"));
    tool("tpm_mkaik", "-z", file("aik.blob"), file("aik.pub"));
    tool("tpm_loadkey", file("aik.blob"), file("aik.uuid"));
    theirs = KeyUuid.read(content("aik.uuid"));
    KeyInfo2 info =
        tcsd.keyStore().list().stream()
            .filter(key -> key.keyUuid().equals(theirs))
            .findFirst()
            .orElseThrow();
    assertEquals(KeyStore.SRK, info.parentUuid());
    assertEquals(KeyInfo2.SYSTEM, info.store());
    assertFalse(info.needsAuth());
    assertEquals(
        List.of(theirs, KeyStore.SRK),
        tcsd.keyStore().list(theirs).stream().map(KeyInfo2::keyUuid).toList());
    assertEquals(content("aik.blob"), tcsd.keyStore().blob(theirs));
  }

  @Test
  @Order(2)
  void aNativeKeyQuotesForUs() throws Exception {
    TpmKey key = TpmKey.CODEC.decode(tcsd.keyStore().blob(theirs));
    try (LoadedKey loaded = tpm.load(Handle.SRK, key, Authorization.oiap(WELL_KNOWN))) {
      assertQuotes(key, loaded.handle());
    }
  }

  private void assertQuotes(TpmKey key, Handle handle) throws IOException {
    var quote = tpm.execute(new Quote2(handle, NONCE, PcrBitmap.of(0, 10), false));
    assertTrue(
        Signatures.holds(
            key.toPubKey(),
            QuoteInfo2.CODEC.encode(new QuoteInfo2(NONCE, quote.pcrData())),
            quote.sig()));
  }

  @Test
  @Order(3)
  void aKeyBelowASecretParentIsLoadedByItsNameWithTheParentsAuthorisation() throws Exception {
    var refused = assertThrows(TpmResponseException.class, () -> tcsd.keyStore().load(theirs));
    assertEquals(1, refused.code());

    LoadKeyInfo needed = tcsd.keyStore().authorizationFor(theirs).orElseThrow();
    assertEquals(theirs, needed.keyUuid());
    assertEquals(KeyStore.SRK, needed.parentUuid());
    Bytes blob = tcsd.keyStore().blob(theirs);
    assertEquals(Bank.SHA1.hash(Bytes.hex("00000041"), blob), needed.paramDigest());

    Oiap.Response session = tpm.execute(new Oiap());
    Bytes hmac =
        Hmac.keyed(Bank.SHA1, WELL_KNOWN)
            .update(needed.paramDigest())
            .update(session.nonceEven())
            .update(NONCE)
            .update((byte) 0)
            .finish();
    LoadKeyInfo authorization =
        new LoadKeyInfo(
            needed.keyUuid(),
            needed.parentUuid(),
            needed.paramDigest(),
            Integer.toUnsignedLong(session.authHandle().value()),
            NONCE,
            session.nonceEven(),
            false,
            hmac);
    KeyStore.Loaded loaded = tcsd.keyStore().load(theirs, authorization);
    assertNotEquals(hmac, loaded.proof().orElseThrow().hmac());
    assertQuotes(TpmKey.CODEC.decode(blob), new Handle(loaded.handle()));
  }

  @Test
  @Order(4)
  void ourKeyIsUsedByTheNativeTools() throws Exception {
    ourKey =
        tpm.execute(
                new org.tssj.tpm12.command.identity.MakeIdentity(
                    WELL_KNOWN, Bytes.zeros(20), KeyTemplates.identity().with(AuthDataUsage.NEVER)),
                Authorization.oiap(WELL_KNOWN),
                Authorization.osap(Handle.OWNER, WELL_KNOWN))
            .idKey();
    Bytes blob = TpmKey.CODEC.encode(ourKey);
    tcsd.keyStore().register(OURS, KeyStore.SRK, blob, Bytes.utf8("ours"));
    Files.write(files.resolve("ours.uuid"), KeyUuid.write(OURS).toArray());
    Files.write(files.resolve("nonce"), NONCE.toArray());
    tool("tpm_getpcrhash", file("ours.uuid"), file("hash"), file("values"), "0", "10");
    tool("tpm_getquote", file("ours.uuid"), file("nonce"), file("quote"), "0", "10");
    // The hash file is the quote with zeros for the nonce, which stands at 6 to 25.
    Bytes hash = content("hash");
    Bytes signed = Bytes.join(hash.slice(0, 6), NONCE, hash.slice(26, hash.length()));
    assertTrue(Signatures.holds(ourKey.toPubKey(), signed, content("quote")));
  }

  @Test
  @Order(5)
  void aKeyIsRegisteredOnceAndKeptByTcsdWithWhatStandsBesideIt() throws Exception {
    Bytes blob = TpmKey.CODEC.encode(ourKey);
    var e =
        assertThrows(
            TpmServiceException.class,
            () -> tcsd.keyStore().register(OURS, KeyStore.SRK, blob, Bytes.EMPTY));
    assertEquals(0x2008, e.code());
    tpm.close();
    process.powerCycle();
    connect();
    KeyInfo2 kept =
        tcsd.keyStore().list().stream()
            .filter(key -> key.keyUuid().equals(OURS))
            .findFirst()
            .orElseThrow();
    assertEquals(Bytes.utf8("ours"), kept.vendorData());
    assertEquals(blob, tcsd.keyStore().blob(OURS));
    assertEquals(blob, tcsd.keyStore().blobOf(ourKey.pubKey()));
  }

  @Test
  @Order(6)
  void aKeyTakenOutOfTheStoreIsGoneForAll() throws Exception {
    tcsd.keyStore().unregister(OURS);
    tool("tpm_unloadkey", file("aik.uuid"));
    assertEquals(1, tcsd.keyStore().list().size());
    for (UUID key : List.of(OURS, theirs)) {
      var e = assertThrows(TpmServiceException.class, () -> tcsd.keyStore().blob(key));
      assertEquals(0x2020, e.code());
    }
    assertEquals(Optional.empty(), tcsd.keyStore().authorizationFor(KeyStore.SRK));
  }

  @Test
  @Order(10)
  void theEventLogKeepsWhatItIsTold() throws Exception {
    PcrEvent event = PcrEvent.of(16, 5, Bank.SHA1.hash(Bytes.utf8("ev")), Bytes.utf8("ev"));
    assertEquals(0, tcsd.eventLog().count(16));
    assertEquals(1, tcsd.eventLog().append(event));
    assertEquals(2, tcsd.eventLog().append(event));
    assertEquals(2, tcsd.eventLog().count(16));
    assertEquals(event, tcsd.eventLog().event(16, 1));
    assertEquals(List.of(event, event), tcsd.eventLog().events(16, 0, 2));
    assertEquals(List.of(event, event), tcsd.eventLog().all());
    assertEquals(Bytes.zeros(20), tpm.pcrRead(16).get(Bank.SHA1, 16).orElseThrow());
  }

  @Test
  @Order(11)
  void certificatesComeFromTheFilesThatItsConfigurationNames() throws Exception {
    assertEquals(
        Bytes.wrap(Files.readAllBytes(certificate)), tcsd.credential(Credential.ENDORSEMENT));
    assertEquals(Bytes.EMPTY, tcsd.credential(Credential.PLATFORM));
    assertEquals(Bytes.EMPTY, tcsd.credential(Credential.CONFORMANCE));
  }

  @Test
  @Order(12)
  void tcsdTellsAboutItself() throws Exception {
    assertTrue(tcsd.isTpm12());
    assertEquals(Bytes.hex("01020003"), tcsd.capability(2, Bytes.EMPTY));
    assertEquals(List.of(), tcsd.call(org.tssj.transport.tcsd.Rpc.SELFTESTFULL));
  }
}
