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
 * TPM2_VerifyDigestSignature: verifies the signature of a digest; since 1.85.
 *
 * @param keyHandle a loaded public key
 * @param context the context string of the scheme, at most 255 octets; empty for none
 * @param digest what was signed
 * @param signature the signature
 * @see "TPM 2.0 Library, version 185, Part 3, TPM2_VerifyDigestSignature"
 */
public record VerifyDigestSignature(
    Handle keyHandle, Bytes context, Bytes digest, Signature signature)
    implements Command<VerifyDigestSignature.Response> {

  /**
   * What TPM2_VerifyDigestSignature answers.
   *
   * @param validation proof for other commands that this TPM verified it
   */
  public record Response(VerifiedTicket validation) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_VerifyDigestSignature response",
            Response::new,
            field("validation", VerifiedTicket.CODEC, Response::validation));
  }

  /** TPM_CC_VerifyDigestSignature. */
  public static final CommandSpec<VerifyDigestSignature, Response> SPEC =
      command(
          0x01a5,
          struct(
              "TPM2_VerifyDigestSignature",
              VerifyDigestSignature::new,
              plainHandle("keyHandle", DH_OBJECT, VerifyDigestSignature::keyHandle),
              bytes16("context", VerifyDigestSignature::context),
              bytes16("digest", 64, VerifyDigestSignature::digest),
              field("signature", Signature.CODEC, VerifyDigestSignature::signature)),
          Response.CODEC);

  @Override
  public CommandSpec<VerifyDigestSignature, Response> spec() {
    return SPEC;
  }
}
