package org.tssj.attest.identity.certificate;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.tssj.attest.asn1.Asn1;

/**
 * TPMSecurityAssertions: what the maker says of the TPM's security.
 *
 * @param version 0 for v1
 * @param fieldUpgradable whether its firmware can be replaced
 * @param ekGeneration how the endorsement key came about, where it says
 * @param ekGenerationPlace where that was
 * @param ekCertificatePlace where the certificate was made
 * @param commonCriteria the evaluation by Common Criteria, where there was one
 * @param fips the level by FIPS 140, where there is one
 * @param iso9000 whether the maker is certified by ISO 9000
 * @param iso9000Uri where that can be read
 * @see "TCG EK Credential Profile for TPM Family 2.0, 3.1.4"
 */
public record SecurityAssertions(
    BigInteger version,
    boolean fieldUpgradable,
    Optional<EkGeneration> ekGeneration,
    Optional<Place> ekGenerationPlace,
    Optional<Place> ekCertificatePlace,
    Optional<CommonCriteria> commonCriteria,
    Optional<Fips> fips,
    boolean iso9000,
    Optional<String> iso9000Uri) {

  /** EKGenerationType. */
  public enum EkGeneration {
    /** The TPM made it. */
    INTERNAL,
    /** It was made elsewhere and put into the TPM. */
    INJECTED,
    /** The TPM made it, and it can be revoked. */
    INTERNAL_REVOCABLE,
    /** It was made elsewhere, and it can be revoked. */
    INJECTED_REVOCABLE
  }

  /** EKGenerationLocation and EKCertificateGenerationLocation. */
  public enum Place {
    /** At the maker of the TPM. */
    TPM_MANUFACTURER,
    /** At the maker of the platform. */
    PLATFORM_MANUFACTURER,
    /** At whoever signed the certificate. */
    EK_CERTIFICATE_SIGNER
  }

  /**
   * CommonCriteriaMeasures, as far as everybody fills it in.
   *
   * @param version of the Common Criteria
   * @param assuranceLevel 1 to 7: EAL1 to EAL7
   * @param evaluationStatus 0 designed to meet, 1 being evaluated, 2 evaluated
   * @param plus whether more than the level was evaluated
   */
  public record CommonCriteria(
      String version, int assuranceLevel, int evaluationStatus, boolean plus) {

    private static CommonCriteria of(ASN1Sequence parts) {
      return new CommonCriteria(
          Asn1.text(parts.getObjectAt(0)),
          enumerated(parts.getObjectAt(1)),
          enumerated(parts.getObjectAt(2)),
          isTrue(parts, 3));
    }

    /** As in {@code Common Criteria 3.1 EAL4+, evaluated}. */
    @Override
    public String toString() {
      String status =
          switch (evaluationStatus) {
            case 0 -> "designed to meet";
            case 1 -> "being evaluated";
            case 2 -> "evaluated";
            default -> "status " + evaluationStatus;
          };
      return "Common Criteria "
          + version
          + " EAL"
          + assuranceLevel
          + (plus ? "+" : "")
          + ", "
          + status;
    }
  }

  /**
   * FIPSLevel.
   *
   * @param version of FIPS 140, as in {@code 140-2}
   * @param level 1 to 4
   * @param plus whether more than the level was validated
   */
  public record Fips(String version, int level, boolean plus) {

    private static Fips of(ASN1Sequence parts) {
      return new Fips(
          Asn1.text(parts.getObjectAt(0)), enumerated(parts.getObjectAt(1)), isTrue(parts, 2));
    }

    /** As in {@code FIPS 140-2 level 2}. */
    @Override
    public String toString() {
      return "FIPS " + version + " level " + level + (plus ? "+" : "");
    }
  }

  private static int enumerated(ASN1Encodable value) {
    return ASN1Enumerated.getInstance(value).intValueExact();
  }

  private static boolean isTrue(ASN1Sequence parts, int at) {
    return parts.size() > at
        && parts.getObjectAt(at) instanceof ASN1Boolean value
        && value.isTrue();
  }

  static SecurityAssertions of(ASN1Encodable value) {
    BigInteger version = BigInteger.ZERO;
    boolean upgradable = false;
    Optional<EkGeneration> generation = Optional.empty();
    Optional<Place> generationPlace = Optional.empty();
    Optional<Place> certificatePlace = Optional.empty();
    Optional<CommonCriteria> criteria = Optional.empty();
    Optional<Fips> fips = Optional.empty();
    boolean iso9000 = false;
    Optional<String> uri = Optional.empty();
    for (ASN1Encodable part : ASN1Sequence.getInstance(value)) {
      if (part instanceof ASN1Integer number) {
        version = number.getValue();
      } else if (part instanceof ASN1Boolean flag) {
        upgradable = flag.isTrue();
      } else if (part instanceof ASN1IA5String text) {
        uri = Optional.of(text.getString());
      } else if (part instanceof ASN1TaggedObject tagged) {
        switch (tagged.getTagNo()) {
          case 0 -> generation = Optional.of(one(EkGeneration.values(), tagged));
          case 1 -> generationPlace = Optional.of(one(Place.values(), tagged));
          case 2 -> certificatePlace = Optional.of(one(Place.values(), tagged));
          case 3 -> criteria = Optional.of(CommonCriteria.of(sequence(tagged)));
          case 4 -> fips = Optional.of(Fips.of(sequence(tagged)));
          case 5 -> iso9000 = ASN1Boolean.getInstance(tagged, tagged.isExplicit()).isTrue();
          default -> throw new IllegalArgumentException("unknown part [" + tagged.getTagNo() + "]");
        }
      }
    }
    return new SecurityAssertions(
        version,
        upgradable,
        generation,
        generationPlace,
        certificatePlace,
        criteria,
        fips,
        iso9000,
        uri);
  }

  // The specification's tags are implicit; STMicroelectronics and others write them explicitly.
  private static ASN1Sequence sequence(ASN1TaggedObject tagged) {
    boolean explicit =
        tagged.isExplicit() && tagged.getExplicitBaseObject() instanceof ASN1Sequence;
    return ASN1Sequence.getInstance(tagged, explicit);
  }

  private static <E> E one(E[] values, ASN1TaggedObject tagged) {
    int number = ASN1Enumerated.getInstance(tagged, tagged.isExplicit()).intValueExact();
    if (number < 0 || number >= values.length) {
      throw new IllegalArgumentException("must be below " + values.length + ", was " + number);
    }
    return values[number];
  }
}
