package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmResponseException;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.interop.TpmTools.Outcome;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.key.Signatures;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.PcrHashFile;
import org.tssj.tpm12.trousers.RegisteredKey;
import org.tssj.tpm12.trousers.SealedFile;
import org.tssj.tpm12.trousers.TssBlob;

/** trousers' tools and ourselves on one TPM: what they make we use, and what we make they use. */
@NeedsProgram({"tcsd", "swtpm", "tpm_takeownership", "tpm_nvread", "tpm_sealdata", "tpm_mkaik"})
@Timeout(300)
class TpmToolsTest {

  private static final AuthValue WELL_KNOWN = Secret.wellKnown();
  private static final Bytes NONCE = Bytes.hex("0102030405060708090a0b0c0d0e0f1011121314");
  private static final NvIndex THEIRS = new NvIndex(0x10);
  private static final NvIndex OURS = new NvIndex(0x11);

  private static void extend(Tpm12 tpm, int pcr, String measured) throws IOException {
    tpm.execute(new Extend(pcr, Bank.SHA1.hash(Bytes.utf8(measured))));
  }

  private static AuthValue secretText(String text) {
    return AuthValue.utf8(text);
  }

  private static Bytes quote(OpenKey key, int... pcrs) throws IOException {
    return key.execute(handle -> new Quote2(handle, NONCE, PcrBitmap.of(pcrs), false)).sig();
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  class WhatTheyMake {

    private TpmTools tools;

    @BeforeAll
    void start() throws Exception {
      tools = TpmTools.onNewTpm();
      tools.run(List.of("owner1", "owner1"), "tpm_takeownership", "-z");
    }

    @AfterAll
    void end() throws IOException {
      tools.close();
    }

    private final AuthValue owner = Secret.ofPassword("owner1");

    @Test
    @Order(1)
    void anOwnerIsOursToo() throws Exception {
      TpmTools.Use check =
          tpm -> {
            assertTrue(tpm.ownership().isTaken());
            assertEquals(256, tpm.endorsement().read(owner).pubKey().length());
            try (OpenKey root = tpm.storageRootKey(WELL_KNOWN)) {
              TpmKey made = root.create(KeyTemplates.signing(512), WELL_KNOWN);
              try (OpenKey key = root.open(made, WELL_KNOWN)) {
                assertTrue(Signatures.holds(made.toPubKey(), NONCE, key.sign(NONCE)));
              }
            }
          };
      tools.oursOverTcsd(check);
      tools.oursWithoutTcsd(check);
    }

    @Test
    @Order(2)
    void aKeyStoreIsWrittenAsWeWriteIt() throws Exception {
      Bytes file = Bytes.wrap(Files.readAllBytes(tools.keyStore()));
      assertEquals(KeyStoreFile.EMPTY.with(RegisteredKey.storageRootKey()).write(), file);
    }

    @Test
    @Order(3)
    void anNvAreaIsReadAndWritten() throws Exception {
      tools.run(
          List.of("owner1"),
          "tpm_nvdefine",
          "-i",
          "0x10",
          "-s",
          "20",
          "-p",
          "OWNERREAD|OWNERWRITE");
      tools.run("tpm_nvwrite", "-i", "0x10", "-d", "by the tool", "-powner1");
      TpmTools.Use use =
          tpm -> {
            NvAccess as = NvAccess.owner(owner);
            assertEquals(
                NvDataPublic.of(THEIRS, NvAttributes.OWNERREAD.with(NvAttributes.OWNERWRITE), 20),
                tpm.nv().area(THEIRS));
            assertEquals(
                Bytes.utf8("by the tool").concat(Bytes.hex("ff".repeat(9))),
                tpm.nv().read(THEIRS, as));
          };
      tools.oursOverTcsd(use);
      tools.oursWithoutTcsd(
          tpm -> {
            use.with(tpm);
            tpm.nv().write(THEIRS, 3, Bytes.utf8("us!"), NvAccess.owner(owner));
          });
      tools.run("tpm_nvread", "-i", "0x10", "-powner1", "-f", "nv");
      assertEquals(Bytes.utf8("by us! tool"), tools.read("nv").slice(0, 11));
    }

    @Test
    @Order(4)
    void aSealedFileIsOpened() throws Exception {
      tools.write("plain", Bytes.utf8("sealed by tpm_sealdata\n".repeat(50)));
      tools.run("tpm_sealdata", "-z", "-i", "plain", "-o", "sealed", "-p", "0", "-p", "10");
      Bytes written = tools.read("sealed");
      SealedFile file = SealedFile.read(written);
      assertEquals(written, file.write());
      TpmTools.Use use =
          tpm -> {
            try (OpenKey root = tpm.storageRootKey(WELL_KNOWN)) {
              assertEquals(secretText("sealed by tpm_sealdata\n".repeat(50)), file.unseal(root));
            }
          };
      tools.oursOverTcsd(use);
      tools.oursWithoutTcsd(use);
      tools.oursOverTcsd(
          tpm -> {
            extend(tpm, 10, "changed");
            try (OpenKey root = tpm.storageRootKey(WELL_KNOWN)) {
              var e = assertThrows(TpmResponseException.class, () -> file.unseal(root));
              assertEquals("PCR 10", e.subject().orElseThrow());
            }
          });
      assertEquals(24, tools.attempt(List.of(), "tpm_unsealdata", "-z", "-i", "sealed").status());
    }

    @Test
    @Order(5)
    void aRegisteredIdentityQuotesOctetByOctetAsTheirs() throws Exception {
      // tpm_mkaik asks for a secret of the storage root key that has none, unless it gets -z.
      tools.run(List.of("owner1"), "tpm_changeownerauth", "-o", "-r");
      tools.run("tpm_mkuuid", "aik.uuid");
      tools.run("tpm_mkaik", "-z", "aik.blob", "aik.pub");
      tools.run("tpm_loadkey", "aik.blob", "aik.uuid");
      tools.write("nonce", NONCE);
      tools.run("tpm_getpcrhash", "aik.uuid", "hash", "values", "0", "10", "16");
      tools.run("tpm_getquote", "aik.uuid", "nonce", "quote", "0", "10", "16");

      TpmKey blob = TpmKey.CODEC.decode(tools.read("aik.blob"));
      assertEquals(tools.read("aik.pub"), TssBlob.of(blob.toPubKey()).writeAsTrousers());
      UUID uuid = KeyUuid.read(tools.read("aik.uuid"));
      assertEquals(tools.read("aik.uuid"), KeyUuid.write(uuid));
      KeyStoreFile store = KeyStoreFile.read(Bytes.wrap(Files.readAllBytes(tools.keyStore())));
      assertEquals(blob, store.find(uuid).orElseThrow().key());
      PcrValues values = PcrValuesFile.read(tools.read("values"));
      assertEquals(tools.read("values"), PcrValuesFile.lines(values, Bank.SHA1));
      assertEquals(tools.read("hash"), PcrHashFile.of(values).write());

      TpmTools.Use use =
          tpm -> {
            OpenKey root = tpm.storageRootKey(WELL_KNOWN);
            try (OpenKey key =
                store.open(uuid, KeyStoreFile.EMPTY, root, any -> WELL_KNOWN).get(0)) {
              assertEquals(tools.read("quote"), quote(key, 0, 10, 16));
            }
          };
      tools.oursOverTcsd(use);
      tools.oursWithoutTcsd(use);
    }

    @Test
    @Order(6)
    void aKeyUnregisteredLeavesTheFileWeWouldWrite() throws Exception {
      UUID uuid = KeyUuid.read(tools.read("aik.uuid"));
      KeyStoreFile before = KeyStoreFile.read(Bytes.wrap(Files.readAllBytes(tools.keyStore())));
      tools.run("tpm_mkuuid", "second.uuid");
      tools.run("tpm_loadkey", "aik.blob", "second.uuid");
      KeyStoreFile both = KeyStoreFile.read(Bytes.wrap(Files.readAllBytes(tools.keyStore())));
      tools.run("tpm_unloadkey", "aik.uuid");
      assertEquals(both.without(uuid).write(), Bytes.wrap(Files.readAllBytes(tools.keyStore())));
      assertNotEquals(before, both);
    }

    @Test
    @Order(7)
    void aChangedOwnerSecretIsTheNewOneForUsToo() throws Exception {
      tools.run(List.of("owner2", "owner2"), "tpm_changeownerauth", "-o", "-z");
      tools.oursOverTcsd(
          tpm ->
              assertEquals(
                  256, tpm.storageRoot().read(Secret.ofPassword("owner2")).pubKey().length()));
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  class WhatWeMake {

    private final AuthValue owner = Secret.ofPassword("ours");
    private final UUID uuid = UUID.fromString("6f6b0a3e-3a8a-4c39-9c1d-5f6e7d8c9bab");
    private TpmTools tools;
    private TpmKey identity;

    @BeforeAll
    void start() throws Exception {
      tools = TpmTools.onNewTpm();
      tools.oursWithoutTcsd(this::provision);
    }

    /** Without any tcsd: owner, NV area, identity, and the key store that tcsd will read. */
    private void provision(Tpm12 tpm) throws IOException {
      tpm.ownership().take(owner, WELL_KNOWN);
      tpm.nv()
          .define(
              NvDataPublic.of(OURS, NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE), 16),
              Secret.ofPassword("area"),
              owner);
      tpm.nv()
          .write(OURS, 0, Bytes.utf8("written by ours!"), NvAccess.area(Secret.ofPassword("area")));
      identity =
          tpm.execute(
                  new MakeIdentity(WELL_KNOWN, Bytes.zeros(20), KeyTemplates.identity()),
                  Authorization.oiap(WELL_KNOWN),
                  Authorization.osap(Handle.OWNER, owner))
              .idKey();
      Files.write(
          tools.keyStore(),
          KeyStoreFile.EMPTY
              .with(RegisteredKey.storageRootKey())
              .with(RegisteredKey.of(uuid, KeyUuid.STORAGE_ROOT_KEY, identity))
              .write()
              .toArray());
    }

    @AfterAll
    void end() throws IOException {
      tools.close();
    }

    @Test
    @Order(1)
    void anOwnerIsTheirsToo() throws Exception {
      Outcome status = tools.run(List.of("ours"), "tpm_setenable", "-s");
      assertTrue(status.text().contains("Disabled status: false"), status.text());
      Outcome refused = tools.attempt(List.of("not ours"), "tpm_setenable", "-s");
      assertEquals(255, refused.status());
      assertTrue(refused.complaints().contains("Authentication failed"), refused.complaints());
    }

    @Test
    @Order(2)
    void anNvAreaIsReadAndWritten() throws Exception {
      tools.run("tpm_nvread", "-i", "0x11", "-parea", "-f", "nv");
      assertEquals(Bytes.utf8("written by ours!"), tools.read("nv"));
      tools.run("tpm_nvwrite", "-i", "0x11", "-parea", "-n", "8", "-d", "by them!");
      tools.oursOverTcsd(
          tpm ->
              assertEquals(
                  Bytes.utf8("written by them!"),
                  tpm.nv().read(OURS, NvAccess.area(Secret.ofPassword("area")))));
      String info = tools.run("tpm_nvinfo", "-i", "0x11").text();
      assertTrue(info.contains("(AUTHREAD|AUTHWRITE)"), info);
    }

    @Test
    @Order(3)
    void aSealedFileIsOpened() throws Exception {
      AuthValue data = secretText("sealed by ours\n".repeat(100));
      TpmTools.Use seal =
          tpm -> {
            try (OpenKey root = tpm.storageRootKey(WELL_KNOWN)) {
              tools.write("any", SealedFile.seal(root, data).write());
              tools.write("pcrs", SealedFile.seal(root, data, tpm.pcrRead(0, 10, 16)).write());
            }
          };
      for (boolean throughTcsd : List.of(true, false)) {
        if (throughTcsd) {
          tools.oursOverTcsd(seal);
        } else {
          tools.oursWithoutTcsd(seal);
        }
        for (String file : List.of("any", "pcrs")) {
          Outcome opened = tools.run("tpm_unsealdata", "-z", "-i", file);
          assertEquals(data, AuthValue.wrap(opened.out().toArray()));
        }
      }
      tools.oursOverTcsd(tpm -> extend(tpm, 16, "changed"));
      assertEquals(24, tools.attempt(List.of(), "tpm_unsealdata", "-z", "-i", "pcrs").status());
      tools.oursOverTcsd(
          tpm -> {
            SealedFile file = SealedFile.read(tools.read("pcrs"));
            try (OpenKey root = tpm.storageRootKey(WELL_KNOWN)) {
              var e = assertThrows(TpmResponseException.class, () -> file.unseal(root));
              assertEquals("PCR 16", e.subject().orElseThrow());
            }
          });
    }

    @Test
    @Order(4)
    void anIdentityThatWeRegisteredQuotesForThemAndTheyVerifyOurFiles() throws Exception {
      tools.write("aik.uuid", KeyUuid.write(uuid));
      tools.write("aik.pub", TssBlob.of(identity.toPubKey()).write());
      tools.write("nonce", NONCE);
      tools.run("tpm_getquote", "-p", "values", "aik.uuid", "nonce", "quote", "0", "10", "16");
      PcrHashFile hash = PcrHashFile.of(PcrValuesFile.read(tools.read("values")));
      tools.write("hash", hash.write());
      tools.run("tpm_verifyquote", "aik.pub", "hash", "nonce", "quote");
      assertTrue(
          Signatures.holds(identity.toPubKey(), hash.signedWith(NONCE), tools.read("quote")));

      tools.write("other", Bytes.zeros(20));
      assertEquals(
          1,
          tools
              .attempt(List.of(), "tpm_verifyquote", "aik.pub", "hash", "other", "quote")
              .status());
    }

    @Test
    @Order(5)
    void aQuoteOfOursVerifiesWithTheirTool() throws Exception {
      tools.oursOverTcsd(
          tpm -> {
            try (OpenKey root = tpm.storageRootKey(WELL_KNOWN);
                OpenKey key = root.open(identity, WELL_KNOWN)) {
              Quote2.Response quoted =
                  key.execute(handle -> new Quote2(handle, NONCE, PcrBitmap.of(0, 16), false));
              tools.write("our.quote", quoted.sig());
              tools.write(
                  "our.hash",
                  QuoteInfo2.CODEC.encode(new QuoteInfo2(Bytes.zeros(20), quoted.pcrData())));
            }
          });
      tools.run("tpm_verifyquote", "aik.pub", "our.hash", "nonce", "our.quote");
    }

    @Test
    @Order(6)
    void anOwnershipTakenThroughTcsdIsTheirsToo() throws Exception {
      try (TpmTools others = TpmTools.onNewTpm()) {
        others.oursOverTcsd(tpm -> tpm.ownership().take(owner, WELL_KNOWN));
        others.run(List.of("ours"), "tpm_restrictsrk", "-a");
        others.oursOverTcsd(
            tpm -> {
              assertTrue(tpm.storageRoot().isReadableWithItsSecret());
              assertEquals(
                  tpm.storageRoot().read(owner), tpm.storageRoot().readWithItsSecret(WELL_KNOWN));
            });
        others.write("plain", Bytes.utf8("text"));
        others.run("tpm_sealdata", "-z", "-i", "plain", "-o", "sealed");
        others.oursOverTcsd(
            tpm -> {
              try (OpenKey root = tpm.storageRootKey(WELL_KNOWN)) {
                assertEquals(
                    secretText("text"), SealedFile.read(others.read("sealed")).unseal(root));
              }
            });
      }
    }
  }
}
