package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_CMK_ApproveMA: the owner's approval of migration authorities.
 *
 * @param migrationAuthorityDigest SHA-1 of TPM_MSA_COMPOSITE, 20 octets
 * @see "TPM 1.2 Main, Part 3, 11.6 TPM_CMK_ApproveMA"
 */
public record CmkApproveMa(Bytes migrationAuthorityDigest)
    implements Command<CmkApproveMa.Response> {

  /**
   * What TPM_CMK_ApproveMA answers.
   *
   * @param outData the approval, 20 octets, which only this TPM takes
   */
  public record Response(Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CMK_ApproveMA response", Response::new, bytes("outData", 20, Response::outData));
  }

  /** TPM_ORD_CMK_ApproveMA: ownerAuth. */
  public static final CommandSpec<CmkApproveMa, Response> SPEC =
      command(
          0x1d,
          struct(
              "TPM_CMK_ApproveMA",
              CmkApproveMa::new,
              bytes("migrationAuthorityDigest", 20, CmkApproveMa::migrationAuthorityDigest)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<CmkApproveMa, Response> spec() {
    return SPEC;
  }
}
