package org.tssj.simulator.rm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm12.LoadedKey;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.key.Signatures;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.CapProperty;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.transport.swtpm.SwtpmProcess;

@NeedsProgram("swtpm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class SharedTpm12Test {

  private static final AuthValue OWNER = Secret.ofPassword("owner");
  private static final AuthValue KEY = Secret.ofPassword("key");
  private static final AuthValue SRK = Secret.wellKnown();
  private static final Bytes MESSAGE = Bytes.utf8("what is signed");

  private SwtpmProcess swtpm;
  private TpmKey signing;
  private int room;

  @BeforeAll
  void start() throws IOException {
    swtpm = SwtpmProcess.start(Family.TPM12, SwtpmProcess.Channel.UNIX, Optional.empty());
    try (Tpm12 tpm = Tpm12.over(Transports.open(swtpm.connectionString()))) {
      tpm.enable();
      tpm.transport()
          .ability(org.tssj.core.transport.PowerControl.class)
          .orElseThrow()
          .powerCycle();
      tpm.startUp();
      tpm.endorsement().readOrCreate();
      tpm.ownership().take(OWNER, SRK);
      signing = tpm.storageRootKey(SRK).create(KeyTemplates.signing(512), KEY);
      room = Math.toIntExact(tpm.capability(Capability.property(CapProperty.MAX_KEYS)));
    }
  }

  @AfterAll
  void stop() {
    swtpm.close();
  }

  @AfterEach
  void nothingIsLeftInTheTpm() throws IOException {
    try (Tpm12 raw = Tpm12.over(Transports.open(swtpm.connectionString()))) {
      for (ResourceType type : List.of(ResourceType.KEY, ResourceType.AUTH)) {
        assertEquals(List.of(), raw.capability(Capability.handles(type)).handles());
      }
    }
  }

  private Tpm12 client() throws IOException {
    return Tpm12.over(Transports.open("rm:" + swtpm.connectionString()));
  }

  @Test
  void loadsMoreKeysThanTheTpmHasRoomForAndUsesThemAll() throws IOException {
    try (Tpm12 mine = client();
        Tpm12 theirs = client()) {
      List<LoadedKey> keys = new ArrayList<>();
      List<Tpm12> owners = new ArrayList<>();
      for (int i = 0; i < room + 6; i++) {
        Tpm12 owner = i % 3 == 0 ? mine : theirs;
        keys.add(loaded(owner));
        owners.add(owner);
      }
      var numbers = new HashSet<Integer>();
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < keys.size(); i++) {
          numbers.add(keys.get(i).handle().value());
          assertTrue(signs(owners.get(i), keys.get(i).handle()), "key " + i);
        }
      }
      assertEquals(keys.size(), numbers.size());
      assertEquals(
          (room + 8) / 3, mine.capability(Capability.handles(ResourceType.KEY)).handles().size());
    }
  }

  private LoadedKey loaded(Tpm12 tpm) throws IOException {
    try (Session session = tpm.oiap()) {
      return tpm.load(Handle.SRK, signing, session.authorize(SRK));
    }
  }

  private boolean signs(Tpm12 tpm, Handle key) throws IOException {
    try (Session session = tpm.osap(key, KEY)) {
      Bytes signature =
          tpm.execute(
                  new org.tssj.tpm12.command.crypto.Sign(
                      key, org.tssj.core.Bank.SHA1.hash(MESSAGE)),
                  session.use())
              .sig();
      return Signatures.holds(signing.toPubKey(), MESSAGE, signature);
    }
  }

  @Test
  void keepsOneClientsKeysAndSessionsFromAnother() throws IOException {
    try (Tpm12 mine = client();
        Tpm12 theirs = client();
        LoadedKey key = loaded(mine);
        Session session = mine.oiap()) {
      assertEquals(List.of(), theirs.capability(Capability.handles(ResourceType.KEY)).handles());
      assertEquals(List.of(), theirs.capability(Capability.handles(ResourceType.AUTH)).handles());
      assertEquals(1, mine.capability(Capability.handles(ResourceType.KEY)).handles().size());
      assertRefused(0x0c, () -> theirs.osap(key.handle(), KEY).close());
      assertRefused(0x0c, () -> theirs.execute(new FlushSpecific(key.handle(), ResourceType.KEY)));
      assertRefused(
          0x22, () -> theirs.execute(new FlushSpecific(session.handle(), ResourceType.AUTH)));
      // TPM_OwnerClear and TPM_Terminate_Handle; the engine would open another session and go on.
      String handle = String.format("%08x", session.handle().value());
      assertEquals(
          "00c40000000a00000022",
          exchange(theirs, "00c200000037" + "0000005b" + handle + "00".repeat(41)));
      assertEquals("00c40000000a00000022", exchange(theirs, "00c10000000e" + "00000096" + handle));
      assertTrue(signs(mine, key.handle()));
    }
  }

  private static String exchange(Tpm12 tpm, String command) throws IOException {
    return Bytes.wrap(tpm.transport().exchange(Bytes.hex(command).toArray())).toHex();
  }

  private interface ThrowingCommand {
    void execute() throws IOException;
  }

  private static void assertRefused(int code, ThrowingCommand command) {
    assertEquals(code, assertThrows(TpmResponseException.class, command::execute).code());
  }

  @Test
  void flushesWhatAClientLeaves() throws IOException {
    TpmTransport transport = Transports.open("rm:" + swtpm.connectionString());
    try (Tpm12 stays = client();
        LoadedKey kept = loaded(stays)) {
      Tpm12 goes = Tpm12.over(transport);
      loaded(goes);
      goes.oiap();
      transport.close();
      assertTrue(signs(stays, kept.handle()));
    }
  }

  @Test
  void letsProgramsThatOpenAndCloseTheirKeysWorkBesideEachOther() throws Exception {
    Thread[] threads = new Thread[4];
    List<Throwable> failures = new java.util.concurrent.CopyOnWriteArrayList<>();
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                try (Tpm12 tpm = client()) {
                  List<OpenKey> keys = new ArrayList<>();
                  for (int i = 0; i < room / 2; i++) {
                    keys.add(tpm.storageRootKey(SRK).open(signing, KEY));
                  }
                  for (OpenKey key : keys) {
                    assertTrue(Signatures.holds(key.publicKey(), MESSAGE, key.sign(MESSAGE)));
                  }
                  keys.forEach(OpenKey::close);
                } catch (IOException | RuntimeException | AssertionError e) {
                  failures.add(e);
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), failures);
  }
}
