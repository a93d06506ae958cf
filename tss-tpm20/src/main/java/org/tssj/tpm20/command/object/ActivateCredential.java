package org.tssj.tpm20.command.object;

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
 * TPM2_ActivateCredential: opens a credential that was made for an object of this TPM.
 *
 * @param activateHandle the object that the credential is for: an attestation key
 * @param keyHandle the key that protects it: an endorsement key
 * @param credentialBlob TPM2B_ID_OBJECT without its size: the protected credential
 * @param secret TPM2B_ENCRYPTED_SECRET without its size: the seed of its protection
 * @see "TPM 2.0 Library, Part 3, 12.5 TPM2_ActivateCredential"
 */
public record ActivateCredential(
    Handle activateHandle, Handle keyHandle, Bytes credentialBlob, Bytes secret)
    implements Command<ActivateCredential.Response> {

  /**
   * What TPM2_ActivateCredential answers.
   *
   * @param certInfo the credential, which proves that both keys are in this TPM
   */
  public record Response(AuthValue certInfo) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ActivateCredential response",
            Response::new,
            secret16("certInfo", Response::certInfo));
  }

  /** TPM_CC_ActivateCredential. */
  public static final CommandSpec<ActivateCredential, Response> SPEC =
      command(
          0x0147,
          struct(
              "TPM2_ActivateCredential",
              ActivateCredential::new,
              authorizedHandle("activateHandle", Role.ADMIN, DH_OBJECT, ActivateCredential::activateHandle),
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, ActivateCredential::keyHandle),
              bytes16("credentialBlob", ActivateCredential::credentialBlob),
              bytes16("secret", ActivateCredential::secret)),
          Response.CODEC);

  @Override
  public CommandSpec<ActivateCredential, Response> spec() {
    return SPEC;
  }
}
