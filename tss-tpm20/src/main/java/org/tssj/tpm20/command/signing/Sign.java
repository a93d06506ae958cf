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
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPM2_Sign: signs a digest.
 *
 * @param keyHandle a loaded signing key
 * @param digest what to sign
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @param validation for a restricted key, proof that the TPM made the digest; else the null ticket
 * @see "TPM 2.0 Library, Part 3, 20.2 TPM2_Sign"
 */
public record Sign(Handle keyHandle, Bytes digest, Scheme inScheme, HashcheckTicket validation)
    implements Command<Sign.Response> {

  /**
   * What TPM2_Sign answers.
   *
   * @param signature the signature
   */
  public record Response(Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Sign response",
            Response::new,
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_Sign. */
  public static final CommandSpec<Sign, Response> SPEC =
      command(
          0x015d,
          struct(
              "TPM2_Sign",
              Sign::new,
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, Sign::keyHandle),
              bytes16("digest", 64, Sign::digest),
              field("inScheme", Scheme.SIGNATURE, Sign::inScheme),
              field("validation", HashcheckTicket.CODEC, Sign::validation)),
          Response.CODEC);

  @Override
  public CommandSpec<Sign, Response> spec() {
    return SPEC;
  }
}
