package org.tssj.attest.identity.certificate;

import java.util.Map;
import org.tssj.core.Bytes;

/**
 * One extension of a certificate.
 *
 * @param oid its object identifier
 * @param critical whether a certificate has to be refused by whoever does not understand it
 * @param value its octets, in DER
 */
public record CertificateExtension(String oid, boolean critical, Bytes value) {

  /** subjectDirectoryAttributes. */
  public static final String SUBJECT_DIRECTORY_ATTRIBUTES = "2.5.29.9";

  /** subjectKeyIdentifier. */
  public static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";

  /** keyUsage. */
  public static final String KEY_USAGE = "2.5.29.15";

  /** subjectAltName: where the TCG's attributes stand, and then it is critical. */
  public static final String SUBJECT_ALT_NAME = "2.5.29.17";

  /** basicConstraints. */
  public static final String BASIC_CONSTRAINTS = "2.5.29.19";

  /** certificatePolicies. */
  public static final String CERTIFICATE_POLICIES = "2.5.29.32";

  /** authorityKeyIdentifier. */
  public static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";

  /** extKeyUsage. */
  public static final String EXTENDED_KEY_USAGE = "2.5.29.37";

  /** authorityInfoAccess. */
  public static final String AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry(SUBJECT_DIRECTORY_ATTRIBUTES, "subjectDirectoryAttributes"),
          Map.entry(SUBJECT_KEY_IDENTIFIER, "subjectKeyIdentifier"),
          Map.entry(KEY_USAGE, "keyUsage"),
          Map.entry("2.5.29.16", "privateKeyUsagePeriod"),
          Map.entry(SUBJECT_ALT_NAME, "subjectAltName"),
          Map.entry("2.5.29.18", "issuerAltName"),
          Map.entry(BASIC_CONSTRAINTS, "basicConstraints"),
          Map.entry("2.5.29.30", "nameConstraints"),
          Map.entry("2.5.29.31", "cRLDistributionPoints"),
          Map.entry(CERTIFICATE_POLICIES, "certificatePolicies"),
          Map.entry("2.5.29.33", "policyMappings"),
          Map.entry(AUTHORITY_KEY_IDENTIFIER, "authorityKeyIdentifier"),
          Map.entry("2.5.29.36", "policyConstraints"),
          Map.entry(EXTENDED_KEY_USAGE, "extKeyUsage"),
          Map.entry("2.5.29.46", "freshestCRL"),
          Map.entry("2.5.29.54", "inhibitAnyPolicy"),
          Map.entry("2.5.29.28", "issuingDistributionPoint"),
          Map.entry("2.5.29.27", "deltaCRLIndicator"),
          Map.entry(AUTHORITY_INFO_ACCESS, "authorityInfoAccess"));

  /** The name in its specification; the object identifier where it is not known here. */
  public String name() {
    return NAMES.getOrDefault(oid, oid);
  }
}
