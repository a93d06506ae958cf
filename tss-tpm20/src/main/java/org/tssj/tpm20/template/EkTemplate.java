package org.tssj.tpm20.template;

import static org.tssj.tpm20.structure.object.ObjectAttributes.ADMIN_WITH_POLICY;
import static org.tssj.tpm20.structure.object.ObjectAttributes.DECRYPT;
import static org.tssj.tpm20.structure.object.ObjectAttributes.FIXED_PARENT;
import static org.tssj.tpm20.structure.object.ObjectAttributes.FIXED_TPM;
import static org.tssj.tpm20.structure.object.ObjectAttributes.RESTRICTED;
import static org.tssj.tpm20.structure.object.ObjectAttributes.SENSITIVE_DATA_ORIGIN;
import static org.tssj.tpm20.structure.object.ObjectAttributes.USER_WITH_AUTH;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.object.RsaParms;

/**
 * The templates of endorsement keys, and where the manufacturer's certificate for each lies.
 *
 * <p>With the template the TPM makes the very key that was certified at the factory. Those of the
 * low range (L) are used by a policy only: TPM2_PolicySecret with the endorsement hierarchy. Those
 * of the high range (H) also have the empty password.
 *
 * @see "TCG EK Credential Profile for TPM Family 2.0, Annex B"
 */
@SuppressWarnings("ImmutableEnumChecker") // immutable, but not annotated so
public enum EkTemplate {
  /** Template L-1: RSA 2048, which nearly every TPM has. */
  L_1(0x01c0_0002, AlgorithmId.SHA256, Policy.A, rsa(2048, SymDef.aesCfb(128))),

  /** Template L-2: P-256. */
  L_2(0x01c0_000a, AlgorithmId.SHA256, Policy.A, ecc(EccCurve.NIST_P256, SymDef.aesCfb(128))),

  /** Template H-1: RSA 2048. */
  H_1(0x01c0_0012, AlgorithmId.SHA256, Policy.B_SHA256, rsa(2048, SymDef.aesCfb(128))),

  /** Template H-2: P-256. */
  H_2(
      0x01c0_0014,
      AlgorithmId.SHA256,
      Policy.B_SHA256,
      ecc(EccCurve.NIST_P256, SymDef.aesCfb(128))),

  /** Template H-3: P-384. */
  H_3(
      0x01c0_0016,
      AlgorithmId.SHA384,
      Policy.B_SHA384,
      ecc(EccCurve.NIST_P384, SymDef.aesCfb(256))),

  /** Template H-4: P-521. */
  H_4(
      0x01c0_0018,
      AlgorithmId.SHA512,
      Policy.B_SHA512,
      ecc(EccCurve.NIST_P521, SymDef.aesCfb(256))),

  /** Template H-5: the curve of SM2. */
  H_5(
      0x01c0_001a,
      AlgorithmId.SM3_256,
      Policy.B_SM3_256,
      ecc(EccCurve.SM2_P256, new SymDefObject.Block(AlgorithmId.SM4, 128, AlgorithmId.CFB))),

  /** Template H-6: RSA 3072. */
  H_6(0x01c0_001c, AlgorithmId.SHA384, Policy.B_SHA384, rsa(3072, SymDef.aesCfb(256))),

  /** Template H-7: RSA 4096. */
  H_7(0x01c0_001e, AlgorithmId.SHA384, Policy.B_SHA384, rsa(4096, SymDef.aesCfb(256)));

  private static final ObjectAttributes LOW =
      ObjectAttributes.of(
          FIXED_TPM, FIXED_PARENT, SENSITIVE_DATA_ORIGIN, ADMIN_WITH_POLICY, RESTRICTED, DECRYPT);

  private final int certificate;
  private final AlgorithmId nameAlg;
  private final Bytes policy;
  private final PublicParms parms;

  EkTemplate(int certificate, AlgorithmId nameAlg, Bytes policy, PublicParms parms) {
    this.certificate = certificate;
    this.nameAlg = nameAlg;
    this.policy = policy;
    this.parms = parms;
  }

  /** The NV index that holds the certificate, in DER, where the manufacturer put one. */
  public Handle certificateIndex() {
    return Handle.of(certificate);
  }

  /** The NV index that holds another template, where the manufacturer changed it. */
  public Handle templateIndex() {
    return Handle.of(certificate + (isLowRange() ? 2 : 1));
  }

  /** The NV index that may hold a nonce: in the low range only. */
  public Optional<Handle> nonceIndex() {
    return isLowRange() ? Optional.of(Handle.of(certificate + 1)) : Optional.empty();
  }

  /** Whether the key is used by a policy only. */
  public boolean isLowRange() {
    return this == L_1 || this == L_2;
  }

  /** The template, for TPM2_CreatePrimary in the endorsement hierarchy. */
  public Public template() {
    return isLowRange() ? template(Bytes.EMPTY) : area(PublicId.empty(parms.type()));
  }

  /**
   * The template with a nonce, which a few manufacturers keep in the NV index after the
   * certificate's. Only the low range has them.
   *
   * @param nonce as it stands in the NV index
   * @throws IllegalArgumentException if the nonce is longer than the key, or this template has none
   */
  public Public template(Bytes nonce) {
    if (!isLowRange()) {
      throw new IllegalArgumentException("template " + this + " has no nonce");
    }
    return area(
        this == L_1
            ? new PublicId.Rsa(zeroPadded(nonce, 256))
            : new EccPoint(zeroPadded(nonce, 32), Bytes.zeros(32)));
  }

  private Public area(PublicId unique) {
    ObjectAttributes attributes = isLowRange() ? LOW : LOW.with(USER_WITH_AUTH);
    return new Public(nameAlg, attributes, policy, parms, unique);
  }

  private static Bytes zeroPadded(Bytes nonce, int size) {
    if (nonce.length() > size) {
      throw new IllegalArgumentException(
          "a nonce has at most " + size + " bytes here, this one " + nonce.length());
    }
    return nonce.concat(Bytes.zeros(size - nonce.length()));
  }

  private static PublicParms rsa(int keyBits, SymDefObject symmetric) {
    return new RsaParms(symmetric, Scheme.NULL, keyBits, 0);
  }

  private static PublicParms ecc(EccCurve curve, SymDefObject symmetric) {
    return new EccParms(symmetric, Scheme.NULL, curve, Scheme.NULL);
  }

  /** The digests of the policies, as the profile's "Computing PolicyA" and "PolicyB" have them. */
  private static final class Policy {

    /** TPM2_PolicySecret(TPM_RH_ENDORSEMENT). */
    static final Bytes A =
        Bytes.hex("837197674484b3f81a90cc8d46a5d724fd52d76e06520b64f2a1da1b331469aa");

    // The others are TPM2_PolicyOR of the same with their hash and of TPM2_PolicyAuthorizeNV with
    // one of the platform's NV indices 0x01c07f01 to 0x01c07f04.

    static final Bytes B_SHA256 =
        Bytes.hex("ca3d0a99a2b93906f7a3342414efcfb3a385d44cd1fd459089d19b5071c0b7a0");

    static final Bytes B_SHA384 =
        Bytes.hex(
            "b26e7d28d11a50bc53d882bcf5fd3a1a074148bb35d3b4e4"
                + "cb1c0ad9bde419cacb47ba09699646150f9fc000f3f80e12");

    static final Bytes B_SHA512 =
        Bytes.hex(
            "b8221ca69e8550a4914de3faa6a18c072cc01208073a928d5d66d59ef79e49a4"
                + "29c41a6b269571d57edb25fbdb1838425608b413cd616a5f6db5b6071af99bea");

    static final Bytes B_SM3_256 =
        Bytes.hex("167860a35f2c5c3567f9c927ac56c032f3b3a6462f8d037998e7a10f77fa454a");
  }
}
