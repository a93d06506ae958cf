package org.tssj.attest.identity.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tssj.core.Bytes;

/**
 * TPM_PT_MANUFACTURER: who made a TPM, as a number that the Trusted Computing Group gave him. As a
 * rule it is four letters, as in 0x49465800, {@code IFX}.
 *
 * @param id 32 bits, unsigned
 * @see "TCG Vendor ID Registry, Family 1.2 and 2.0, 1.07"
 */
public record Manufacturer(int id) {

  // The product implementations of the registry. IBM's number 0x00001014 is its PCI vendor's
  // number: software TPMs have it. 0xFFFFF1D0 is for tests of conformance.
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x414d4400, "AMD"),
          Map.entry(0x414e5400, "Ant Group"),
          Map.entry(0x41544d4c, "Atmel"),
          Map.entry(0x4252434d, "Broadcom"),
          Map.entry(0x4353434f, "Cisco"),
          Map.entry(0x464c5953, "Flyslice Technologies"),
          Map.entry(0x474f4f47, "Google"),
          Map.entry(0x48495349, "Huawei"),
          Map.entry(0x48504500, "HPE"),
          Map.entry(0x48504900, "HPI"),
          Map.entry(0x49424d00, "IBM"),
          Map.entry(0x49465800, "Infineon"),
          Map.entry(0x494e5443, "Intel"),
          Map.entry(0x4c454e00, "Lenovo"),
          Map.entry(0x4d534654, "Microsoft"),
          Map.entry(0x4e534700, "NSING"),
          Map.entry(0x4e534d20, "National Semiconductor"),
          Map.entry(0x4e544300, "Nuvoton Technology"),
          Map.entry(0x4e545a00, "Nationz"),
          Map.entry(0x51434f4d, "Qualcomm"),
          Map.entry(0x524f4343, "Fuzhou Rockchip"),
          Map.entry(0x53454345, "SecEdge"),
          Map.entry(0x5345414c, "Wisekey"),
          Map.entry(0x534d5343, "SMSC"),
          Map.entry(0x534d534e, "Samsung"),
          Map.entry(0x534e5300, "Sinosun"),
          Map.entry(0x53544d20, "STMicroelectronics"),
          Map.entry(0x54584e00, "Texas Instruments"),
          Map.entry(0x57454300, "Winbond"),
          Map.entry(0x00001014, "IBM (software TPM)"),
          Map.entry(0xfffff1d0, "FIDO conformance test"));

  private static final String PREFIX = "id:";
  private static final int DIGITS = 8;

  /**
   * As certificates have it: {@code id:} and eight hexadecimal digits, in capitals or not.
   *
   * @return empty if it is something else
   */
  public static Optional<Manufacturer> of(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    if (!digits.startsWith(PREFIX)
        || !digits.substring(PREFIX.length()).matches("[0-9a-f]{" + DIGITS + "}")) {
      return Optional.empty();
    }
    return Optional.of(
        new Manufacturer(Integer.parseUnsignedInt(digits.substring(PREFIX.length()), 16)));
  }

  /** The name in the registry; empty if the number is not there. */
  public Optional<String> name() {
    return Optional.ofNullable(NAMES.get(id));
  }

  /** The four letters, without what is none: {@code IFX}; empty if they are no letters. */
  public String letters() {
    Bytes octets = Bytes.of((byte) (id >> 24), (byte) (id >> 16), (byte) (id >> 8), (byte) id);
    String text = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
    return text.replace("\0", "").strip().matches("[ -~]+") ? text.replace("\0", "").strip() : "";
  }

  /** As in {@code Infineon (id:49465800)}. */
  @Override
  public String toString() {
    String number = String.format("id:%08X", id);
    return name().map(name -> name + " (" + number + ")").orElse(number);
  }
}
