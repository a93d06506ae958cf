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
 * TPM_Extend: extends a PCR: its new value is the SHA-1 of the old one and the digest.
 *
 * @param pcrNum the PCR
 * @param inDigest what is extended, 20 octets; no hash is computed of it
 * @see "TPM 1.2 Main, Part 3, 16.1 TPM_Extend"
 */
public record Extend(long pcrNum, Bytes inDigest) implements Command<Extend.Response> {

  /**
   * What TPM_Extend answers.
   *
   * @param outDigest the PCR afterwards, 20 octets
   */
  public record Response(Bytes outDigest) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_Extend response", Response::new, bytes("outDigest", 20, Response::outDigest));
  }

  /** TPM_ORD_Extend: no authorisation. */
  public static final CommandSpec<Extend, Response> SPEC =
      command(
          0x14,
          struct(
              "TPM_Extend",
              Extend::new,
              u32("pcrNum", Extend::pcrNum),
              bytes("inDigest", 20, Extend::inDigest)),
          Response.CODEC);

  @Override
  public CommandSpec<Extend, Response> spec() {
    return SPEC;
  }
}
