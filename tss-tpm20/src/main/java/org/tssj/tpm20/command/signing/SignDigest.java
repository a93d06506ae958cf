package org.tssj.tpm20.command.signing;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPM2_SignDigest: signs a digest with a scheme that takes a context; since 1.85.
 *
 * @param keyHandle a loaded signing key
 * @param context the context string of the scheme, at most 255 octets; empty for none
 * @param digest what to sign
 * @param validation for a restricted key, proof that the TPM made the digest; else the null ticket
 * @see "TPM 2.0 Library, version 185, Part 3, TPM2_SignDigest"
 */
public record SignDigest(Handle keyHandle, Bytes context, Bytes digest, HashcheckTicket validation)
    implements Command<SignDigest.Response> {

  /**
   * What TPM2_SignDigest answers.
   *
   * @param signature the signature
   */
  public record Response(Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_SignDigest response",
            Response::new,
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_SignDigest. */
  public static final CommandSpec<SignDigest, Response> SPEC =
      command(
          0x01a6,
          struct(
              "TPM2_SignDigest",
              SignDigest::new,
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, SignDigest::keyHandle),
              bytes16("context", SignDigest::context),
              bytes16("digest", 64, SignDigest::digest),
              field("validation", HashcheckTicket.CODEC, SignDigest::validation)),
          Response.CODEC);

  @Override
  public CommandSpec<SignDigest, Response> spec() {
    return SPEC;
  }
}
