package org.tssj.tpm12.identity;

import java.security.SecureRandom;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.identity.IdentityProof;
import org.tssj.tpm12.structure.identity.IdentityReq;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.SymmetricKey;

/**
 * The host's end of an identity: what it asks a Privacy CA for, and what it makes of the answer.
 *
 * <pre>{@code
 * Bytes digest = IdentityRequest.labelDigest(label, ca);
 * MakeIdentity.Response made = tpm.execute(new MakeIdentity(secret, digest, template), ...);
 * IdentityReq request = IdentityRequest.to(ca, proof(made), random);
 * // ... the CA answers ...
 * SymmetricKey key = tpm.execute(new ActivateIdentity(handle, answer.asymBlob()), ...).symmetricKey();
 * Bytes certificate = IdentityRequest.certificate(key, answer.attestation());
 * }</pre>
 *
 * @see "TPM 1.2 Main, Part 1, 11 Identities"
 */
public final class IdentityRequest {

  private IdentityRequest() {}

  /**
   * TPM_CHOSENID_HASH: what TPM_MakeIdentity binds the new key to.
   *
   * @param label the identity's label, as the CA will see it
   * @param privacyCa the CA that shall certify it
   */
  public static Bytes labelDigest(Bytes label, PubKey privacyCa) {
    return Bank.SHA1.hash(label, PubKey.CODEC.encode(privacyCa));
  }

  /**
   * What the CA has to see.
   *
   * @param identityKey the new key
   * @param label as for {@link #labelDigest}
   * @param identityBinding what TPM_MakeIdentity answered
   * @param endorsementCredential the endorsement key's certificate
   */
  public static IdentityProof proof(
      PubKey identityKey, Bytes label, Bytes identityBinding, Bytes endorsementCredential) {
    return new IdentityProof(
        StructVer.V1_1,
        identityKey,
        label,
        identityBinding,
        endorsementCredential,
        Bytes.EMPTY,
        Bytes.EMPTY);
  }

  /**
   * TPM_IDENTITY_REQ: the proof, encrypted for the CA, so that nobody else learns which endorsement
   * key an identity belongs to.
   *
   * @param privacyCa the CA's key, which encrypts
   */
  public static IdentityReq to(PubKey privacyCa, IdentityProof proof, SecureRandom random) {
    SymmetricKey key = SessionCipher.newKey(random);
    KeyParms symmetric = SessionCipher.newParms(random);
    WireWriter out = new WireWriter();
    SymmetricKey.CODEC.write(key, out);
    try (AuthValue keyOctets = AuthValue.wrap(out.toArray())) {
      return new IdentityReq(
          privacyCa.algorithmParms(),
          symmetric,
          privacyCa.encrypt(keyOctets),
          SessionCipher.encrypt(key, symmetric, IdentityProof.CODEC.encode(proof)));
    } finally {
      out.wipe();
      key.data().close();
    }
  }

  /**
   * The certificate in a CA's answer.
   *
   * @param sessionKey what TPM_ActivateIdentity answered
   * @throws org.tssj.core.wire.WireException if it does not fit
   */
  public static Bytes certificate(SymmetricKey sessionKey, PrivacyCa.Answer answer) {
    return SessionCipher.decrypt(
        sessionKey, answer.attestation().algorithm(), answer.attestation().credential());
  }
}
