package org.tssj.tpm20.command.asymmetric;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Fields.sized16;
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
import org.tssj.tpm20.structure.object.EccPoint;

/**
 * TPM2_ECC_Decrypt: decrypts with an elliptic-curve key.
 *
 * @param keyHandle a loaded ECC decryption key
 * @param c1 the ephemeral public point
 * @param c2 the encrypted octets
 * @param c3 the integrity value
 * @param inScheme how the key is derived, {@code Scheme.NULL} to take the key's own
 * @see "TPM 2.0 Library, Part 3, 14.9 TPM2_ECC_Decrypt"
 */
public record EccDecrypt(Handle keyHandle, EccPoint c1, Bytes c2, Bytes c3, Scheme inScheme)
    implements Command<EccDecrypt.Response> {

  /**
   * What TPM2_ECC_Decrypt answers.
   *
   * @param plainText what was encrypted
   */
  public record Response(AuthValue plainText) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ECC_Decrypt response", Response::new, secret16("plainText", Response::plainText));
  }

  /** TPM_CC_ECC_Decrypt. */
  public static final CommandSpec<EccDecrypt, Response> SPEC =
      command(
          0x019a,
          struct(
              "TPM2_ECC_Decrypt",
              EccDecrypt::new,
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, EccDecrypt::keyHandle),
              sized16("C1", EccPoint.CODEC, EccDecrypt::c1),
              bytes16("C2", EccDecrypt::c2),
              bytes16("C3", EccDecrypt::c3),
              field("inScheme", Scheme.KDF, EccDecrypt::inScheme)),
          Response.CODEC);

  @Override
  public CommandSpec<EccDecrypt, Response> spec() {
    return SPEC;
  }
}
