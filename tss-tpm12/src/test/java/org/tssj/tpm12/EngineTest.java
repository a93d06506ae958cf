package org.tssj.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.tpm12.ScriptedTpm.response;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.command.crypto.GetRandom;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.ownership.ForceClear;
import org.tssj.tpm12.command.ownership.OwnerClear;
import org.tssj.tpm12.command.storage.CreateWrapKey;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;

/** What the engine makes of a TPM's moods. Exchanges that succeed with an HMAC: HmacVectorsTest. */
class EngineTest {

  private static final AuthValue SECRET = Secret.ofPassword("secret");
  private static final String NONCE = "a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4";

  private final ScriptedTpm scripted = new ScriptedTpm();
  private final Tpm12 tpm = Tpm12.over(scripted, new RetryBudget(Duration.ofMillis(40)));

  @AfterEach
  void everythingWasAsked() {
    scripted.assertAllWasAsked();
  }

  @Test
  void writesACommandAsTheSpecificationDrawsIt() throws IOException {
    scripted.expects(
        Bytes.hex("00c1 0000000e 00000046 00000003"),
        Bytes.hex("00c4 00000011 00000000 00000003 c0ffee"));
    assertEquals(Bytes.hex("c0ffee"), tpm.execute(new GetRandom(3)).randomBytes());
  }

  @Nested
  class RefusesAnAnswer {

    private String refusal(String answer) {
      scripted.expects(0xc1, 0x15, Bytes.hex(answer));
      return assertThrows(WireException.class, () -> tpm.execute(new PcrRead(0))).getMessage();
    }

    @Test
    void thatIsShorterThanAHeader() {
      assertEquals(
          "TPM_PCRRead response: needs 4 bytes at offset 0x0006, only 2 of 8 left",
          refusal("00c4 0000000a 0000"));
    }

    @Test
    void thatLiesAboutItsLength() {
      assertEquals(
          "TPM_PCRRead response.paramSize: must be the length of the answer, 10, was 30 at offset"
              + " 0x0002",
          refusal("00c4 0000001e 00000000"));
    }

    @Test
    void thatIsATpm20s() {
      assertEquals(
          "TPM_PCRRead response.tag: must be TPM_TAG_RSP_COMMAND, _AUTH1_COMMAND or"
              + " _AUTH2_COMMAND (0x00c4 to 0x00c6), was 0x8001 at offset 0x0000",
          refusal("8001 0000000a 00000000"));
    }

    @Test
    void thatEndsInTheMiddleOfAField() {
      assertEquals(
          "TPM_PCRRead response.outDigest: needs 20 bytes at offset 0x000a, only 4 of 4 left",
          refusal("00c4 0000000e 00000000 01020304"));
    }

    @Test
    void thatGoesOnBehindItsLastField() {
      assertEquals(
          "TPM_PCRRead response: 1 bytes left over at offset 0x001e, after the last field",
          refusal("00c4 0000001f 00000000" + NONCE + "00"));
    }

    @Test
    void withParametersThatTheCommandHasNot() {
      scripted.expects(0xc1, 0x5d, response(0, "00"));
      assertEquals(
          "TPM_ForceClear response.TPMS_EMPTY: 1 bytes left over at offset 0x000a, after the last"
              + " field",
          assertThrows(WireException.class, () -> tpm.execute(new ForceClear())).getMessage());
    }

    @Test
    void withAuthorisationsNobodyAskedFor() {
      scripted.expects(0xc1, 0x15, Bytes.hex("00c5 0000000a 00000000"));
      var e = assertThrows(TpmAuthenticityException.class, () -> tpm.execute(new PcrRead(0)));
      assertTrue(e.check().contains("tag 0x00c5 for 1 authorisations"), e.check());
    }

    @Test
    void fromWhichTheAuthorisationWasTakenAway() {
      scripted
          .expects(0x0a, "", "0badcafe" + NONCE)
          .expects(0xc2, 0x5b, response(0, ""))
          .expects(0xba, "0badcafe 00000002", "");
      assertThrows(
          TpmAuthenticityException.class,
          () -> tpm.execute(new OwnerClear(), Authorization.oiap(SECRET)));
    }

    @Test
    void withHalfAnAuthorisation() {
      scripted
          .expects(0x0a, "", "0badcafe" + NONCE)
          .expects(0xc2, 0x5b, Bytes.hex("00c5 0000001e 00000000" + NONCE))
          .expects(0xba, "0badcafe 00000002", "");
      var e =
          assertThrows(
              WireException.class, () -> tpm.execute(new OwnerClear(), Authorization.oiap(SECRET)));
      assertEquals(
          "TPM_OwnerClear response: must have 1 authorisations of 41 bytes behind the header, was 20 bytes at"
              + " offset 0x000a",
          e.getMessage());
    }
  }

  @Nested
  class ATpmThatSaysLater {

    @Test
    void isAskedAgain() throws IOException {
      scripted
          .expects(0xc1, 0x46, response(0x800, ""))
          .expects(0xc1, 0x46, response(0x802, ""))
          .expects(0xc1, 0x46, response(0, "00000001 07"));
      assertEquals(Bytes.hex("07"), tpm.execute(new GetRandom(1)).randomBytes());
    }

    @Test
    void isGivenUpWhenTheTimeIsOverAndItSaysHowLongThatWas() {
      scripted.answersFromNowOn(response(0x803, ""));
      var e = assertThrows(TpmResponseException.class, () -> tpm.execute(new GetRandom(1)));
      assertEquals(ResultCode.DEFEND_LOCK_RUNNING.code(), e.code());
      assertTrue(
          e.getMessage()
              .matches(".*Asked again and again for 0\\.\\d s\\. Wait, with the power on.*"),
          e.getMessage());
      assertTrue(scripted.asked().size() > 1, "asked once only");
    }

    private Tpm12 noRetries() {
      return Tpm12.over(scripted, RetryBudget.NONE);
    }

    @Test
    void hasItsSelfTestDoneIfItAsksForThat() throws IOException {
      scripted
          .expects(0xc1, 0x46, response(0x801, ""))
          .expects(0x53, "", "")
          .expects(0xc1, 0x46, response(0x802, ""))
          .expects(0xc1, 0x46, response(0, "00000001 07"));
      assertEquals(Bytes.hex("07"), tpm.execute(new GetRandom(1)).randomBytes());
    }

    @Test
    void leavesAnInterruptedCallerTheException() {
      scripted.expects(0xc1, 0x46, response(0x800, ""));
      Thread.currentThread().interrupt();
      assertThrows(TpmTransportException.class, () -> tpm.execute(new GetRandom(1)));
      assertTrue(Thread.interrupted());
    }

    @Test
    void keepsTheSessionOfACommandItPutOff() {
      scripted
          .expects(0x0a, "", "0badcafe" + NONCE)
          .expects(0xc2, 0x5b, response(0x803, ""))
          .expects(0xba, "0badcafe 00000002", "");
      assertThrows(
          TpmResponseException.class,
          () -> noRetries().execute(new OwnerClear(), Authorization.oiap(SECRET)));
    }
  }

  @Nested
  class ASession {

    private Session oiap() throws IOException {
      scripted.expects(0x0a, "", "0badcafe" + NONCE);
      return tpm.oiap();
    }

    @Test
    void isFlushedWhenItIsClosed() throws IOException {
      Session session = oiap();
      assertEquals(new Handle(0x0badcafe), session.handle());
      scripted.expects(0xba, "0badcafe 00000002", "");
      session.close();
      session.close();
      assertFalse(session.isOpen());
    }

    @Test
    void isFlushedWhenTheTpmIsClosed() throws IOException {
      oiap();
      scripted.expects(0xba, "0badcafe 00000002", "");
      tpm.close();
      assertTrue(scripted.isClosed());
    }

    @Test
    void isNotFlushedWhenARefusedCommandEndedIt() throws IOException {
      try (Session session = oiap()) {
        scripted.expects(0xc2, 0x5b, response(1, ""));
        assertThrows(
            TpmResponseException.class,
            () -> tpm.execute(new OwnerClear(), session.authorize(SECRET)));
        assertTrue(session.isOpen());
      }
    }

    @Test
    void isOpenedAgainWhenARefusedCommandEndedIt() throws IOException {
      try (Session session = oiap()) {
        scripted
            .expects(0xc2, 0x5b, response(1, ""))
            .expects(0x0a, "", "00000007" + NONCE)
            .expects(0xc2, 0x5b, response(1, ""));
        for (int k = 0; k < 2; k++) {
          assertThrows(
              TpmResponseException.class,
              () -> tpm.execute(new OwnerClear(), session.authorize(SECRET)));
        }
        assertEquals(new Handle(7), session.handle());
      }
    }

    @Test
    void isOpenedAgainAndTheCommandSentAgainWhenTheTpmHasLostIt() throws IOException {
      try (Session session = oiap()) {
        scripted
            .expects(0xc2, 0x5b, response(0x22, ""))
            .expects(0x0a, "", "00000007" + NONCE)
            .expects(0xc2, 0x5b, response(5, ""));
        var e =
            assertThrows(
                TpmResponseException.class,
                () -> tpm.execute(new OwnerClear(), session.authorize(SECRET)));
        assertEquals("TPM_CLEAR_DISABLED", e.name());
      }
    }

    @Test
    void isNotOpenedAgainForEver() throws IOException {
      try (Session session = oiap()) {
        scripted
            .expects(0xc2, 0x5b, response(0x22, ""))
            .expects(0x0a, "", "00000007" + NONCE)
            .expects(0xc2, 0x5b, response(0x22, ""));
        var e =
            assertThrows(
                TpmResponseException.class,
                () -> tpm.execute(new OwnerClear(), session.authorize(SECRET)));
        assertEquals("TPM_INVALID_AUTHHANDLE", e.name());
      }
    }

    @Test
    void isFlushedBeforeAnotherTakesItsPlaceWhenAnAnswerWasLost() throws IOException {
      try (Session session = oiap()) {
        scripted
            .breaksOff(0xc2, 0x5b)
            .expects(0xba, "0badcafe 00000002", "")
            .expects(0x0a, "", "00000007" + NONCE)
            .expects(0xc2, 0x5b, response(1, ""));
        assertThrows(
            IOException.class, () -> tpm.execute(new OwnerClear(), session.authorize(SECRET)));
        assertThrows(
            TpmResponseException.class,
            () -> tpm.execute(new OwnerClear(), session.authorize(SECRET)));
      }
    }

    @Test
    void cannotBeUsedAfterItWasClosed() throws IOException {
      Session session = oiap();
      scripted.expects(0xba, "0badcafe 00000002", "");
      session.close();
      refuses(
          "TPM_OwnerClear was given the OIAP session 0x0badcafe, which is closed",
          () -> tpm.execute(new OwnerClear(), session.authorize(SECRET)));
    }
  }

  private static void refuses(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  @Nested
  class RefusesACaller {

    @Test
    void whoForgetsAnAuthorisation() {
      refuses(
          "TPM_OwnerClear takes the authorisations ownerAuth, not 0",
          () -> tpm.execute(new OwnerClear()));
    }

    @Test
    void whoGivesOneTooMany() {
      refuses(
          "TPM_PCRRead takes no authorisation, not 1",
          () -> tpm.execute(new PcrRead(0), Authorization.oiap(SECRET)));
      refuses(
          "TPM_Sign takes the authorisations [privAuth], not 2",
          () ->
              tpm.execute(
                  new Sign(Handle.SRK, Bytes.EMPTY),
                  Authorization.oiap(SECRET),
                  Authorization.oiap(SECRET)));
    }

    @Test
    void whoseSecretIsAPassword() {
      refuses(
          "OIAP: a secret of TPM 1.2 has 20 octets, this one 6; make one with Secret.ofPassword or"
              + " Secret.wellKnown",
          () -> Authorization.oiap(AuthValue.utf8("secret")));
    }

    @Test
    void whoCarriesANewSecretThroughOiap() {
      scripted.expects(0x0a, "", "0badcafe" + NONCE).expects(0xba, "0badcafe 00000002", "");
      Key template =
          Key.template(
              KeyUsage.SIGNING, KeyFlags.NONE, AuthDataUsage.ALWAYS, KeyParms.signing(2048));
      refuses(
          "TPM_CreateWrapKey encrypts dataUsageAuth with an OSAP session for pubAuth: write"
              + " Authorization.osap, or Tpm12.osap(...).use()",
          () ->
              tpm.execute(
                  new CreateWrapKey(Handle.SRK, SECRET, SECRET, template),
                  Authorization.oiap(SECRET)));
    }

    @Test
    void whoseCommandIsLargerThanATpmTakes() {
      refuses(
          "TPM_Sign would have 4114 octets, a TPM 1.2 takes at most 4096",
          () -> tpm.execute(new Sign(Handle.SRK, Bytes.zeros(4096))));
    }

    @Test
    void whoseParameterHasTheWrongSize() {
      refuses(
          "TPM_Extend.inDigest: must be 20 bytes, there are 32",
          () -> tpm.execute(new Extend(0, Bytes.zeros(32))));
    }
  }

  @Test
  void namesTheAuthorisationThatWasRefused() {
    scripted.expects(0x0a, "", "0badcafe" + NONCE).expects(0xc2, 0x81, response(1, ""));
    var e =
        assertThrows(
            TpmResponseException.class,
            () -> tpm.execute(new OwnerReadInternalPub(Handle.EK), Authorization.oiap(SECRET)));
    assertEquals("ownerAuth", e.subject().orElseThrow());
    assertTrue(
        e.getMessage()
            .startsWith(
                "TPM_OwnerReadInternalPub: TPM_AUTHFAIL on ownerAuth [rc 0x1]: the secret is wrong."),
        e.getMessage());
  }
}
