package org.tssj.tpm20.command.asymmetric;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_RSA_Encrypt: encrypts with an RSA key.
 *
 * @param keyHandle a loaded RSA key; the public part is enough
 * @param message what to encrypt: no longer than the key and its padding allow
 * @param inScheme the padding, {@code Scheme.NULL} to take the key's own
 * @param label the label of OAEP, which has to end with a zero octet; empty for none
 * @see "TPM 2.0 Library, Part 3, 14.2 TPM2_RSA_Encrypt"
 */
public record RsaEncrypt(Handle keyHandle, AuthValue message, Scheme inScheme, Bytes label)
    implements Command<RsaEncrypt.Response> {

  /**
   * What TPM2_RSA_Encrypt answers.
   *
   * @param outData as long as the modulus
   */
  public record Response(Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_RSA_Encrypt response", Response::new, bytes16("outData", Response::outData));
  }

  /** TPM_CC_RSA_Encrypt. */
  public static final CommandSpec<RsaEncrypt, Response> SPEC =
      command(
          0x0174,
          struct(
              "TPM2_RSA_Encrypt",
              RsaEncrypt::new,
              plainHandle("keyHandle", DH_OBJECT, RsaEncrypt::keyHandle),
              secret16("message", RsaEncrypt::message),
              field("inScheme", Scheme.RSA_DECRYPT, RsaEncrypt::inScheme),
              bytes16("label", RsaEncrypt::label)),
          Response.CODEC);

  @Override
  public CommandSpec<RsaEncrypt, Response> spec() {
    return SPEC;
  }
}
