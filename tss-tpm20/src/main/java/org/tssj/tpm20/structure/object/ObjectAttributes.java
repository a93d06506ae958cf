package org.tssj.tpm20.structure.object;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_OBJECT: what may be done with an object, where it came from, and whether it may leave.
 *
 * @param bits 32 bits as they stand on the wire; reserved ones survive the round trip
 * @see "TPM 2.0 Library, Part 2, 8.3 TPMA_OBJECT"
 */
public record ObjectAttributes(int bits) implements WireBits {

  /** No attribute. */
  public static final ObjectAttributes NONE = new ObjectAttributes(0);

  /** fixedTPM: it cannot be duplicated, and neither can any of its ancestors. */
  public static final ObjectAttributes FIXED_TPM = new ObjectAttributes(1 << 1);

  /** stClear: a saved context of it does not survive TPM2_Startup(CLEAR). */
  public static final ObjectAttributes ST_CLEAR = new ObjectAttributes(1 << 2);

  /** fixedParent: it cannot be given another parent. */
  public static final ObjectAttributes FIXED_PARENT = new ObjectAttributes(1 << 4);

  /** sensitiveDataOrigin: the TPM made its sensitive data, nobody imported it. */
  public static final ObjectAttributes SENSITIVE_DATA_ORIGIN = new ObjectAttributes(1 << 5);

  /** userWithAuth: its password or an HMAC session may approve using it, not only a policy. */
  public static final ObjectAttributes USER_WITH_AUTH = new ObjectAttributes(1 << 6);

  /** adminWithPolicy: only a policy may approve certifying it or changing its password. */
  public static final ObjectAttributes ADMIN_WITH_POLICY = new ObjectAttributes(1 << 7);

  /** firmwareLimited: it exists only while the TPM runs the firmware it was made under. */
  public static final ObjectAttributes FIRMWARE_LIMITED = new ObjectAttributes(1 << 8);

  /** svnLimited: it exists only while the firmware's security version is at least its own. */
  public static final ObjectAttributes SVN_LIMITED = new ObjectAttributes(1 << 9);

  /** noDA: wrong passwords do not count towards lockout. */
  public static final ObjectAttributes NO_DA = new ObjectAttributes(1 << 10);

  /** encryptedDuplication: it may be duplicated only with an inner and outer wrapper. */
  public static final ObjectAttributes ENCRYPTED_DUPLICATION = new ObjectAttributes(1 << 11);

  /** restricted: it signs only what the TPM made, or decrypts only what the TPM uses itself. */
  public static final ObjectAttributes RESTRICTED = new ObjectAttributes(1 << 16);

  /** decrypt: its private part may decrypt. */
  public static final ObjectAttributes DECRYPT = new ObjectAttributes(1 << 17);

  /** sign / encrypt: its private part may sign; a symmetric key may encrypt. */
  public static final ObjectAttributes SIGN_ENCRYPT = new ObjectAttributes(1 << 18);

  /** x509sign: it signs only in TPM2_CertifyX509. */
  public static final ObjectAttributes X509_SIGN = new ObjectAttributes(1 << 19);

  /** TPMA_OBJECT: four octets. */
  public static final Codec<ObjectAttributes> CODEC =
      Codecs.bits32("TPMA_OBJECT", ObjectAttributes::new);

  /** All of {@code attributes} together. */
  public static ObjectAttributes of(ObjectAttributes... attributes) {
    int all = 0;
    for (ObjectAttributes each : attributes) {
      all |= each.bits;
    }
    return new ObjectAttributes(all);
  }

  /** Whether all bits of {@code others} are set here. */
  public boolean has(ObjectAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public ObjectAttributes with(ObjectAttributes others) {
    return new ObjectAttributes(bits | others.bits);
  }

  /** These without {@code others}. */
  public ObjectAttributes without(ObjectAttributes others) {
    return new ObjectAttributes(bits & ~others.bits);
  }

  /** It cannot be duplicated, and neither can any of its ancestors. */
  public boolean fixedTpm() {
    return has(FIXED_TPM);
  }

  /** A saved context of it does not survive TPM2_Startup(CLEAR). */
  public boolean stClear() {
    return has(ST_CLEAR);
  }

  /** It cannot be given another parent. */
  public boolean fixedParent() {
    return has(FIXED_PARENT);
  }

  /** The TPM made its sensitive data. */
  public boolean sensitiveDataOrigin() {
    return has(SENSITIVE_DATA_ORIGIN);
  }

  /** Its password or an HMAC session may approve using it. */
  public boolean userWithAuth() {
    return has(USER_WITH_AUTH);
  }

  /** Only a policy may approve administering it. */
  public boolean adminWithPolicy() {
    return has(ADMIN_WITH_POLICY);
  }

  /** It exists only under the firmware it was made under. */
  public boolean firmwareLimited() {
    return has(FIRMWARE_LIMITED);
  }

  /** It exists only under firmware of at least its security version. */
  public boolean svnLimited() {
    return has(SVN_LIMITED);
  }

  /** Wrong passwords do not count towards lockout. */
  public boolean noDa() {
    return has(NO_DA);
  }

  /** It may be duplicated only with an inner and outer wrapper. */
  public boolean encryptedDuplication() {
    return has(ENCRYPTED_DUPLICATION);
  }

  /** It works only on what the TPM made. */
  public boolean restricted() {
    return has(RESTRICTED);
  }

  /** Its private part may decrypt. */
  public boolean decrypt() {
    return has(DECRYPT);
  }

  /** Its private part may sign; a symmetric key may encrypt. */
  public boolean signEncrypt() {
    return has(SIGN_ENCRYPT);
  }

  /** It signs only in TPM2_CertifyX509. */
  public boolean x509Sign() {
    return has(X509_SIGN);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "",
        "fixedTPM",
        "stClear",
        "",
        "fixedParent",
        "sensitiveDataOrigin",
        "userWithAuth",
        "adminWithPolicy",
        "firmwareLimited",
        "svnLimited",
        "noDA",
        "encryptedDuplication",
        "",
        "",
        "",
        "",
        "restricted",
        "decrypt",
        "sign/encrypt",
        "x509sign");
  }
}
