package org.tssj.attest.eventlog.data;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** The words for nodes of a device path. What has none is written as its octets. */
final class NodeText {

  private static final int HARDWARE = 1;
  private static final int ACPI = 2;
  private static final int MESSAGING = 3;
  private static final int MEDIA = 4;
  private static final int BIOS_BOOT = 5;
  private static final int FILE = 4;

  // "PNP" in five-bit letters, then the number.
  private static final int PNP = 0x41d0;

  private static final List<String> BIOS_DEVICES =
      List.of("", "Floppy", "HD", "CDROM", "PCMCIA", "USB", "Network");

  private NodeText() {}

  static boolean isFile(DevicePath.Node node) {
    return node.type() == MEDIA && node.subType() == FILE;
  }

  static String fileName(DevicePath.Node node) {
    return DataDecoder.wide(node.data());
  }

  static String of(DevicePath.Node node) {
    OctetReader in = OctetReader.littleEndian(node.data());
    try {
      String text =
          switch (node.type()) {
            case HARDWARE -> hardware(node.subType(), in);
            case ACPI -> acpi(node.subType(), in);
            case MESSAGING -> messaging(node.subType(), in);
            case MEDIA -> media(node, in);
            case BIOS_BOOT -> biosBoot(in);
            default -> "";
          };
      return text.isEmpty() ? octets(node) : text;
    } catch (WireException e) {
      return octets(node);
    }
  }

  private static String octets(DevicePath.Node node) {
    return "Path(" + node.type() + "," + node.subType() + "," + node.data() + ")";
  }

  private static String hardware(int subType, OctetReader in) {
    switch (subType) {
      case 1 -> {
        int function = in.u8("function");
        return "Pci(" + hex(in.u8("device")) + "," + hex(function) + ")";
      }
      case 2 -> {
        return "PcCard(" + hex(in.u8("function")) + ")";
      }
      case 3 -> {
        return "MemoryMapped("
            + hex(in.u32("type"))
            + ","
            + hex(in.u64("start"))
            + ","
            + hex(in.u64("end"))
            + ")";
      }
      case 4 -> {
        return vendor("VenHw", in);
      }
      case 5 -> {
        return "Ctrl(" + hex(in.u32("controller")) + ")";
      }
      default -> {
        return "";
      }
    }
  }

  private static String acpi(int subType, OctetReader in) {
    if (subType == 3) {
      StringBuilder addresses = new StringBuilder();
      while (in.remaining() >= 4) {
        addresses.append(addresses.isEmpty() ? "" : ",").append(hex(in.u32("address")));
      }
      return "AcpiAdr(" + addresses + ")";
    }
    if (subType != 1) {
      return "";
    }
    long hid = in.u32("hid");
    String uid = hex(in.u32("uid"));
    if ((hid & 0xffff) != PNP) {
      return "Acpi(" + hex(hid) + "," + uid + ")";
    }
    return switch ((int) (hid >> 16)) {
      case 0x0a03 -> "PciRoot(" + uid + ")";
      case 0x0a08 -> "PcieRoot(" + uid + ")";
      case 0x0604 -> "Floppy(" + uid + ")";
      case 0x0301 -> "Keyboard(" + uid + ")";
      case 0x0501 -> "Serial(" + uid + ")";
      case 0x0401 -> "ParallelPort(" + uid + ")";
      default -> "Acpi(PNP" + String.format("%04X", hid >> 16) + "," + uid + ")";
    };
  }

  private static String messaging(int subType, OctetReader in) {
    switch (subType) {
      case 1 -> {
        return "Ata("
            + (in.u8("channel") == 0 ? "Primary" : "Secondary")
            + ","
            + (in.u8("device") == 0 ? "Master" : "Slave")
            + ","
            + in.u16("lun")
            + ")";
      }
      case 2 -> {
        return "SCSI(" + in.u16("target") + "," + in.u16("lun") + ")";
      }
      case 5 -> {
        return "USB(" + in.u8("port") + "," + in.u8("interface") + ")";
      }
      case 10 -> {
        return vendor("VenMsg", in);
      }
      case 11 -> {
        Bytes address = in.bytes("address", 32);
        int type = in.u8("type");
        // Ethernet addresses have six octets of the 32.
        return "MAC(" + address.slice(0, type <= 1 ? 6 : 32) + "," + type + ")";
      }
      case 12 -> {
        return ip("IPv4", 4, in);
      }
      case 13 -> {
        return ip("IPv6", 16, in);
      }
      case 18 -> {
        return "Sata(" + in.u16("port") + "," + in.u16("multiplier") + "," + in.u16("lun") + ")";
      }
      case 20 -> {
        return "Vlan(" + in.u16("id") + ")";
      }
      case 23 -> {
        String namespace = hex(in.u32("namespace"));
        StringBuilder eui = new StringBuilder();
        Bytes octets = in.bytes("eui64", 8);
        for (int i = 7; i >= 0; i--) {
          eui.append(eui.isEmpty() ? "" : "-").append(String.format("%02X", octets.get(i)));
        }
        return "NVMe(" + namespace + "," + eui + ")";
      }
      case 24 -> {
        return "Uri(" + DataDecoder.ascii(in.rest()) + ")";
      }
      case 26 -> {
        return "SD(" + in.u8("slot") + ")";
      }
      case 29 -> {
        return "eMMC(" + in.u8("slot") + ")";
      }
      case 31 -> {
        return "Dns(" + in.rest() + ")";
      }
      default -> {
        return "";
      }
    }
  }

  private static String ip(String name, int size, OctetReader in) {
    String local = address(in.bytes("local", size));
    String remote = address(in.bytes("remote", size));
    int localPort = in.u16("localPort");
    int remotePort = in.u16("remotePort");
    return name
        + "("
        + remote
        + ":"
        + remotePort
        + ","
        + in.u16("protocol")
        + ","
        + local
        + ":"
        + localPort
        + ")";
  }

  private static String address(Bytes octets) {
    try {
      return InetAddress.getByAddress(octets.toArray()).getHostAddress();
    } catch (UnknownHostException e) {
      return octets.toHex();
    }
  }

  private static String media(DevicePath.Node node, OctetReader in) {
    switch (node.subType()) {
      case 1 -> {
        return disk(in);
      }
      case 2 -> {
        return "CDROM("
            + hex(in.u32("entry"))
            + ","
            + hex(in.u64("start"))
            + ","
            + hex(in.u64("size"))
            + ")";
      }
      case 3 -> {
        return vendor("VenMedia", in);
      }
      case FILE -> {
        return "File(" + fileName(node) + ")";
      }
      case 5 -> {
        return "Media(" + in.guid("protocol") + ")";
      }
      case 6 -> {
        return "FvFile(" + in.guid("name") + ")";
      }
      case 7 -> {
        return "FvVol(" + in.guid("name") + ")";
      }
      case 8 -> {
        in.skip("reserved", 4);
        return "Offset(" + hex(in.u64("start")) + "," + hex(in.u64("end")) + ")";
      }
      case 9 -> {
        return "RamDisk("
            + hex(in.u64("start"))
            + ","
            + hex(in.u64("end"))
            + ","
            + in.guid("type")
            + ","
            + in.u16("instance")
            + ")";
      }
      default -> {
        return "";
      }
    }
  }

  private static String disk(OctetReader in) {
    long number = in.u32("partition");
    String start = hex(in.u64("start"));
    String size = hex(in.u64("size"));
    OctetReader signature = in.region("signature", 16);
    in.skip("format", 1);
    int kind = in.u8("signatureType");
    String name =
        switch (kind) {
          case 1 -> "MBR," + hex(signature.u32("signature"));
          case 2 -> "GPT," + signature.guid("signature");
          default -> kind + "," + signature.rest();
        };
    return "HD(" + number + "," + name + "," + start + "," + size + ")";
  }

  private static String biosBoot(OctetReader in) {
    int type = in.u16("deviceType");
    String flags = hex(in.u16("status"));
    String device = type > 0 && type < BIOS_DEVICES.size() ? BIOS_DEVICES.get(type) : hex(type);
    return "BBS(" + device + "," + DataDecoder.ascii(in.rest()) + "," + flags + ")";
  }

  private static String vendor(String name, OctetReader in) {
    String guid = in.guid("vendor").toString();
    Bytes data = in.rest();
    return name + "(" + guid + (data.isEmpty() ? "" : "," + data) + ")";
  }

  private static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }
}
