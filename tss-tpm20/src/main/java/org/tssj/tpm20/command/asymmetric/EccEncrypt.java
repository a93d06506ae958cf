package org.tssj.tpm20.command.asymmetric;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Fields.sized16;
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
import org.tssj.tpm20.structure.object.EccPoint;

/**
 * TPM2_ECC_Encrypt: encrypts with an elliptic-curve key.
 *
 * @param keyHandle a loaded ECC key; the public part is enough
 * @param plainText what to encrypt
 * @param inScheme how the key is derived, {@code Scheme.NULL} to take the key's own
 * @see "TPM 2.0 Library, Part 3, 14.8 TPM2_ECC_Encrypt"
 */
public record EccEncrypt(Handle keyHandle, AuthValue plainText, Scheme inScheme)
    implements Command<EccEncrypt.Response> {

  /**
   * What TPM2_ECC_Encrypt answers.
   *
   * @param c1 the ephemeral public point
   * @param c2 the encrypted octets
   * @param c3 the integrity value
   */
  public record Response(EccPoint c1, Bytes c2, Bytes c3) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ECC_Encrypt response",
            Response::new,
            sized16("C1", EccPoint.CODEC, Response::c1),
            bytes16("C2", Response::c2),
            bytes16("C3", Response::c3));
  }

  /** TPM_CC_ECC_Encrypt. */
  public static final CommandSpec<EccEncrypt, Response> SPEC =
      command(
          0x0199,
          struct(
              "TPM2_ECC_Encrypt",
              EccEncrypt::new,
              plainHandle("keyHandle", DH_OBJECT, EccEncrypt::keyHandle),
              secret16("plainText", EccEncrypt::plainText),
              field("inScheme", Scheme.KDF, EccEncrypt::inScheme)),
          Response.CODEC);

  @Override
  public CommandSpec<EccEncrypt, Response> spec() {
    return SPEC;
  }
}
