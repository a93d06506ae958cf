package org.tssj.tpm12.identity;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.identity.AsymCaContents;
import org.tssj.tpm12.structure.identity.EkBlob;
import org.tssj.tpm12.structure.identity.EkBlobActivate;
import org.tssj.tpm12.structure.identity.IdentityContents;
import org.tssj.tpm12.structure.identity.IdentityProof;
import org.tssj.tpm12.structure.identity.IdentityReq;
import org.tssj.tpm12.structure.identity.SymCaAttestation;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/**
 * A Privacy CA's end of an identity: it opens the request, checks that the key was made for it by a
 * TPM, and answers a certificate that only the TPM with this endorsement key and this identity can
 * read. Whether the endorsement key's certificate is to be trusted, and what it certifies, its
 * owner decides between {@link #open} and {@link #answer}.
 *
 * @see "TPM 1.2 Main, Part 1, 11 Identities"
 */
public final class PrivacyCa {

  private final PubKey publicKey;
  private final PrivateKey privateKey;
  private final SecureRandom random;

  /**
   * A CA with this key.
   *
   * @param publicKey an RSA key that encrypts with OAEP or PKCS#1 v1.5, as its scheme says
   */
  public PrivacyCa(PubKey publicKey, PrivateKey privateKey, SecureRandom random) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
    this.random = random;
  }

  /** The key that requests are encrypted for. */
  public PubKey publicKey() {
    return publicKey;
  }

  /**
   * The proof in a request. It is not checked yet.
   *
   * @throws WireException if it was not encrypted for this CA, or is damaged
   */
  public IdentityProof open(IdentityReq request) {
    byte[] octets = decrypt(request.asymBlob());
    SymmetricKey key;
    try {
      key = SymmetricKey.CODEC.decode(new WireReader(octets));
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
    try {
      return IdentityProof.CODEC.decode(
          SessionCipher.decrypt(key, request.symAlgorithm(), request.symBlob()));
    } finally {
      key.data().close();
    }
  }

  private byte[] decrypt(Bytes blob) {
    try {
      boolean oaep = publicKey.algorithmParms().encScheme().equals(EncScheme.RSAESOAEP_SHA1_MGF1);
      Cipher cipher = Cipher.getInstance(oaep ? "RSA/ECB/OAEPPadding" : "RSA/ECB/PKCS1Padding");
      if (oaep) {
        cipher.init(Cipher.DECRYPT_MODE, privateKey, PubKey.oaep());
      } else {
        cipher.init(Cipher.DECRYPT_MODE, privateKey);
      }
      return cipher.doFinal(blob.toArray());
    } catch (GeneralSecurityException e) {
      throw WireException.refused(
              "must be encrypted for this CA: " + e.getMessage(), 0, blob.length() + " bytes")
          .within("asymBlob");
    }
  }

  /**
   * Whether the identity key says itself that it was made for this CA and this label. It does not
   * say that a TPM made it: that follows only when somebody reads the answer.
   */
  public boolean isBound(IdentityProof proof) {
    IdentityContents contents =
        new IdentityContents(
            StructVer.V1_1,
            IdentityRequest.labelDigest(proof.labelArea(), publicKey),
            proof.identityKey());
    return proof
        .identityKey()
        .hasSigned(IdentityContents.CODEC.encode(contents), proof.identityBinding());
  }

  /**
   * A CA's answer.
   *
   * @param asymBlob the session key, encrypted for the endorsement key: what TPM_ActivateIdentity
   *     takes
   * @param attestation the certificate, encrypted with the session key
   */
  public record Answer(Bytes asymBlob, SymCaAttestation attestation) {}

  /**
   * Answers a certificate, in the form of TPM 1.1, which every TPM reads.
   *
   * @param proof of a request that was checked
   * @param endorsementKey the key in its endorsement certificate
   * @param certificate the identity's certificate
   * @throws IllegalArgumentException if the identity key was not made for this CA
   */
  public Answer answer(IdentityProof proof, PubKey endorsementKey, Bytes certificate) {
    return answer(
        proof,
        endorsementKey,
        certificate,
        (key, digest, out) -> AsymCaContents.CODEC.write(new AsymCaContents(key, digest), out));
  }

  /**
   * As {@link #answer(IdentityProof, PubKey, Bytes)}, in the form of TPM 1.2: the TPM reads it only
   * with these PCRs and localities.
   */
  public Answer answer(
      IdentityProof proof, PubKey endorsementKey, Bytes certificate, PcrInfoShort pcrs) {
    return answer(
        proof,
        endorsementKey,
        certificate,
        (key, digest, out) ->
            EkBlob.CODEC.write(EkBlob.of(new EkBlobActivate(key, digest, pcrs)), out));
  }

  /**
   * Octets for whoever holds two keys in one TPM: an identity key, known otherwise or not at all,
   * and an endorsement key. That they come back proves that he does.
   *
   * @param identityKey the TPM takes the answer with this identity key alone
   * @param endorsementKey for which it is encrypted
   * @param content any octets
   */
  public static Answer answer(
      PubKey identityKey, PubKey endorsementKey, Bytes content, SecureRandom random) {
    return answer(
        identityKey,
        endorsementKey,
        content,
        random,
        (key, digest, out) -> AsymCaContents.CODEC.write(new AsymCaContents(key, digest), out));
  }

  private interface Content {
    void write(SymmetricKey key, Bytes identityDigest, WireWriter out);
  }

  private Answer answer(
      IdentityProof proof, PubKey endorsementKey, Bytes certificate, Content content) {
    if (!isBound(proof)) {
      throw new IllegalArgumentException(
          "the identity key does not say that it was made for this CA and label");
    }
    return answer(proof.identityKey(), endorsementKey, certificate, random, content);
  }

  private static Answer answer(
      PubKey identityKey,
      PubKey endorsementKey,
      Bytes octetsForTpm,
      SecureRandom random,
      Content content) {
    SymmetricKey key = SessionCipher.newKey(random);
    KeyParms symmetric = SessionCipher.newParms(random);
    WireWriter out = new WireWriter();
    content.write(key, identityKey.digest(), out);
    try (AuthValue octets = AuthValue.wrap(out.toArray())) {
      return new Answer(
          endorsementKey.encrypt(octets),
          new SymCaAttestation(symmetric, SessionCipher.encrypt(key, symmetric, octetsForTpm)));
    } finally {
      out.wipe();
      key.data().close();
    }
  }
}
