package org.tssj.attest.identity.certificate;

import java.util.Map;
import java.util.Optional;
import org.tssj.attest.asn1.TcgOid;

/**
 * What TPM a certificate is about, in its maker's words: the attributes tpmManufacturer, tpmModel
 * and tpmVersion.
 *
 * @param manufacturer as a rule {@code id:} and eight hexadecimal digits
 * @param model the part's name
 * @param version of the firmware, as a rule {@code id:} and hexadecimal digits
 * @see "TCG EK Credential Profile for TPM Family 2.0, 3.1.2"
 */
public record TpmDescription(String manufacturer, String model, String version) {

  /**
   * Of the attributes in a name.
   *
   * @return empty if none of the three is there; one that is not is an empty string
   */
  static Optional<TpmDescription> of(Map<String, String> attributes) {
    TpmDescription found =
        new TpmDescription(
            attributes.getOrDefault(TcgOid.TPM_MANUFACTURER.getId(), ""),
            attributes.getOrDefault(TcgOid.TPM_MODEL.getId(), ""),
            attributes.getOrDefault(TcgOid.TPM_VERSION.getId(), ""));
    boolean empty = (found.manufacturer + found.model + found.version).isEmpty();
    return empty ? Optional.empty() : Optional.of(found);
  }

  /** The manufacturer's number; empty if the certificate does not name it as it should. */
  public Optional<Manufacturer> registered() {
    return Manufacturer.of(manufacturer);
  }

  /** As in {@code Infineon (id:49465800) SLB9670 id:0D0C}. */
  @Override
  public String toString() {
    String maker = registered().map(Manufacturer::toString).orElse(manufacturer);
    return (maker + " " + model + " " + version).strip();
  }
}
