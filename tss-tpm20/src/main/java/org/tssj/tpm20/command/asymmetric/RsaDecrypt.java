package org.tssj.tpm20.command.asymmetric;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_RSA_Decrypt: decrypts with an RSA key.
 *
 * @param keyHandle a loaded RSA decryption key
 * @param cipherText as long as the modulus
 * @param inScheme the padding, {@code Scheme.NULL} to take the key's own
 * @param label the label of OAEP, which has to end with a zero octet; empty for none
 * @see "TPM 2.0 Library, Part 3, 14.3 TPM2_RSA_Decrypt"
 */
public record RsaDecrypt(Handle keyHandle, Bytes cipherText, Scheme inScheme, Bytes label)
    implements Command<RsaDecrypt.Response> {

  /**
   * What TPM2_RSA_Decrypt answers.
   *
   * @param message what was encrypted
   */
  public record Response(AuthValue message) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_RSA_Decrypt response", Response::new, secret16("message", Response::message));
  }

  /** TPM_CC_RSA_Decrypt. */
  public static final CommandSpec<RsaDecrypt, Response> SPEC =
      command(
          0x0159,
          struct(
              "TPM2_RSA_Decrypt",
              RsaDecrypt::new,
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, RsaDecrypt::keyHandle),
              bytes16("cipherText", RsaDecrypt::cipherText),
              field("inScheme", Scheme.RSA_DECRYPT, RsaDecrypt::inScheme),
              bytes16("label", RsaDecrypt::label)),
          Response.CODEC);

  @Override
  public CommandSpec<RsaDecrypt, Response> spec() {
    return SPEC;
  }
}
