package org.tssj.tpm12.command.crypto;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_Sign: signs with a signing or legacy key.
 *
 * @param keyHandle the key
 * @param areaToSign what the key's scheme wants: a SHA-1 digest, DER, or anything for the scheme
 *     INFO
 * @see "TPM 1.2 Main, Part 3, 13.5 TPM_Sign"
 */
public record Sign(Handle keyHandle, Bytes areaToSign) implements Command<Sign.Response> {

  /**
   * What TPM_Sign answers.
   *
   * @param sig the signature
   */
  public record Response(Bytes sig) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_Sign response", Response::new, bytes32("sig", Response::sig));
  }

  /** TPM_ORD_Sign: privAuth unless it has no secret. */
  public static final CommandSpec<Sign, Response> SPEC =
      command(
          0x3c,
          struct(
              "TPM_Sign",
              Sign::new,
              handle("keyHandle", Sign::keyHandle),
              bytes32("areaToSign", Sign::areaToSign)),
          Response.CODEC,
          optional("privAuth"));

  @Override
  public CommandSpec<Sign, Response> spec() {
    return SPEC;
  }
}
