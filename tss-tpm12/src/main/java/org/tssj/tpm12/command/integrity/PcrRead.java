package org.tssj.tpm12.command.integrity;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_PCRRead: reads a PCR. Nothing proves the answer; a quote does.
 *
 * @param pcrIndex the PCR
 * @see "TPM 1.2 Main, Part 3, 16.2 TPM_PCRRead"
 */
public record PcrRead(long pcrIndex) implements Command<PcrRead.Response> {

  /**
   * What TPM_PCRRead answers.
   *
   * @param outDigest its value, 20 octets
   */
  public record Response(Bytes outDigest) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_PCRRead response", Response::new, bytes("outDigest", 20, Response::outDigest));
  }

  /** TPM_ORD_PCRRead: no authorisation. */
  public static final CommandSpec<PcrRead, Response> SPEC =
      command(
          0x15,
          struct("TPM_PCRRead", PcrRead::new, u32("pcrIndex", PcrRead::pcrIndex)),
          Response.CODEC);

  @Override
  public CommandSpec<PcrRead, Response> spec() {
    return SPEC;
  }
}
