package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_CMK_CreateTicket: checks a signature and answers a ticket that says so.
 *
 * @param verificationKey whose signature it is
 * @param signedData the digest that was signed, 20 octets
 * @param signatureValue the signature
 * @see "TPM 1.2 Main, Part 3, 11.8 TPM_CMK_CreateTicket"
 */
public record CmkCreateTicket(PubKey verificationKey, Bytes signedData, Bytes signatureValue)
    implements Command<CmkCreateTicket.Response> {

  /**
   * What TPM_CMK_CreateTicket answers.
   *
   * @param sigTicket the ticket, 20 octets, which only this TPM takes
   */
  public record Response(Bytes sigTicket) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CMK_CreateTicket response",
            Response::new,
            bytes("sigTicket", 20, Response::sigTicket));
  }

  /** TPM_ORD_CMK_CreateTicket: ownerAuth. */
  public static final CommandSpec<CmkCreateTicket, Response> SPEC =
      command(
          0x12,
          struct(
              "TPM_CMK_CreateTicket",
              CmkCreateTicket::new,
              field("verificationKey", PubKey.CODEC, CmkCreateTicket::verificationKey),
              bytes("signedData", 20, CmkCreateTicket::signedData),
              bytes32("signatureValue", CmkCreateTicket::signatureValue)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<CmkCreateTicket, Response> spec() {
    return SPEC;
  }
}
