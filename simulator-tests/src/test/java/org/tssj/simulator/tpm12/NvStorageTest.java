package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.OwnedTpm12.OWNER;
import static org.tssj.simulator.tpm12.OwnedTpm12.WELL_KNOWN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.NvStorage;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/** NV areas on a real software TPM, with its authorisations checked and not. */
@NeedsLibrary("tpms")
class NvStorageTest {

  private static final AuthValue AREA = Secret.ofPassword("area");
  private static final AuthValue WRONG = Secret.ofPassword("wrong");
  private static final NvIndex INDEX = new NvIndex(0x0001_0010);
  private static final Bytes DATA = Bytes.utf8("what is kept");

  private Tpm12 tpm;
  private NvStorage nv;

  @BeforeEach
  void start() throws IOException {
    tpm = OwnedTpm12.open();
    nv = tpm.nv();
  }

  @AfterEach
  void end() throws IOException {
    tpm.close();
  }

  private static void assertRefused(ResultCode code, Executable deed) {
    var e = assertThrows(TpmResponseException.class, deed);
    assertEquals(code.name(), e.name(), e.getMessage());
  }

  private void define(NvAttributes permission, int size) throws IOException {
    nv.define(NvDataPublic.of(INDEX, permission, size), AREA, OWNER);
  }

  @Nested
  class WhileNothingIsChecked {

    @Test
    void aWrongSecretGetsTheDataButTheAnswerGivesItselfAway() throws IOException {
      assertFalse(nv.isLocked());
      define(NvAttributes.OWNERREAD.with(NvAttributes.OWNERWRITE), 12);
      nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER));
      assertEquals(DATA, nv.read(INDEX, NvAccess.owner(OWNER)));
      var e =
          assertThrows(
              TpmAuthenticityException.class, () -> nv.read(INDEX, NvAccess.owner(WRONG)));
      assertTrue(e.getMessage().contains("HMAC"), e.getMessage());
    }

    @Test
    void theSecretOfAnAreaIsCheckedAllTheSame() throws IOException {
      define(NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE), 12);
      nv.write(INDEX, 0, DATA, NvAccess.area(AREA));
      assertRefused(ResultCode.AUTHFAIL, () -> nv.read(INDEX, NvAccess.area(WRONG)));
    }

    @Test
    void areasAreMadeWithoutAnOwner() throws IOException {
      tpm.ownership().clear(OWNER);
      if (!tpm.enable().isOn()) {
        OwnedTpm12.powerCycle(tpm);
      }
      nv.defineWithoutOwner(NvDataPublic.of(INDEX, NvAttributes.PPWRITE, 12), AREA);
      nv.write(INDEX, 0, DATA, NvAccess.ANYBODY);
      assertEquals(DATA, nv.read(INDEX, NvAccess.ANYBODY));
    }
  }

  @Nested
  class OnceItIsLocked {

    @BeforeEach
    void lock() throws IOException {
      nv.lockForEver();
      assertTrue(nv.isLocked());
    }

    @Test
    void theOwnersAreaIsForTheOwner() throws IOException {
      define(NvAttributes.OWNERREAD.with(NvAttributes.OWNERWRITE), 12);
      nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER));
      assertRefused(ResultCode.AUTHFAIL, () -> nv.read(INDEX, NvAccess.owner(WRONG)));
      assertRefused(
          ResultCode.AUTHFAIL, () -> nv.write(INDEX, 0, DATA, NvAccess.owner(WRONG)));
      assertRefused(ResultCode.AUTH_CONFLICT, () -> nv.read(INDEX, NvAccess.ANYBODY));
      assertRefused(ResultCode.AUTH_CONFLICT, () -> nv.read(INDEX, NvAccess.area(AREA)));
      assertEquals(DATA, nv.read(INDEX, NvAccess.owner(OWNER)));
    }

    @Test
    void anAreaWithASecretIsForWhoKnowsIt() throws IOException {
      define(NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE), 12);
      nv.write(INDEX, 0, DATA, NvAccess.area(AREA));
      assertRefused(ResultCode.AUTHFAIL, () -> nv.read(INDEX, NvAccess.area(WRONG)));
      assertRefused(ResultCode.AUTH_CONFLICT, () -> nv.read(INDEX, NvAccess.owner(OWNER)));
      assertEquals(DATA, nv.read(INDEX, NvAccess.area(AREA)));
    }

    @Test
    void onlyTheOwnerMakesAndReleasesAreas() throws IOException {
      NvDataPublic area = NvDataPublic.of(INDEX, NvAttributes.OWNERWRITE, 12);
      assertRefused(ResultCode.AUTHFAIL, () -> nv.define(area, AREA, WRONG));
      nv.define(area, AREA, OWNER);
      assertEquals(area, nv.area(INDEX));
      assertTrue(nv.indices().contains(INDEX));
      assertTrue(nv.areas().contains(area));
      assertRefused(ResultCode.AUTHFAIL, () -> nv.release(INDEX, WRONG));
      nv.release(INDEX, OWNER);
      assertRefused(ResultCode.BADINDEX, () -> nv.area(INDEX));
      assertRefused(ResultCode.BADINDEX, () -> nv.release(INDEX, OWNER));
    }

    @Test
    void anAreaThatEverybodyMayWriteIsRefusedAndExplained() {
      var e =
          assertThrows(TpmResponseException.class, () -> define(NvAttributes.OWNERREAD, 12));
      assertEquals("TPM_PER_NOWRITE", e.name());
      assertTrue(e.advice().orElseThrow().contains("OWNERWRITE"), e.getMessage());
    }

    @Test
    void presenceIsAskedForWhereAnAreaWantsIt() throws IOException {
      define(
          NvAttributes.OWNERREAD.with(NvAttributes.OWNERWRITE).with(NvAttributes.PPWRITE), 12);
      assertRefused(
          ResultCode.BAD_PRESENCE, () -> nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER)));
      tpm.presence().during(() -> nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER)));
      assertEquals(DATA, nv.read(INDEX, NvAccess.owner(OWNER)));
    }

    @Test
    void anAreaIsReadOnlyWhileItsPcrsAreAsTheyWere() throws IOException {
      PcrInfoShort pcrs =
          PcrInfoShort.releasedBy(
              PcrComposite.of(PcrBitmap.of(16), tpm.pcrRead(16).bank(Bank.SHA1)),
              LocalitySelection.ALL);
      NvDataPublic area =
          NvDataPublic.of(INDEX, NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE), 12)
              .readableWith(pcrs);
      nv.define(area, AREA, OWNER);
      nv.write(INDEX, 0, DATA, NvAccess.area(AREA));
      assertEquals(DATA, nv.read(INDEX, NvAccess.area(AREA)));
      tpm.execute(new Extend(16, Bank.SHA1.hash(DATA)));
      assertRefused(ResultCode.WRONGPCRVAL, () -> nv.read(INDEX, NvAccess.area(AREA)));
      nv.write(INDEX, 0, DATA, NvAccess.area(AREA));
    }

    @Test
    void anAreaIsWrittenFromItsLocalityOnly() throws IOException {
      PcrInfoShort fromTwo =
          new PcrInfoShort(PcrBitmap.of(), LocalitySelection.of(2), Bytes.zeros(20));
      NvDataPublic area =
          NvDataPublic.of(INDEX, NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE), 12)
              .writableWith(fromTwo);
      nv.define(area, AREA, OWNER);
      assertRefused(
          ResultCode.BAD_LOCALITY, () -> nv.write(INDEX, 0, DATA, NvAccess.area(AREA)));
      Locality locality = tpm.transport().ability(Locality.class).orElseThrow();
      locality.setLocality(2);
      try {
        nv.write(INDEX, 0, DATA, NvAccess.area(AREA));
      } finally {
        locality.setLocality(0);
      }
      assertEquals(DATA, nv.read(INDEX, NvAccess.area(AREA)));
    }

    @Test
    void aLargeAreaIsReadAndWrittenInPieces() throws IOException {
      define(NvAttributes.OWNERREAD.with(NvAttributes.OWNERWRITE), 1500);
      Bytes large = tpm.random(1500);
      nv.write(INDEX, 0, large, NvAccess.owner(OWNER));
      assertEquals(large, nv.read(INDEX, NvAccess.owner(OWNER)));
      assertEquals(large.slice(700, 1400), nv.read(INDEX, 700, 700, NvAccess.owner(OWNER)));
      assertRefused(
          ResultCode.NOSPACE, () -> nv.read(INDEX, 1400, 101, NvAccess.owner(OWNER)));
    }

    @Test
    void anAreaThatIsWrittenWholeRefusesAPart() throws IOException {
      define(NvAttributes.OWNERWRITE.with(NvAttributes.WRITEALL), 1000);
      Bytes large = tpm.random(1000);
      nv.write(INDEX, 0, large, NvAccess.owner(OWNER));
      assertRefused(
          ResultCode.NOT_FULLWRITE, () -> nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER)));
      assertEquals(large, nv.read(INDEX, NvAccess.ANYBODY));
    }

    @Test
    void writingIsLockedUntilTheNextStart() throws IOException {
      define(NvAttributes.OWNERWRITE.with(NvAttributes.WRITE_STCLEAR), 12);
      nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER));
      nv.lockWriting(INDEX, NvAccess.owner(OWNER));
      assertTrue(nv.area(INDEX).writeStClear());
      assertRefused(
          ResultCode.AREA_LOCKED, () -> nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER)));
      OwnedTpm12.powerCycle(tpm);
      nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER));
    }

    @Test
    void writingIsLockedForEver() throws IOException {
      define(NvAttributes.OWNERWRITE.with(NvAttributes.WRITEDEFINE), 12);
      nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER));
      nv.lockWriting(INDEX, NvAccess.owner(OWNER));
      OwnedTpm12.powerCycle(tpm);
      assertTrue(nv.area(INDEX).writeDefine());
      assertRefused(
          ResultCode.AREA_LOCKED, () -> nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER)));
      assertEquals(DATA, nv.read(INDEX, NvAccess.ANYBODY));
    }

    @Test
    void readingIsLockedUntilTheNextStart() throws IOException {
      define(NvAttributes.OWNERWRITE.with(NvAttributes.READ_STCLEAR), 12);
      nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER));
      nv.lockReading(INDEX, NvAccess.ANYBODY);
      assertTrue(nv.area(INDEX).readStClear());
      assertRefused(
          ResultCode.DISABLED_CMD, () -> nv.read(INDEX, NvAccess.ANYBODY));
      OwnedTpm12.powerCycle(tpm);
      assertEquals(DATA, nv.read(INDEX, NvAccess.ANYBODY));
    }

    @Test
    void allAreasWithTheGlobalLockAreLockedTogether() throws IOException {
      define(NvAttributes.OWNERWRITE.with(NvAttributes.GLOBALLOCK), 12);
      nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER));
      nv.lockAllWriting();
      assertRefused(
          ResultCode.AREA_LOCKED, () -> nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER)));
      OwnedTpm12.powerCycle(tpm);
      nv.write(INDEX, 0, DATA, NvAccess.owner(OWNER));
    }

    @Test
    void anAreaTooLargeIsRefusedAndLeavesNothing() throws IOException {
      List<NvIndex> before = nv.indices();
      assertRefused(ResultCode.SIZE, () -> define(NvAttributes.OWNERWRITE, 1_000_000));
      assertEquals(before, nv.indices());
    }
  }

  @Test
  void refusesWhatNoCommandMeans() {
    assertThrows(IllegalArgumentException.class, () -> define(NvAttributes.OWNERREAD, 0));
    assertThrows(
        IllegalArgumentException.class, () -> nv.read(INDEX, 0, 0, NvAccess.ANYBODY));
    assertThrows(
        IllegalArgumentException.class,
        () -> nv.write(INDEX, 0, Bytes.EMPTY, NvAccess.ANYBODY));
    assertThrows(IllegalArgumentException.class, () -> NvAccess.owner(AuthValue.utf8("short")));
  }

  /** As a manufacturer leaves a TPM: {@code swtpm_setup --lock-nvram} sets nvLocked. */
  @Nested
  @NeedsProgram("swtpm_setup")
  class OnATpmThatSwtpmSetupLocked {

    @Test
    void aWrongPasswordIsRefusedByTheTpm(@TempDir Path state) throws Exception {
      tpm.close();
      Process setup =
          new ProcessBuilder(
                  "swtpm_setup", "--tpmstate", state.toString(), "--createek", "--lock-nvram")
              .redirectErrorStream(true)
              .redirectOutput(state.resolve("setup.log").toFile())
              .start();
      assertTrue(setup.waitFor(60, TimeUnit.SECONDS), "swtpm_setup did not end");
      assertEquals(0, setup.exitValue());
      try (Tpm12 locked =
          OwnedTpm12.open(Transports.open("libtpms:family=1.2,state=" + state))) {
        assertTrue(locked.nv().isLocked());
        NvDataPublic area =
            NvDataPublic.of(
                INDEX, NvAttributes.OWNERREAD.with(NvAttributes.OWNERWRITE), 12);
        locked.nv().define(area, WELL_KNOWN, OWNER);
        locked.nv().write(INDEX, 0, DATA, NvAccess.owner(OWNER));
        assertRefused(
            ResultCode.AUTHFAIL, () -> locked.nv().read(INDEX, NvAccess.owner(WRONG)));
        assertEquals(DATA, locked.nv().read(INDEX, NvAccess.owner(OWNER)));
      }
    }
  }
}
