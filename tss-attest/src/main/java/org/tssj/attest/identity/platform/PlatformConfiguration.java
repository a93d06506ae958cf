package org.tssj.attest.identity.platform;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * PlatformConfiguration: what a platform is made of.
 *
 * @param version of the attribute, 1 or 2
 * @param components in the certificate's order
 * @param properties in the certificate's order
 * @see "TCG Platform Certificate Profile 1.1, 3.1.6 and 3.1.7"
 */
public record PlatformConfiguration(
    int version, List<PlatformComponent> components, List<PlatformProperty> properties) {

  public PlatformConfiguration {
    components = List.copyOf(components);
    properties = List.copyOf(properties);
  }

  // Version 2 put the address of a longer list of components between components and properties.
  static PlatformConfiguration of(int version, ASN1Encodable value) {
    int tagOfProperties = version == 1 ? 1 : 2;
    List<PlatformComponent> components = new ArrayList<>();
    List<PlatformProperty> properties = new ArrayList<>();
    for (ASN1Encodable part : ASN1Sequence.getInstance(value)) {
      ASN1TaggedObject tagged = (ASN1TaggedObject) part;
      if (tagged.getTagNo() == 0) {
        ASN1Sequence.getInstance(tagged, false)
            .forEach(each -> components.add(PlatformComponent.of(each)));
      } else if (tagged.getTagNo() == tagOfProperties) {
        ASN1Sequence.getInstance(tagged, false)
            .forEach(each -> properties.add(PlatformProperty.of(each)));
      }
    }
    return new PlatformConfiguration(version, components, properties);
  }
}
