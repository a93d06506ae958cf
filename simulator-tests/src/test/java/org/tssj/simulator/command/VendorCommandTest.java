package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PLATFORM;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.wire.Struct;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * A command that no specification has, added by one record. Encoding, authorisation, checks before
 * sending and error texts follow from it.
 */
class VendorCommandTest {

  /** ACME_ReadFuses: reads fuses; the platform has to agree. */
  record ReadFuses(Handle authorization, Bytes mask, int count)
      implements Command<ReadFuses.Response> {

    record Response(Bytes fuses) {
      static final Struct<Response> CODEC =
          struct("ACME_ReadFuses response", Response::new, bytes16("fuses", Response::fuses));
    }

    static final CommandSpec<ReadFuses, Response> SPEC =
        command(
            0x2000_0042,
            struct(
                "ACME_ReadFuses",
                ReadFuses::new,
                authorizedHandle("authorization", Role.USER, RH_PLATFORM, ReadFuses::authorization),
                bytes16("mask", 8, ReadFuses::mask),
                u16("count", ReadFuses::count)),
            Response.CODEC);

    @Override
    public CommandSpec<ReadFuses, Response> spec() {
      return SPEC;
    }
  }

  /** Hears one command and answers it as the vendor's TPM would. */
  private static final class Acme implements TpmTransport {
    private final Bytes answer;
    private Bytes heard = Bytes.EMPTY;

    Acme(String answer) {
      this.answer = Bytes.hex(answer);
    }

    @Override
    public byte[] exchange(byte[] command) {
      heard = Bytes.of(command);
      return answer.toArray();
    }

    @Override
    public String endpoint() {
      return "acme";
    }

    @Override
    public void close() {}
  }

  private static final ReadFuses COMMAND = new ReadFuses(Handle.PLATFORM, Bytes.hex("ff01"), 2);

  @Test
  void isSentWithItsAuthorisationAndItsAnswerIsRead() throws IOException {
    Acme acme = new Acme("8002 00000018 00000000 00000005 0003 a1a2a3 0000 01 0000");
    assertEquals(Bytes.hex("a1a2a3"), Tpm20.over(acme).execute(COMMAND).fuses());
    assertEquals(
        Bytes.hex(
            "8002 00000021 20000042"
                + "4000000c"
                + "00000009 40000009 0000 01 0000"
                + "0002 ff01 0002"),
        acme.heard);
  }

  @Test
  void itsRefusalNamesItsParameters() {
    // TPM_RC_VALUE, parameter 2.
    TpmResponseException refused =
        assertThrows(
            TpmResponseException.class,
            () ->
                Tpm20.over(new Acme("8001 0000000a 000002c4"), RetryBudget.NONE).execute(COMMAND));
    assertTrue(
        refused
            .getMessage()
            .startsWith("ACME_ReadFuses: TPM_RC_VALUE on parameter 2 (count) [rc 0x2c4]"),
        refused.getMessage());
  }

  @Test
  void whatCannotBeIsNotSent() {
    Acme acme = new Acme("");
    assertEquals(
        "ACME_ReadFuses.authorization: has to be TPM_RH_PLATFORM (TPMI_RH_PLATFORM), was"
            + " TPM_RH_OWNER",
        assertThrows(
                IllegalArgumentException.class,
                () -> Tpm20.over(acme).execute(new ReadFuses(Handle.OWNER, Bytes.EMPTY, 1)))
            .getMessage());
    assertTrue(acme.heard.isEmpty());
    assertTrue(ReadFuses.SPEC.firstParameterCanBeEncrypted());
    assertFalse(ReadFuses.SPEC.parameterNames().isEmpty());
  }

  @Test
  @SoftwareTpm
  void aTpmOfAnotherVendorDoesNotKnowIt(Tpm20 tpm) {
    TpmResponseException refused =
        assertThrows(TpmResponseException.class, () -> tpm.execute(COMMAND));
    assertEquals("TPM_RC_COMMAND_CODE", refused.name());
  }
}
