package org.tssj.attest.identity.platform;

import java.util.Map;
import org.tssj.attest.asn1.TcgOid;

/**
 * Which platform a certificate is about; what it does not say is an empty string.
 *
 * @param manufacturer platformManufacturerStr
 * @param model platformModel
 * @param version platformVersion
 * @param serial platformSerial
 * @see "TCG Platform Certificate Profile 1.1, 3.1.2"
 */
public record PlatformDescription(
    String manufacturer, String model, String version, String serial) {

  static PlatformDescription of(Map<String, String> attributes) {
    return new PlatformDescription(
        attributes.getOrDefault(TcgOid.PLATFORM_MANUFACTURER.getId(), ""),
        attributes.getOrDefault(TcgOid.PLATFORM_MODEL.getId(), ""),
        attributes.getOrDefault(TcgOid.PLATFORM_VERSION.getId(), ""),
        attributes.getOrDefault(TcgOid.PLATFORM_SERIAL.getId(), ""));
  }

  /** As in {@code Example Laptop 14 rev 2 (serial 0123)}. */
  @Override
  public String toString() {
    String text = (manufacturer + " " + model + " " + version).strip();
    return serial.isEmpty() ? text : text + " (serial " + serial + ")";
  }
}
