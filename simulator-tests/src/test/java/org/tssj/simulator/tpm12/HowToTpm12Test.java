package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.OwnedTpm12.OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.Snippets;
import org.tssj.tpm12.Enablement;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.key.Binding;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.key.Signatures;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfo;
import org.tssj.tpm12.structure.storage.SealedBlob;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.RegisteredKey;
import org.tssj.tpm12.trousers.SealedFile;

/** What docs/how-to/tpm12.md shows, run. */
@NeedsLibrary("libtpms.so.0")
class HowToTpm12Test {

  private final AuthValue keySecret = Secret.ofPassword("key");
  private final AuthValue data = AuthValue.utf8("a secret");

  @Test
  void showsOnlyWhatStandsHere() throws IOException {
    assertEquals(List.of(), Snippets.missing("docs/how-to/tpm12.md", HowToTpm12Test.class));
  }

  private static String switchOnAndOwn(String connection, String password) throws IOException {
    try (Tpm12 tpm = Tpm12.over(Transports.open(connection))) {
      Enablement state = tpm.enable();
      if (state.needsPowerCycle()) {
        return state.toString();
      }
      if (!tpm.ownership().isTaken()) {
        PubKey endorsementKey = tpm.endorsement().readOrCreate();
        tpm.ownership().take(Secret.ofPassword(password), Secret.wellKnown(), endorsementKey);
      }
      return "owned: " + tpm.ownership().isTaken();
    }
  }

  @Test
  void aTpmIsSwitchedOnAndOwned(@TempDir Path state) throws IOException {
    String newlyPowered = "libtpms:family=1.2,state=" + state + ",power=cycle";
    try (Tpm12 tpm = Tpm12.over(Transports.open(newlyPowered))) {
      tpm.optIn().deactivate();
    }
    String first = switchOnAndOwn(newlyPowered, "owner");
    assertTrue(first.contains("switch the machine off and on"), first);
    assertEquals("owned: true", switchOnAndOwn(newlyPowered, "owner"));
  }

  @Test
  void aKeySigns() throws IOException {
    Bytes message = Bytes.utf8("message");
    boolean signed;
    try (Tpm12 tpm = OwnedTpm12.open()) {
      try (OpenKey root = tpm.storageRootKey(Secret.wellKnown())) {
        TpmKey blob = root.create(KeyTemplates.signing(2048), keySecret);
        try (OpenKey key = root.open(blob, keySecret)) {
          Bytes signature = key.sign(message);
          signed = Signatures.holds(blob.toPubKey(), message, signature);
        }
      }
    }
    assertTrue(signed);
  }

  @Test
  void anIdentityQuotes() throws IOException {
    Bytes nonce = Bytes.hex("22".repeat(20));
    try (Tpm12 tpm = OwnedTpm12.open();
        OpenKey root = tpm.storageRootKey(Secret.wellKnown())) {
      TpmKey made =
          tpm.execute(
                  new MakeIdentity(keySecret, Bytes.zeros(20), KeyTemplates.identity()),
                  Authorization.oiap(Secret.wellKnown()),
                  Authorization.osap(Handle.OWNER, OWNER))
              .idKey();
      try (OpenKey identity = root.open(made, keySecret)) {
        Quote2.Response quote =
            identity.execute(handle -> new Quote2(handle, nonce, PcrBitmap.of(0, 10), false));
        assertTrue(
            Signatures.holds(
                made.toPubKey(),
                QuoteInfo2.CODEC.encode(new QuoteInfo2(nonce, quote.pcrData())),
                quote.sig()));
      }
    }
  }

  @Test
  void dataIsSealed() throws IOException {
    AuthValue dataSecret = Secret.ofPassword("data");
    AuthValue longData = AuthValue.zeros(10_000);
    try (Tpm12 tpm = OwnedTpm12.open();
        OpenKey root = tpm.storageRootKey(Secret.wellKnown())) {
      PcrInfo pcrs = PcrInfo.releasedBy(PcrComposite.of(tpm.pcrRead(16).bank(Bank.SHA1)));
      SealedBlob sealed = root.seal(data, dataSecret, pcrs);
      AuthValue opened = root.unseal(sealed, dataSecret);
      assertEquals(data, opened);

      Bytes file = SealedFile.seal(root, longData, tpm.pcrRead(0, 10)).write();
      AuthValue back = SealedFile.read(file).unseal(root);
      assertEquals(longData, back);

      tpm.execute(new Extend(10, Bank.SHA1.hash(file)));
      var e = assertThrows(TpmResponseException.class, () -> SealedFile.read(file).unseal(root));
      assertEquals("PCR 10", e.subject().orElseThrow());
    }
  }

  @Test
  void dataIsBound() throws IOException {
    try (Tpm12 tpm = OwnedTpm12.open();
        OpenKey root = tpm.storageRootKey(Secret.wellKnown())) {
      TpmKey bindingKey = root.create(KeyTemplates.binding(2048), keySecret);
      Bytes encrypted = Binding.encrypt(bindingKey.toPubKey(), bindingKey.keyUsage(), data);
      try (OpenKey key = root.open(bindingKey, keySecret)) {
        AuthValue decrypted = key.unbind(encrypted);
        assertEquals(data, decrypted);
      }
    }
  }

  @Test
  void somethingIsKeptInNvStorage() throws IOException {
    AuthValue ownerSecret = OWNER;
    AuthValue areaSecret = Secret.ofPassword("area");
    Bytes content = Bytes.utf8("sixteen octets!!");
    try (Tpm12 tpm = OwnedTpm12.open()) {
      NvIndex index = new NvIndex(0x0001_0010);
      NvAttributes permissions = NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE);
      tpm.nv().define(NvDataPublic.of(index, permissions, 16), areaSecret, ownerSecret);
      tpm.nv().write(index, 0, content, NvAccess.area(areaSecret));
      Bytes stored = tpm.nv().read(index, NvAccess.area(areaSecret));
      assertEquals(content, stored);
    }
  }

  @Test
  void aKeyIsRegisteredWithTrousers(@TempDir Path folder) throws IOException {
    Path systemData = folder.resolve("system.data");
    Files.write(
        systemData, KeyStoreFile.EMPTY.with(RegisteredKey.storageRootKey()).write().toArray());
    UUID newUuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    try (Tpm12 tpm = OwnedTpm12.open();
        OpenKey root = tpm.storageRootKey(Secret.wellKnown())) {
      TpmKey blob = root.create(KeyTemplates.signing(512), Secret.wellKnown());
      register(systemData, newUuid, blob);
      assertEquals(List.of("signed"), signWith(systemData, newUuid, root));
    }
  }

  private static void register(Path systemData, UUID newUuid, TpmKey blob) throws IOException {
    KeyStoreFile store = KeyStoreFile.read(Bytes.wrap(Files.readAllBytes(systemData)));
    KeyStoreFile more = store.with(RegisteredKey.of(newUuid, KeyUuid.STORAGE_ROOT_KEY, blob));
    Files.write(systemData, more.write().toArray());
  }

  private static List<String> signWith(Path systemData, UUID uuid, OpenKey root)
      throws IOException {
    KeyStoreFile store = KeyStoreFile.read(Bytes.wrap(Files.readAllBytes(systemData)));
    List<OpenKey> chain =
        store.open(uuid, KeyStoreFile.EMPTY, root, registered -> Secret.wellKnown());
    try (OpenKey key = chain.get(0)) {
      Bytes message = Bytes.utf8("message");
      assertTrue(Signatures.holds(key.publicKey(), message, key.sign(message)));
      return List.of("signed");
    }
  }
}
