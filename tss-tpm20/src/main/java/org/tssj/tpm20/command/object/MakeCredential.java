package org.tssj.tpm20.command.object;

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
 * TPM2_MakeCredential: protects a credential so that only a TPM with both keys can open it; needs
 * no secret of this TPM.
 *
 * @param handle the loaded public part of the key that protects it
 * @param credential the credential: at most the largest digest
 * @param objectName the Name of the object it is for
 * @see "TPM 2.0 Library, Part 3, 12.6 TPM2_MakeCredential"
 */
public record MakeCredential(Handle handle, AuthValue credential, Bytes objectName)
    implements Command<MakeCredential.Response> {

  /**
   * What TPM2_MakeCredential answers.
   *
   * @param credentialBlob TPM2B_ID_OBJECT without its size
   * @param secret TPM2B_ENCRYPTED_SECRET without its size
   */
  public record Response(Bytes credentialBlob, Bytes secret) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_MakeCredential response",
            Response::new,
            bytes16("credentialBlob", Response::credentialBlob),
            bytes16("secret", Response::secret));
  }

  /** TPM_CC_MakeCredential. */
  public static final CommandSpec<MakeCredential, Response> SPEC =
      command(
          0x0168,
          struct(
              "TPM2_MakeCredential",
              MakeCredential::new,
              plainHandle("handle", DH_OBJECT, MakeCredential::handle),
              secret16("credential", MakeCredential::credential),
              bytes16("objectName", MakeCredential::objectName)),
          Response.CODEC);

  @Override
  public CommandSpec<MakeCredential, Response> spec() {
    return SPEC;
  }
}
