package org.tssj.tpm12.command.integrity;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrSelection;

/**
 * TPM_Quote: signs the values of PCRs.
 *
 * <p>What is signed is TPM_QUOTE_INFO, which the TPM does not send: {@code QuoteInfo.of(pcrData,
 * externalData)} is it.
 *
 * @param keyHandle an identity, signing or legacy key
 * @param externalData the verifier's nonce, 20 octets
 * @param targetPcr which PCRs
 * @see "TPM 1.2 Main, Part 3, 16.3 TPM_Quote"
 */
public record Quote(Handle keyHandle, Bytes externalData, PcrBitmap targetPcr)
    implements Command<Quote.Response> {

  /**
   * What TPM_Quote answers.
   *
   * @param pcrData the PCRs and their values
   * @param sig the signature
   */
  public record Response(PcrComposite pcrData, Bytes sig) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Quote response",
            Response::new,
            field("pcrData", PcrComposite.CODEC, Response::pcrData),
            bytes32("sig", Response::sig));
  }

  /** TPM_ORD_Quote: privAuth unless it has no secret. */
  public static final CommandSpec<Quote, Response> SPEC =
      command(
          0x16,
          struct(
              "TPM_Quote",
              Quote::new,
              handle("keyHandle", Quote::keyHandle),
              bytes("externalData", 20, Quote::externalData),
              field("targetPCR", PcrSelection.CODEC, Quote::targetPcr)),
          Response.CODEC,
          optional("privAuth"));

  @Override
  public CommandSpec<Quote, Response> spec() {
    return SPEC;
  }
}
