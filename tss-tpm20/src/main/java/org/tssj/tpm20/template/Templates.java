package org.tssj.tpm20.template;

import static org.tssj.tpm20.structure.object.ObjectAttributes.ADMIN_WITH_POLICY;
import static org.tssj.tpm20.structure.object.ObjectAttributes.DECRYPT;
import static org.tssj.tpm20.structure.object.ObjectAttributes.FIXED_PARENT;
import static org.tssj.tpm20.structure.object.ObjectAttributes.FIXED_TPM;
import static org.tssj.tpm20.structure.object.ObjectAttributes.NO_DA;
import static org.tssj.tpm20.structure.object.ObjectAttributes.RESTRICTED;
import static org.tssj.tpm20.structure.object.ObjectAttributes.SENSITIVE_DATA_ORIGIN;
import static org.tssj.tpm20.structure.object.ObjectAttributes.SIGN_ENCRYPT;
import static org.tssj.tpm20.structure.object.ObjectAttributes.USER_WITH_AUTH;

import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.KeyedhashParms;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.structure.object.SymcipherParms;

/**
 * Templates of the keys that most programs need. All are named with SHA-256, cannot leave their
 * TPM, and are used with a password, empty or not; {@link Public#withAuthPolicy} and {@link
 * Public#withAttributes} make others of them. Endorsement keys have {@link EkTemplate}.
 */
public final class Templates {

  private static final ObjectAttributes OWN =
      ObjectAttributes.of(FIXED_TPM, FIXED_PARENT, USER_WITH_AUTH);

  private static final ObjectAttributes MADE_HERE = OWN.with(SENSITIVE_DATA_ORIGIN);

  private Templates() {}

  /**
   * The storage root key on P-256, the parent that most keys have. The same template as systemd's
   * and as that of {@code tpm2_createprimary -C o -G ecc} with {@code noda}; at 0x81000001 by
   * convention.
   *
   * <p>Its {@code unique} is empty. Windows and go-tpm fill it with zeros, as {@link
   * #withZeroUnique} does, and so make another key from the same seed: use the one that is
   * persistent, where there is one.
   *
   * @see "TCG TPM v2.0 Provisioning Guidance, 7.5.1 Storage Primary Key (SRK) Templates"
   */
  public static Public storageRootKeyEcc() {
    return template(
        MADE_HERE.with(RESTRICTED).with(DECRYPT).with(NO_DA),
        new EccParms(SymDef.aesCfb(128), Scheme.NULL, EccCurve.NIST_P256, Scheme.NULL));
  }

  /**
   * The storage root key with RSA 2048, for TPMs without elliptic curves. What is said of {@link
   * #storageRootKeyEcc} goes for it too.
   *
   * @see "TCG TPM v2.0 Provisioning Guidance, 7.5.1 Storage Primary Key (SRK) Templates"
   */
  public static Public storageRootKeyRsa() {
    return template(
        MADE_HERE.with(RESTRICTED).with(DECRYPT).with(NO_DA),
        new RsaParms(SymDef.aesCfb(128), Scheme.NULL, 2048, 0));
  }

  /**
   * The same template with {@code unique} as long as a key's and all zeros, as reference templates
   * of the TCG have it. A primary key made from it is another one than with {@code unique} empty.
   *
   * @param template for an RSA key or one on a NIST curve from P-256 to P-521
   * @throws IllegalArgumentException for another kind of key
   */
  public static Public withZeroUnique(Public template) {
    if (template.parameters() instanceof RsaParms rsa) {
      return template.withUnique(new PublicId.Rsa(Bytes.zeros(rsa.keyBits() / 8)));
    }
    if (template.parameters() instanceof EccParms ecc) {
      Bytes zeros = Bytes.zeros(fieldSize(ecc.curveId()));
      return template.withUnique(new EccPoint(zeros, zeros));
    }
    throw new IllegalArgumentException(
        "only RSA and elliptic-curve templates have a unique of zeros, not " + template.type());
  }

  /**
   * A key that signs only what the TPM made: quotes, certifications, and digests of messages that
   * the TPM hashed itself. Such keys attest.
   *
   * @param parms asymmetric, with a scheme and without a cipher
   */
  public static Public attestationKey(PublicParms parms) {
    return template(MADE_HERE.with(RESTRICTED).with(SIGN_ENCRYPT), parms);
  }

  /** An attestation key with RSA 2048, RSASSA and SHA-256, as {@code tpm2_createak -G rsa}. */
  public static Public attestationKeyRsa() {
    return attestationKey(rsa(Scheme.rsassa(AlgorithmId.SHA256)));
  }

  /** An attestation key with RSA 2048, PSS and SHA-256. */
  public static Public attestationKeyRsaPss() {
    return attestationKey(rsa(Scheme.rsapss(AlgorithmId.SHA256)));
  }

  /** An attestation key on P-256 with ECDSA and SHA-256, as {@code tpm2_createak -G ecc}. */
  public static Public attestationKeyEcc() {
    return attestationKey(p256(Scheme.ecdsa(AlgorithmId.SHA256)));
  }

  /**
   * The same template for a key that only a policy approves using and administering, not its
   * password: an attestation key that quotes in one state of the machine only, for example.
   *
   * @param policy the policy's digest, with the template's nameAlg
   */
  public static Public usedByPolicy(Public template, Bytes policy) {
    return template
        .withAttributes(template.objectAttributes().without(USER_WITH_AUTH).with(ADMIN_WITH_POLICY))
        .withAuthPolicy(policy);
  }

  /**
   * A key that signs any digest.
   *
   * @param parms without a scheme, the command names one
   */
  public static Public signingKey(PublicParms parms) {
    return template(MADE_HERE.with(SIGN_ENCRYPT), parms);
  }

  /** A signing key with RSA 2048; the command names the scheme. */
  public static Public signingKeyRsa() {
    return signingKey(rsa(Scheme.NULL));
  }

  /** A signing key on P-256; the command names the scheme. */
  public static Public signingKeyEcc() {
    return signingKey(p256(Scheme.NULL));
  }

  /** A key that computes HMACs with {@code hashAlg}, made by the TPM. */
  public static Public hmacKey(AlgorithmId hashAlg) {
    return template(MADE_HERE.with(SIGN_ENCRYPT), new KeyedhashParms(Scheme.hmac(hashAlg)));
  }

  /**
   * A key that decrypts, or agrees on a secret, for its user.
   *
   * @param parms without a scheme, the command names one
   */
  public static Public decryptionKey(PublicParms parms) {
    return template(MADE_HERE.with(DECRYPT), parms);
  }

  /**
   * An AES key in CFB mode that encrypts and decrypts.
   *
   * @param keyBits 128, 192 or 256
   */
  public static Public symmetricKey(int keyBits) {
    return template(
        MADE_HERE.with(DECRYPT).with(SIGN_ENCRYPT), new SymcipherParms(SymDef.aesCfb(keyBits)));
  }

  /**
   * Data the caller brings, to be unsealed with a password. {@code withAuthPolicy} adds a policy;
   * to unseal by policy alone, also take away {@link ObjectAttributes#USER_WITH_AUTH}.
   */
  public static Public sealedData() {
    return template(OWN, new KeyedhashParms(Scheme.NULL));
  }

  private static Public template(ObjectAttributes attributes, PublicParms parms) {
    return new Public(
        AlgorithmId.SHA256, attributes, Bytes.EMPTY, parms, PublicId.empty(parms.type()));
  }

  private static PublicParms rsa(Scheme scheme) {
    return new RsaParms(SymDef.NULL, scheme, 2048, 0);
  }

  private static PublicParms p256(Scheme scheme) {
    return new EccParms(SymDef.NULL, scheme, EccCurve.NIST_P256, Scheme.NULL);
  }

  private static int fieldSize(EccCurve curve) {
    if (curve.equals(EccCurve.NIST_P256)) {
      return 32;
    }
    if (curve.equals(EccCurve.NIST_P384)) {
      return 48;
    }
    if (curve.equals(EccCurve.NIST_P521)) {
      return 66;
    }
    throw new IllegalArgumentException("no unique of zeros for " + curve);
  }
}
