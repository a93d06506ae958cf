package org.tssj.tpm12.command.crypto;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SHA1CompleteExtend: ends a SHA-1 calculation and extends a PCR with the result.
 *
 * @param pcrNum the PCR
 * @param hashData the last 0 to 64 octets
 * @see "TPM 1.2 Main, Part 3, 13.4 TPM_SHA1CompleteExtend"
 */
public record Sha1CompleteExtend(long pcrNum, Bytes hashData)
    implements Command<Sha1CompleteExtend.Response> {

  /**
   * What TPM_SHA1CompleteExtend answers.
   *
   * @param hashValue SHA-1 of everything, 20 octets
   * @param outDigest the PCR afterwards, 20 octets
   */
  public record Response(Bytes hashValue, Bytes outDigest) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_SHA1CompleteExtend response",
            Response::new,
            bytes("hashValue", 20, Response::hashValue),
            bytes("outDigest", 20, Response::outDigest));
  }

  /** TPM_ORD_SHA1CompleteExtend: no authorisation. */
  public static final CommandSpec<Sha1CompleteExtend, Response> SPEC =
      command(
          0xa3,
          struct(
              "TPM_SHA1CompleteExtend",
              Sha1CompleteExtend::new,
              u32("pcrNum", Sha1CompleteExtend::pcrNum),
              bytes32("hashData", Sha1CompleteExtend::hashData)),
          Response.CODEC);

  @Override
  public CommandSpec<Sha1CompleteExtend, Response> spec() {
    return SPEC;
  }
}
