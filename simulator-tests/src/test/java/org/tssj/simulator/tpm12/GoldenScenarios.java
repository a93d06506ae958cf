package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.counter.ReadCounter;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.command.nv.NvReadValue;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.key.Signatures;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.time.CounterValue;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.SealedFile;

/** On the TPM of the native tools we get what the native tools got. */
abstract class GoldenScenarios {

  private static final AuthValue WELL_KNOWN = Secret.wellKnown();
  private static final PcrBitmap QUOTED = PcrBitmap.of(0, 1, 2, 10, 16);

  private Tpm12 tpm;

  /** Starts a TPM from this state directory. */
  abstract TpmTransport start(Path state) throws IOException;

  @BeforeEach
  void startFromTheGoldenState(@TempDir Path state) throws IOException {
    Files.write(state.resolve("tpm-00.permall"), GoldenFiles.read("tpm-00.permall").toArray());
    tpm = Tpm12.over(start(state));
  }

  @AfterEach
  void powerOff() throws IOException {
    tpm.close();
  }

  private Bytes quote(String folder) throws IOException {
    Bytes nonce = GoldenFiles.read(folder + "/nonce.bin");
    TpmKey identity = TpmKey.CODEC.decode(GoldenFiles.read("aik/aik.blob"));
    try (OpenKey root = tpm.storageRootKey(WELL_KNOWN);
        OpenKey key = root.open(identity, WELL_KNOWN)) {
      return key.execute(handle -> new Quote2(handle, nonce, QUOTED, false)).sig();
    }
  }

  private void extend(int pcr, String measured) throws IOException {
    tpm.execute(new Extend(pcr, Bank.SHA1.hash(Bytes.utf8(measured))));
  }

  private void extendAll() throws IOException {
    extend(0, "firmware");
    extend(0, "firmware");
    extend(1, "config");
    extend(10, "ima-entry-1");
    extend(16, "debug");
  }

  @Test
  void ourQuoteOfZeroPcrsIsTheirsOctetByOctet() throws IOException {
    assertEquals(GoldenFiles.read("quote-zero-pcrs/quote.bin"), quote("quote-zero-pcrs"));
  }

  @Test
  void ourQuoteOfExtendedPcrsIsTheirsOctetByOctet() throws IOException {
    extendAll();
    assertEquals(GoldenFiles.read("quote-set-pcrs/quote.bin"), quote("quote-set-pcrs"));
  }

  @Test
  void ourQuoteByTheKeyTheyRegisteredIsTheirsOctetByOctet() throws IOException {
    KeyStoreFile store = KeyStoreFile.read(GoldenFiles.read("system.data"));
    UUID uuid = KeyUuid.read(GoldenFiles.read("aik/aik.uuid"));
    Bytes nonce = GoldenFiles.read("quote-zero-pcrs/nonce.bin");
    OpenKey root = tpm.storageRootKey(WELL_KNOWN);
    List<OpenKey> chain = store.open(uuid, KeyStoreFile.EMPTY, root, key -> WELL_KNOWN);
    assertEquals(1, chain.size());
    try (OpenKey key = chain.get(0)) {
      assertEquals(
          GoldenFiles.read("quote-zero-pcrs/quote.bin"),
          key.execute(handle -> new Quote2(handle, nonce, QUOTED, false)).sig());
    }
  }

  private AuthValue unseal(String file) throws IOException {
    try (OpenKey root = tpm.storageRootKey(WELL_KNOWN)) {
      return SealedFile.read(GoldenFiles.read(file)).unseal(root);
    }
  }

  private static AuthValue plain() throws IOException {
    return AuthValue.wrap(GoldenFiles.read("seal/plain.txt").toArray());
  }

  @Test
  void theAesKeyTheySealedIsTheOneTheirTpmGaveThem() throws IOException {
    SealedFile file = SealedFile.read(GoldenFiles.read("seal/sealed.blob"));
    AuthValue password = Secret.ofPassword("password");
    String hex =
        new String(
                GoldenFiles.read("seal/sealed.blob.aeskey.hex").toArray(),
                StandardCharsets.US_ASCII)
            .strip();
    try (OpenKey root = tpm.storageRootKey(WELL_KNOWN);
        OpenKey key = root.open(file.key(), password)) {
      assertEquals(
          AuthValue.wrap(Bytes.hex(hex).toArray()), key.unseal(file.sealedKey(), password));
    }
  }

  @Test
  void whatTheySealedWeUnseal() throws IOException {
    assertEquals(plain(), unseal("seal/sealed.blob"));
  }

  @Test
  void whatTheySealedToPcrsWeUnsealWhileThoseAreRightOnly() throws IOException {
    var e = assertThrows(TpmResponseException.class, () -> unseal("seal/sealed-pcr.blob"));
    assertEquals("TPM_WRONGPCRVAL", e.name());
    assertEquals("one or more of PCRs 0, 10", e.subject().orElseThrow());
    extendAll();
    assertEquals(plain(), unseal("seal/sealed-pcr.blob"));
  }

  @Test
  void whatTheyReadFromTheirNvAreaWeReadToo() throws IOException {
    assertEquals(
        GoldenFiles.read("nv/nvout.bin"),
        tpm.nv().read(new NvIndex(0x10), 6, 5, NvAccess.owner(WELL_KNOWN)));
  }

  @Test
  void theirNvAreaAndCounterAreThere() throws IOException {
    NvIndex index = new NvIndex(0x10);
    assertTrue(tpm.capability(Capability.NV_LIST).contains(index));
    assertEquals(20, tpm.capability(Capability.nvIndex(index)).dataSize());
    assertEquals(
        "OWNERWRITE|OWNERREAD", tpm.capability(Capability.nvIndex(index)).permission().toString());
    assertEquals(
        Bytes.utf8("hello tpm12 nv!!XYZ").concat(Bytes.hex("ff")),
        tpm.execute(new NvReadValue(index, 0, 20), Authorization.oiap(WELL_KNOWN)).data());
    assertEquals(
        List.of(new Handle(0)), tpm.capability(Capability.handles(ResourceType.COUNTER)).handles());
    assertEquals(
        new CounterValue(Bytes.utf8("JAVA"), 1), tpm.execute(new ReadCounter(0)).counterValue());
  }

  @Test
  void aKeyOfAUserBelowAnotherOfHersIsLoadedThroughBothStores(@TempDir Path other)
      throws IOException {
    tpm.close();
    Files.write(other.resolve("tpm-00.permall"), GoldenFiles.read("user/tpm-00.permall").toArray());
    tpm = Tpm12.over(start(other));
    KeyStoreFile system = KeyStoreFile.read(GoldenFiles.read("user/system.data"));
    KeyStoreFile user = KeyStoreFile.read(GoldenFiles.read("user/user.data"));
    UUID child = UUID.fromString("00112233-4455-6677-8899-aabbccddee02");
    Bytes message = Bytes.utf8("message");
    try (OpenKey root = tpm.storageRootKey(WELL_KNOWN)) {
      List<OpenKey> chain = user.open(child, system, root, key -> WELL_KNOWN);
      assertEquals(2, chain.size());
      try (OpenKey parent = chain.get(0);
          OpenKey key = chain.get(1)) {
        assertTrue(Signatures.holds(key.publicKey(), message, key.sign(message)));
        assertEquals(256, parent.publicKey().pubKey().length());
      }
    }
  }
}
