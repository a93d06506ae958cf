package org.tssj.attest.identity.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.asn1.Asn1;
import org.tssj.core.Bytes;

/**
 * ComponentIdentifier: one part of a platform, in version 1 or 2 of the attribute.
 *
 * @param kind version 2: what kind of part it is
 * @param manufacturer who made it
 * @param model his name for it
 * @param serial its serial number, if it has one
 * @param revision of the model, if it has one
 * @param manufacturerId version 1 and 2: the maker's private enterprise number, as an object
 *     identifier
 * @param fieldReplaceable whether it may be replaced by another, if that is said
 * @param addresses of its network interfaces
 * @param status version 2, in a delta certificate
 * @see "TCG Platform Certificate Profile 1.1, 3.1.6 and 3.1.7"
 */
public record PlatformComponent(
    Optional<Kind> kind,
    String manufacturer,
    String model,
    Optional<String> serial,
    Optional<String> revision,
    Optional<String> manufacturerId,
    Optional<Boolean> fieldReplaceable,
    List<Address> addresses,
    Optional<ComponentStatus> status) {

  public PlatformComponent {
    addresses = List.copyOf(addresses);
  }

  /**
   * ComponentClass.
   *
   * @param registry who numbered the classes, an object identifier: 2.23.133.18.3.1 is the TCG's
   * @param value the number, 4 octets
   */
  public record Kind(String registry, Bytes value) {}

  /**
   * ComponentAddress.
   *
   * @param type an object identifier: 2.23.133.17.1 Ethernet, .2 wireless, .3 Bluetooth
   * @param value as its network writes it
   */
  public record Address(String type, String value) {}

  static PlatformComponent of(ASN1Encodable element) {
    return new Reader().read(ASN1Sequence.getInstance(element));
  }

  /** Reads the parts in turn: the untagged ones by their place, the others by their tag. */
  private static final class Reader {
    private Optional<Kind> kind = Optional.empty();
    private @Nullable String manufacturer;
    private @Nullable String model;
    private Optional<String> serial = Optional.empty();
    private Optional<String> revision = Optional.empty();
    private Optional<String> manufacturerId = Optional.empty();
    private Optional<Boolean> fieldReplaceable = Optional.empty();
    private final List<Address> addresses = new ArrayList<>();
    private Optional<ComponentStatus> status = Optional.empty();

    PlatformComponent read(ASN1Sequence parts) {
      for (ASN1Encodable part : parts) {
        if (part instanceof ASN1TaggedObject tagged) {
          tagged(tagged);
        } else if (part instanceof ASN1Sequence pair) {
          kind = Optional.of(kind(pair));
        } else if (manufacturer == null) {
          manufacturer = Asn1.text(part);
        } else {
          model = Asn1.text(part);
        }
      }
      if (manufacturer == null || model == null) {
        throw new IllegalArgumentException("a component has a manufacturer and a model");
      }
      return new PlatformComponent(
          kind,
          manufacturer,
          model,
          serial,
          revision,
          manufacturerId,
          fieldReplaceable,
          addresses,
          status);
    }

    private static Kind kind(ASN1Sequence pair) {
      Bytes value = Bytes.of(ASN1OctetString.getInstance(pair.getObjectAt(1)).getOctets());
      return new Kind(ASN1ObjectIdentifier.getInstance(pair.getObjectAt(0)).getId(), value);
    }

    private void tagged(ASN1TaggedObject tagged) {
      switch (tagged.getTagNo()) {
        case 0 -> serial = Optional.of(ASN1UTF8String.getInstance(tagged, false).getString());
        case 1 -> revision = Optional.of(ASN1UTF8String.getInstance(tagged, false).getString());
        case 2 ->
            manufacturerId = Optional.of(ASN1ObjectIdentifier.getInstance(tagged, false).getId());
        case 3 -> fieldReplaceable = Optional.of(ASN1Boolean.getInstance(tagged, false).isTrue());
        case 4 -> {
          for (ASN1Encodable each : ASN1Sequence.getInstance(tagged, false)) {
            ASN1Sequence pair = ASN1Sequence.getInstance(each);
            addresses.add(
                new Address(
                    ASN1ObjectIdentifier.getInstance(pair.getObjectAt(0)).getId(),
                    Asn1.text(pair.getObjectAt(1))));
          }
        }
        case 7 ->
            status =
                Optional.of(
                    ComponentStatus.of(ASN1Enumerated.getInstance(tagged, false).intValueExact()));
        default -> {
          // [5] and [6] name another certificate of the component, which nobody asks for here.
        }
      }
    }
  }
}
