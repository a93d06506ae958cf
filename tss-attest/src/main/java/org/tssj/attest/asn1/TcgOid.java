package org.tssj.attest.asn1;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The object identifiers below 2.23.133, which is the Trusted Computing Group's arc. */
public final class TcgOid {

  private static final ASN1ObjectIdentifier TCG = new ASN1ObjectIdentifier("2.23.133");

  /** tcg-at-tpmManufacturer. */
  public static final ASN1ObjectIdentifier TPM_MANUFACTURER = TCG.branch("2.1");

  /** tcg-at-tpmModel. */
  public static final ASN1ObjectIdentifier TPM_MODEL = TCG.branch("2.2");

  /** tcg-at-tpmVersion. */
  public static final ASN1ObjectIdentifier TPM_VERSION = TCG.branch("2.3");

  /** tcg-at-tpmIdLabel: the label of an identity of a TPM 1.2. */
  public static final ASN1ObjectIdentifier TPM_ID_LABEL = TCG.branch("2.15");

  /** tcg-at-tpmSpecification. */
  public static final ASN1ObjectIdentifier TPM_SPECIFICATION = TCG.branch("2.16");

  /** tcg-at-tcgPlatformSpecification. */
  public static final ASN1ObjectIdentifier PLATFORM_SPECIFICATION = TCG.branch("2.17");

  /** tcg-at-tpmSecurityAssertions. */
  public static final ASN1ObjectIdentifier TPM_SECURITY_ASSERTIONS = TCG.branch("2.18");

  /** tcg-at-tbbSecurityAssertions: what is said of a platform's security. */
  public static final ASN1ObjectIdentifier TBB_SECURITY_ASSERTIONS = TCG.branch("2.19");

  /** tcg-at-platformManufacturerStr. */
  public static final ASN1ObjectIdentifier PLATFORM_MANUFACTURER = TCG.branch("5.1.1");

  /** tcg-at-platformManufacturerId. */
  public static final ASN1ObjectIdentifier PLATFORM_MANUFACTURER_ID = TCG.branch("5.1.2");

  /** tcg-at-platformModel. */
  public static final ASN1ObjectIdentifier PLATFORM_MODEL = TCG.branch("5.1.4");

  /** tcg-at-platformVersion. */
  public static final ASN1ObjectIdentifier PLATFORM_VERSION = TCG.branch("5.1.5");

  /** tcg-at-platformSerial. */
  public static final ASN1ObjectIdentifier PLATFORM_SERIAL = TCG.branch("5.1.6");

  /** tcg-at-platformConfiguration-v1. */
  public static final ASN1ObjectIdentifier PLATFORM_CONFIGURATION_1 = TCG.branch("5.1.7.1");

  /** tcg-at-platformConfiguration-v2. */
  public static final ASN1ObjectIdentifier PLATFORM_CONFIGURATION_2 = TCG.branch("5.1.7.2");

  /** tcg-kp-EKCertificate: the purpose of endorsement keys. */
  public static final ASN1ObjectIdentifier EK_CERTIFICATE = TCG.branch("8.1");

  /** tcg-kp-PlatformAttributeCertificate. */
  public static final ASN1ObjectIdentifier PLATFORM_CERTIFICATE = TCG.branch("8.2");

  /** tcg-kp-AIKCertificate: the purpose of attestation keys. */
  public static final ASN1ObjectIdentifier AIK_CERTIFICATE = TCG.branch("8.3");

  private TcgOid() {}
}
