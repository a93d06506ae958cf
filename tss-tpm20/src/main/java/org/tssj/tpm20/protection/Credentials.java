package org.tssj.tpm20.protection;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.engine.Salt;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.Sensitive;

/**
 * Credentials that only a TPM with both of two keys can open: how a server learns that an
 * attestation key lives in the TPM whose endorsement key it trusts.
 *
 * @see "TPM 2.0 Library, Part 1, 24 Credential Protection"
 */
public final class Credentials {

  private static final String LABEL = "IDENTITY";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Codec<AuthValue> SIZED = Codecs.secret(2, 0xffff);

  private Credentials() {}

  /**
   * TPM2_MakeCredential without a TPM.
   *
   * @param protector the public area of the key that protects it, a trusted endorsement key: RSA,
   *     ECC, or ML-KEM, which needs Bouncy Castle
   * @param objectName the Name of the object it is for: an attestation key
   * @param credential at most as long as the digest of the protector's nameAlg
   * @return what TPM2_ActivateCredential takes
   * @throws IllegalArgumentException if the credential is too long, or the key protects nothing
   */
  public static MakeCredential.Response make(
      Public protector, Bytes objectName, AuthValue credential) {
    OuterWrapper wrapper = OuterWrapper.of(protector);
    if (credential.length() > wrapper.hash().size()) {
      throw new IllegalArgumentException(
          "a credential for this key has at most "
              + wrapper.hash().size()
              + " bytes, this one has "
              + credential.length());
    }
    Salt seed = Salt.forKey(protector, LABEL, RANDOM);
    byte[] plain = SIZED.encode(credential).toArray();
    try (AuthValue secret = seed.secret()) {
      return new MakeCredential.Response(
          wrapper.wrap(secret, objectName, plain), seed.encrypted());
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * TPM2_ActivateCredential without a TPM, for a protector whose private key is here.
   *
   * @param key the protector's private key, RSA or elliptic-curve
   * @param protector its public area
   * @param objectName the Name of the object it is for
   * @throws TpmAuthenticityException if it was made for another object or was changed
   * @throws IllegalArgumentException if the seed was made for another key
   */
  public static AuthValue open(
      PrivateKey key, Public protector, Bytes objectName, MakeCredential.Response made) {
    return open(
        Salt.recover(key, protector, LABEL, made.secret()), protector, objectName, made);
  }

  /**
   * As {@link #open(PrivateKey, Public, Bytes, MakeCredential.Response)}, for any kind of key.
   *
   * @param key the protector's sensitive area
   */
  public static AuthValue open(
      Sensitive key, Public protector, Bytes objectName, MakeCredential.Response made) {
    return open(
        Salt.recover(key, protector, LABEL, made.secret()), protector, objectName, made);
  }

  private static AuthValue open(
      AuthValue recovered, Public protector, Bytes objectName, MakeCredential.Response made) {
    try (AuthValue seed = recovered) {
      byte[] plain =
          OuterWrapper.of(protector)
              .unwrap("the credential", seed, objectName, made.credentialBlob());
      return SIZED.decode(Bytes.wrap(plain));
    }
  }
}
