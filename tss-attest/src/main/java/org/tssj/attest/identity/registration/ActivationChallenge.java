package org.tssj.attest.identity.registration;

import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm12.identity.PrivacyCa;
import org.tssj.tpm20.command.object.MakeCredential;

/** A secret that only one TPM can read, and only if it holds one attestation key. */
public sealed interface ActivationChallenge {

  /** Which family it is for. */
  Family family();

  /**
   * For TPM2_ActivateCredential.
   *
   * @param endorsementName Name of the endorsement key that opens it
   * @param credential TPM2B_ID_OBJECT and TPM2B_ENCRYPTED_SECRET
   */
  record Tpm20(Bytes endorsementName, MakeCredential.Response credential)
      implements ActivationChallenge {
    @Override
    public Family family() {
      return Family.TPM20;
    }
  }

  /**
   * For TPM_ActivateIdentity.
   *
   * @param answer TPM_ASYM_CA_CONTENTS, encrypted for the endorsement key, and the secret,
   *     encrypted with the key in there
   */
  record Tpm12(PrivacyCa.Answer answer) implements ActivationChallenge {
    @Override
    public Family family() {
      return Family.TPM12;
    }
  }
}
