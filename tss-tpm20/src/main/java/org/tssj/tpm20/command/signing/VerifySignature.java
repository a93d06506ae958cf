package org.tssj.tpm20.command.signing;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.object.VerifiedTicket;

/**
 * TPM2_VerifySignature: has the TPM verify a signature.
 *
 * @param keyHandle a loaded public key
 * @param digest what was signed
 * @param signature the signature
 * @see "TPM 2.0 Library, Part 3, 20.1 TPM2_VerifySignature"
 */
public record VerifySignature(Handle keyHandle, Bytes digest, Signature signature)
    implements Command<VerifySignature.Response> {

  /**
   * What TPM2_VerifySignature answers.
   *
   * @param validation proof for other commands that this TPM verified it
   */
  public record Response(VerifiedTicket validation) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_VerifySignature response",
            Response::new,
            field("validation", VerifiedTicket.CODEC, Response::validation));
  }

  /** TPM_CC_VerifySignature. */
  public static final CommandSpec<VerifySignature, Response> SPEC =
      command(
          0x0177,
          struct(
              "TPM2_VerifySignature",
              VerifySignature::new,
              plainHandle("keyHandle", DH_OBJECT, VerifySignature::keyHandle),
              bytes16("digest", 64, VerifySignature::digest),
              field("signature", Signature.CODEC, VerifySignature::signature)),
          Response.CODEC);

  @Override
  public CommandSpec<VerifySignature, Response> spec() {
    return SPEC;
  }
}
