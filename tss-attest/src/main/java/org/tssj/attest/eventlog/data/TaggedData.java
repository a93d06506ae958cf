package org.tssj.attest.eventlog.data;

import java.util.Map;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * TCG_PCClientTaggedEvent: a structure with a number that says whose it is.
 *
 * @param id who made it, 32 bits
 * @param data what follows
 */
public record TaggedData(long id, Bytes data) implements EventData {

  /** The Linux EFI stub: the digest is of the initrd's contents. */
  public static final long LINUX_INITRD = 0x8f3b22ecL;

  /** The Linux EFI stub: the digest is of the load options. */
  public static final long LINUX_LOAD_OPTIONS = 0x8f3b22edL;

  /** systemd-boot: the digest is of loader.conf's contents. */
  public static final long SYSTEMD_LOADER_CONF = 0xf5bc582aL;

  /** systemd-boot: the digest is of a device tree's contents. */
  public static final long SYSTEMD_DEVICETREE_ADDON = 0x6c46f751L;

  /** systemd's stub: the digest is of an add-on's initrd. */
  public static final long SYSTEMD_INITRD_ADDON = 0x49dffe0fL;

  /** systemd's stub: the digest is of an add-on's microcode. */
  public static final long SYSTEMD_UCODE_ADDON = 0xdac08e1aL;

  /** systemd's stub: the digest is of a profile's contents. */
  public static final long SYSTEMD_UKI_PROFILE = 0x13aed6dbL;

  private static final Map<Long, String> NAMES =
      Map.of(
          LINUX_INITRD, "initrd, measured by the Linux EFI stub",
          LINUX_LOAD_OPTIONS, "load options, measured by the Linux EFI stub",
          SYSTEMD_LOADER_CONF, "loader.conf, measured by systemd-boot",
          SYSTEMD_DEVICETREE_ADDON, "device tree, measured by systemd's stub",
          SYSTEMD_INITRD_ADDON, "initrd add-on, measured by systemd's stub",
          SYSTEMD_UCODE_ADDON, "microcode add-on, measured by systemd's stub",
          SYSTEMD_UKI_PROFILE, "profile, measured by systemd's stub");

  /**
   * Reads one: Windows' trees have the same beginning, and are told by their numbers.
   *
   * @throws WireException if the sizes do not add up
   */
  static EventData read(OctetReader in) {
    long id = in.u32("taggedEventId");
    Bytes data = in.bytes("taggedEventData", in.u32("taggedEventDataSize"));
    in.finish();
    return WindowsData.isOne(id) ? WindowsData.read(id, data) : new TaggedData(id, data);
  }

  @Override
  public String summary() {
    String name = NAMES.getOrDefault(id, String.format("tag 0x%08x", id));
    if (DataDecoder.utf16(data)) {
      return name + ": " + DataDecoder.wide(data);
    }
    return name
        + ": "
        + (DataDecoder.printable(data)
            ? DataDecoder.ascii(data)
            : new EventData.Opaque(data).summary());
  }
}
