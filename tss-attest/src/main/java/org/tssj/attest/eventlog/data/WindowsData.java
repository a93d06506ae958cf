package org.tssj.attest.eventlog.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireNumber;

/**
 * A tree of what Windows measures: its boot applications and what they decide, in PCRs 11 to 14.
 *
 * @param root the outermost node
 */
public record WindowsData(Node root) implements EventData {

  private static final int AGGREGATION = 0x4000_0000;
  // Kinds are 1 to 12, in the upper half of the number, with two flags above them.
  private static final int LAST_KIND = 0x0c;
  private static final int DEEPEST = 8;

  /**
   * One node: a value, or nodes inside it.
   *
   * @param type what it is
   * @param value the octets; empty for a node with children
   * @param children in order; empty for a value
   */
  public record Node(Type type, Bytes value, List<Node> children) {
    public Node {
      children = List.copyOf(children);
    }

    /** The first node of this type at any depth, this one included. */
    public Optional<Node> find(Type wanted) {
      if (type.equals(wanted)) {
        return Optional.of(this);
      }
      for (Node child : children) {
        Optional<Node> found = child.find(wanted);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    /** The value in words: a number, text, or octets. */
    public String text() {
      if (type.isText()) {
        return DataDecoder.wide(value);
      }
      if (value.length() == 1
          || value.length() == 2
          || value.length() == 4
          || value.length() == 8) {
        long number = 0;
        for (int i = value.length() - 1; i >= 0; i--) {
          number = number << 8 | value.get(i);
        }
        return Long.toUnsignedString(number);
      }
      return new EventData.Opaque(value).summary();
    }
  }

  /**
   * SIPAEVENT: what a node is.
   *
   * @param value 32 bits
   */
  public record Type(int value) implements WireNumber {

    private static final NumberNames<Type> NAMES = new NumberNames<>("SIPAEVENT_", 8, Type::new);

    /** All that one boot application measured. */
    public static final Type TRUSTBOUNDARY = NAMES.name("TRUSTBOUNDARY", 0x4001_0001);

    /** What is known of an anti-malware driver. */
    public static final Type ELAM_AGGREGATION = NAMES.name("ELAM_AGGREGATION", 0x4001_0002);

    /** What is known of a module that was loaded. */
    public static final Type LOADEDMODULE_AGGREGATION =
        NAMES.name("LOADEDMODULE_AGGREGATION", 0x4001_0003);

    /** A quote inside the log. */
    public static final Type TRUSTPOINT_AGGREGATION =
        NAMES.name("TRUSTPOINT_AGGREGATION", 0xc001_0004);

    /** How many times the machine has booted. */
    public static final Type BOOTCOUNTER = NAMES.name("BOOTCOUNTER", 0x0002_0002);

    /** Whether a debugger is attached to the boot manager. */
    public static final Type BOOTDEBUGGING = NAMES.name("BOOTDEBUGGING", 0x0004_0001);

    /** Whether a debugger is attached to the kernel. */
    public static final Type OSKERNELDEBUG = NAMES.name("OSKERNELDEBUG", 0x0005_0001);

    /** Whether code has to be signed. */
    public static final Type CODEINTEGRITY = NAMES.name("CODEINTEGRITY", 0x0005_0002);

    /** Whether test signatures will do. */
    public static final Type TESTSIGNING = NAMES.name("TESTSIGNING", 0x0005_0003);

    /** Whether Windows is in safe mode. */
    public static final Type SAFEMODE = NAMES.name("SAFEMODE", 0x0005_0005);

    /** The public key that signed a module. */
    public static final Type AUTHORITYPUBKEY = NAMES.name("AUTHORITYPUBKEY", 0x0006_0002);

    /** Where a module lies. */
    public static final Type FILEPATH = NAMES.name("FILEPATH", 0x0007_0001);

    /** The hash of a module as Authenticode hashes it. */
    public static final Type AUTHENTICODEHASH = NAMES.name("AUTHENTICODEHASH", 0x0007_0004);

    static {
      NAMES.name("KSR_AGGREGATION", 0x4001_0005);
      NAMES.name("KSR_SIGNED_MEASUREMENT_AGGREGATION", 0x4001_0006);
      NAMES.name("INFORMATION", 0x0002_0001);
      NAMES.name("TRANSFER_CONTROL", 0x0002_0003);
      NAMES.name("APPLICATION_RETURN", 0x0002_0004);
      NAMES.name("BITLOCKER_UNLOCK", 0x0002_0005);
      NAMES.name("EVENTCOUNTER", 0x0002_0006);
      NAMES.name("COUNTERID", 0x0002_0007);
      NAMES.name("MORBIT_NOT_CANCELABLE", 0x0002_0008);
      NAMES.name("APPLICATION_SVN", 0x0002_0009);
      NAMES.name("SVN_CHAIN_STATUS", 0x0002_000a);
      NAMES.name("MORBIT_API_STATUS", 0x0002_000b);
      NAMES.name("IDK_GENERATION_STATUS", 0x0002_000c);
      NAMES.name("FIRMWAREFAILURE", 0x0003_0001);
      NAMES.name("INTERNALFAILURE", 0x0003_0003);
      NAMES.name("HYPERVISORFAILURE", 0x0003_0005);
      NAMES.name("BOOT_REVOCATION_LIST", 0x0004_0002);
      NAMES.name("DATAEXECUTIONPREVENTION", 0x0005_0004);
      NAMES.name("WINPE", 0x0005_0006);
      NAMES.name("PHYSICALADDRESSEXTENSION", 0x0005_0007);
      NAMES.name("OSDEVICE", 0x0005_0008);
      NAMES.name("SYSTEMROOT", 0x0005_0009);
      NAMES.name("HYPERVISOR_LAUNCH_TYPE", 0x0005_000a);
      NAMES.name("HYPERVISOR_PATH", 0x0005_000b);
      NAMES.name("HYPERVISOR_IOMMU_POLICY", 0x0005_000c);
      NAMES.name("HYPERVISOR_DEBUG", 0x0005_000d);
      NAMES.name("DRIVER_LOAD_POLICY", 0x0005_000e);
      NAMES.name("SI_POLICY", 0x0005_000f);
      NAMES.name("HYPERVISOR_MMIO_NX_POLICY", 0x0005_0010);
      NAMES.name("HYPERVISOR_MSR_FILTER_POLICY", 0x0005_0011);
      NAMES.name("VSM_LAUNCH_TYPE", 0x0005_0012);
      NAMES.name("OS_REVOCATION_LIST", 0x0005_0013);
      NAMES.name("SMT_STATUS", 0x0005_0014);
      NAMES.name("VSM_IDK_INFO", 0x0005_0020);
      NAMES.name("FLIGHTSIGNING", 0x0005_0021);
      NAMES.name("PAGEFILE_ENCRYPTION_ENABLED", 0x0005_0022);
      NAMES.name("VSM_IDKS_INFO", 0x0005_0023);
      NAMES.name("HIBERNATION_DISABLED", 0x0005_0024);
      NAMES.name("DUMPS_DISABLED", 0x0005_0025);
      NAMES.name("DUMP_ENCRYPTION_ENABLED", 0x0005_0026);
      NAMES.name("DUMP_ENCRYPTION_KEY_DIGEST", 0x0005_0027);
      NAMES.name("LSAISO_CONFIG", 0x0005_0028);
      NAMES.name("NOAUTHORITY", 0x0006_0001);
      NAMES.name("IMAGESIZE", 0x0007_0002);
      NAMES.name("HASHALGORITHMID", 0x0007_0003);
      NAMES.name("AUTHORITYISSUER", 0x0007_0005);
      NAMES.name("AUTHORITYSERIAL", 0x0007_0006);
      NAMES.name("IMAGEBASE", 0x0007_0007);
      NAMES.name("AUTHORITYPUBLISHER", 0x0007_0008);
      NAMES.name("AUTHORITYSHA1THUMBPRINT", 0x0007_0009);
      NAMES.name("IMAGEVALIDATED", 0x0007_000a);
      NAMES.name("MODULE_SVN", 0x0007_000b);
      NAMES.name("QUOTE", 0x8008_0001);
      NAMES.name("QUOTESIGNATURE", 0x8008_0002);
      NAMES.name("AIKID", 0x8008_0003);
      NAMES.name("AIKPUBDIGEST", 0x8008_0004);
      NAMES.name("ELAM_KEYNAME", 0x0009_0001);
      NAMES.name("ELAM_CONFIGURATION", 0x0009_0002);
      NAMES.name("ELAM_POLICY", 0x0009_0003);
      NAMES.name("ELAM_MEASURED", 0x0009_0004);
      NAMES.name("VBS_VSM_REQUIRED", 0x000a_0001);
      NAMES.name("VBS_SECUREBOOT_REQUIRED", 0x000a_0002);
      NAMES.name("VBS_IOMMU_REQUIRED", 0x000a_0003);
      NAMES.name("VBS_MMIO_NX_REQUIRED", 0x000a_0004);
      NAMES.name("VBS_MSR_FILTERING_REQUIRED", 0x000a_0005);
      NAMES.name("VBS_MANDATORY_ENFORCEMENT", 0x000a_0006);
      NAMES.name("VBS_HVCI_POLICY", 0x000a_0007);
      NAMES.name("VBS_MICROSOFT_BOOT_CHAIN_REQUIRED", 0x000a_0008);
      NAMES.name("KSR_SIGNATURE", 0x000b_0001);
      NAMES.name("DRTM_STATE_AUTH", 0x000c_0001);
      NAMES.name("DRTM_SMM_LEVEL", 0x000c_0002);
      NAMES.name("DRTM_AMD_SMM_HASH", 0x000c_0003);
      NAMES.name("DRTM_AMD_SMM_SIGNER_KEY", 0x000c_0004);
    }

    /** Whether it holds other nodes. */
    public boolean isAggregation() {
      return (value & AGGREGATION) != 0;
    }

    boolean isText() {
      return switch (value) {
        case 0x0005_0009, 0x0005_000b, 0x0007_0001, 0x0007_0005, 0x0007_0008, 0x0009_0001 -> true;
        default -> false;
      };
    }

    /** Microsoft's name, or the number in hexadecimal. */
    @Override
    public String toString() {
      return NAMES.of(value);
    }
  }

  /** Whether a tagged structure with this number is of Windows. */
  static boolean isOne(long id) {
    long kind = id >> 16 & 0x3fff;
    return kind >= 1 && kind <= LAST_KIND && (id & 0xffff) >= 1 && (id & 0xffff) <= 0xff;
  }

  /**
   * Reads the tree inside a tagged structure.
   *
   * @throws WireException if the sizes do not add up, or it is too deep
   */
  static WindowsData read(long id, Bytes value) {
    return new WindowsData(node(new Type((int) id), OctetReader.littleEndian(value), value, 0));
  }

  private static Node node(Type type, OctetReader in, Bytes value, int depth) {
    if (!type.isAggregation()) {
      return new Node(type, value, List.of());
    }
    if (depth > DEEPEST) {
      throw WireException.refused("must be at most " + DEEPEST + " deep", in.offset(), "more");
    }
    List<Node> children = new ArrayList<>();
    while (in.remaining() > 0) {
      Type child = new Type((int) in.u32("type"));
      long size = in.u32("size");
      if (child.isAggregation()) {
        OctetReader inner = in.region("value", size);
        children.add(node(child, inner, Bytes.EMPTY, depth + 1));
      } else {
        children.add(new Node(child, in.bytes("value", size), List.of()));
      }
    }
    return new Node(type, Bytes.EMPTY, children);
  }

  @Override
  public String summary() {
    if (root.children().isEmpty()) {
      return root.type() + " = " + root.text();
    }
    return root.type()
        + root.find(Type.FILEPATH).map(path -> " of " + path.text()).orElse("")
        + " with "
        + root.children().size()
        + " entries";
  }
}
