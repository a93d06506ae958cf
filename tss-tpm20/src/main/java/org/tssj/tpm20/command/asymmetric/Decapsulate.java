package org.tssj.tpm20.command.asymmetric;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
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
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_Decapsulate: recovers an encapsulated secret; since 1.85.
 *
 * @param keyHandle a loaded ML-KEM decryption key
 * @param ciphertext what TPM2_Encapsulate made
 * @see "TPM 2.0 Library, version 185, Part 3, TPM2_Decapsulate"
 */
public record Decapsulate(Handle keyHandle, Bytes ciphertext)
    implements Command<Decapsulate.Response> {

  /**
   * What TPM2_Decapsulate answers.
   *
   * @param sharedSecret the shared secret
   */
  public record Response(AuthValue sharedSecret) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Decapsulate response",
            Response::new,
            secret16("sharedSecret", Response::sharedSecret));
  }

  /** TPM_CC_Decapsulate. */
  public static final CommandSpec<Decapsulate, Response> SPEC =
      command(
          0x01a8,
          struct(
              "TPM2_Decapsulate",
              Decapsulate::new,
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, Decapsulate::keyHandle),
              bytes16("ciphertext", Decapsulate::ciphertext)),
          Response.CODEC);

  @Override
  public CommandSpec<Decapsulate, Response> spec() {
    return SPEC;
  }
}
