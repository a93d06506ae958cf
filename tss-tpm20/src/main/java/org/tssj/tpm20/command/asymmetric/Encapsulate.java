package org.tssj.tpm20.command.asymmetric;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_Encapsulate: makes a secret that only the owner of a key-encapsulation key can recover;
 * since 1.85.
 *
 * @param keyHandle a loaded ML-KEM key; the public part is enough
 * @see "TPM 2.0 Library, version 185, Part 3, TPM2_Encapsulate"
 */
public record Encapsulate(Handle keyHandle) implements Command<Encapsulate.Response> {

  /**
   * What TPM2_Encapsulate answers.
   *
   * @param sharedSecret the shared secret
   * @param ciphertext for the key's owner
   */
  public record Response(AuthValue sharedSecret, Bytes ciphertext) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Encapsulate response",
            Response::new,
            secret16("sharedSecret", Response::sharedSecret),
            bytes16("ciphertext", Response::ciphertext));
  }

  /** TPM_CC_Encapsulate. */
  public static final CommandSpec<Encapsulate, Response> SPEC =
      command(
          0x01a7,
          struct(
              "TPM2_Encapsulate",
              Encapsulate::new,
              plainHandle("keyHandle", DH_OBJECT, Encapsulate::keyHandle)),
          Response.CODEC);

  @Override
  public CommandSpec<Encapsulate, Response> spec() {
    return SPEC;
  }
}
