package org.tssj.attest.identity.platform;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.tssj.attest.asn1.Asn1;

/**
 * Properties: one thing that a maker says of a platform.
 *
 * @param name what
 * @param value which
 * @param status in a delta certificate
 */
public record PlatformProperty(String name, String value, Optional<ComponentStatus> status) {

  static PlatformProperty of(ASN1Encodable element) {
    ASN1Sequence parts = ASN1Sequence.getInstance(element);
    Optional<ComponentStatus> status =
        parts.size() > 2
            ? Optional.of(
                ComponentStatus.of(
                    ASN1Enumerated.getInstance((ASN1TaggedObject) parts.getObjectAt(2), false)
                        .intValueExact()))
            : Optional.empty();
    return new PlatformProperty(
        Asn1.text(parts.getObjectAt(0)), Asn1.text(parts.getObjectAt(1)), status);
  }
}
