package org.tssj.tpm20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.symmetric.EncryptDecrypt2;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * Ten octets where a whole answer was expected: what somebody sees whose command the TPM, or
 * something before it, did not take. Also for a command with sessions, whose answer would have had
 * an authorisation area.
 */
class ShortAnswersTest {

  /** Answers everything with the same octets. */
  private record Answering(Bytes answer) implements TpmTransport {
    @Override
    public byte[] exchange(byte[] command) {
      return answer.toArray();
    }

    @Override
    public String endpoint() {
      return "a test";
    }

    @Override
    public void close() {}
  }

  private static <E extends TpmException> E refusal(Class<E> kind, String answer) {
    Tpm20 tpm = Tpm20.over(new Answering(Bytes.hex(answer)), RetryBudget.NONE);
    // With a password: TPM_ST_SESSIONS.
    return assertThrows(
        kind,
        () ->
            tpm.execute(
                new EncryptDecrypt2(
                    Handle.of(0x8000_0000),
                    AuthValue.EMPTY,
                    false,
                    AlgorithmId.CFB,
                    Bytes.zeros(16))));
  }

  @Test
  void aCommandThatTheTpmLacksIsSaidToBeMissingOrBlocked() {
    TpmResponseException refused = refusal(TpmResponseException.class, "8001 0000000a 00000143");
    assertEquals("TPM_RC_COMMAND_CODE", refused.name());
    assertEquals(
        "TPM2_EncryptDecrypt2: TPM_RC_COMMAND_CODE [rc 0x143]: this TPM does not implement the"
            + " command, or something before it blocks it. TPM_CAP_COMMANDS lists what the TPM"
            + " implements; /dev/tpmrm0 and Windows TBS refuse some of these with the same code",
        refused.getMessage());
  }

  @Test
  void whatWindowsBlocksIsNotBlamedOnTheTpm() {
    TpmServiceException blocked = refusal(TpmServiceException.class, "8001 0000000a 80280400");
    assertEquals("Windows TBS", blocked.layer());
    assertEquals(
        "Windows TBS refused [0x80280400]: TPM2_EncryptDecrypt2: TPM_E_COMMAND_BLOCKED: Windows lets"
            + " nobody send this command, or only an administrator. Run as administrator; what"
            + " stays blocked is listed under the policy \"Configure the list of blocked TPM"
            + " commands\"",
        blocked.getMessage());
  }

  @Test
  void whatTheKernelsResourceManagerRefusesIsItsOwn() {
    TpmServiceException refused = refusal(TpmServiceException.class, "8001 0000000a 000b0143");
    assertEquals("resource manager", refused.layer());
    assertEquals(0xb0143, refused.code());
  }

  @Test
  void whatTabrmdRefusesHasItsName() {
    TpmServiceException refused = refusal(TpmServiceException.class, "8001 0000000a 000c000c");
    assertTrue(refused.getMessage().contains("TSS2_RESMGR_RC_NOT_PERMITTED"), refused.getMessage());
  }

  @Test
  void aTpm12SaysThatItIsNotOne() {
    // TPM_TAG_RSP_COMMAND, TPM_BADTAG.
    TpmResponseException refused = refusal(TpmResponseException.class, "00c4 0000000a 0000001e");
    assertEquals("TPM_RC_BAD_TAG", refused.name());
    assertTrue(refused.getMessage().contains("open it as TPM 1.2"), refused.getMessage());
  }

  @Test
  void theParameterIsNamedWhereTheCodeHasOne() {
    TpmResponseException refused = refusal(TpmResponseException.class, "8001 0000000a 000004d5");
    assertEquals(Optional.of("parameter 4 (ivIn)"), refused.subject());
  }

  @Test
  void successWithoutAnAuthorisationAreaIsNoSuccess() {
    Tpm20 tpm = Tpm20.over(new Answering(Bytes.hex("8001 0000000a 00000000")));
    assertThrows(
        TpmAuthenticityException.class,
        () -> tpm.execute(new Clear(Handle.LOCKOUT), Authorization.NONE));
  }
}
