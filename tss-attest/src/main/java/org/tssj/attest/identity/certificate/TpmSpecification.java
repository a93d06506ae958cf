package org.tssj.attest.identity.certificate;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.tssj.attest.asn1.Asn1;

/**
 * TPMSpecification: which specification the TPM follows.
 *
 * @param family {@code 1.2} or {@code 2.0}, as a rule
 * @param level 0 or more
 * @param revision as it is counted in the family: 116 is 1.16 of family 2.0
 * @see "TCG EK Credential Profile for TPM Family 2.0, 3.1.3"
 */
public record TpmSpecification(String family, BigInteger level, BigInteger revision) {

  static TpmSpecification of(ASN1Encodable value) {
    ASN1Sequence parts = ASN1Sequence.getInstance(value);
    return new TpmSpecification(
        Asn1.text(parts.getObjectAt(0)), number(parts, 1), number(parts, 2));
  }

  private static BigInteger number(ASN1Sequence parts, int at) {
    return ASN1Integer.getInstance(parts.getObjectAt(at)).getValue();
  }

  /** As in {@code 2.0 level 0 revision 116}. */
  @Override
  public String toString() {
    return family + " level " + level + " revision " + revision;
  }
}
