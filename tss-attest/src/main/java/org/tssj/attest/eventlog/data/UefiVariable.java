package org.tssj.attest.eventlog.data;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * UEFI_VARIABLE_DATA: a variable that was measured.
 *
 * @param vendor EFI_GUID of the variable's name space
 * @param name the name
 * @param data its value
 * @param content the value as far as it is known what it means
 * @see "TCG PC Client Platform Firmware Profile, 10.2.6 UEFI_VARIABLE_DATA"
 */
public record UefiVariable(UUID vendor, String name, Bytes data, Content content)
    implements EventData {

  /** EFI_GLOBAL_VARIABLE: SecureBoot, PK, KEK, BootOrder, Boot####. */
  public static final UUID GLOBAL = UUID.fromString("8be4df61-93ca-11d2-aa0d-00e098032b8c");

  /** EFI_IMAGE_SECURITY_DATABASE_GUID: db, dbx, dbt, dbr. */
  public static final UUID SECURITY_DATABASE =
      UUID.fromString("d719b2cb-3d3a-4596-a3bc-dad00e67656f");

  /** The name space of shim: MokList, SbatLevel. */
  public static final UUID SHIM = UUID.fromString("605dab50-e046-4300-abb6-3dd810dd8b23");

  private static final int OWNER = 16;
  private static final int MOST_NAME = 1 << 12;

  /** What a variable's value means. */
  public sealed interface Content {

    /** Yes or no, as SecureBoot has it. */
    record Flag(boolean value) implements Content {}

    /** Certificates and hashes, as PK, KEK, db and dbx have them. */
    record Signatures(List<SignatureList> lists) implements Content {
      public Signatures {
        lists = List.copyOf(lists);
      }
    }

    /** The one entry of a signature list that an image was judged by. */
    record Authority(SignatureList.Signature signature) implements Content {}

    /** BootOrder: which Boot#### come in which order. */
    record Order(List<Integer> options) implements Content {
      public Order {
        options = List.copyOf(options);
      }
    }

    /** Boot####: something to boot. */
    record Option(LoadOption option) implements Content {}

    /** Words, as SbatLevel has them. */
    record Words(String text) implements Content {}

    /** Not known. */
    record Raw() implements Content {}

    /**
     * Not what a variable of this name has.
     *
     * @param problem what is wrong
     */
    record Malformed(String problem) implements Content {}
  }

  /**
   * Reads one.
   *
   * @throws WireException if the sizes do not add up
   */
  static UefiVariable read(EventType type, OctetReader in, int uintnOctets) {
    UUID vendor = in.guid("variableName");
    long nameLength = DataDecoder.uintn("unicodeNameLength", in, uintnOctets);
    long dataLength = DataDecoder.uintn("variableDataLength", in, uintnOctets);
    if (nameLength < 0 || nameLength > MOST_NAME) {
      throw WireException.refused(
              "must be at most " + MOST_NAME, in.offset(), Long.toUnsignedString(nameLength))
          .within("unicodeNameLength");
    }
    String name = in.utf16("unicodeName", nameLength);
    Bytes data = in.bytes("variableData", dataLength);
    // Firmware was seen that leaves octets behind the data; they are measured all the same.
    return new UefiVariable(vendor, name, data, content(type, vendor, name, data));
  }

  private static Content content(EventType type, UUID vendor, String name, Bytes data) {
    try {
      return known(type, vendor, name, data);
    } catch (WireException e) {
      return new Content.Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static Content known(EventType type, UUID vendor, String name, Bytes data) {
    OctetReader in = OctetReader.littleEndian(data);
    if (type.equals(EventType.EFI_VARIABLE_AUTHORITY)
        || type.equals(EventType.EFI_SPDM_DEVICE_AUTHORITY)) {
      return authority(name, data, in);
    }
    if (vendor.equals(GLOBAL)) {
      switch (name) {
        case "SecureBoot", "SetupMode", "AuditMode", "DeployedMode", "VendorKeys" -> {
          return data.length() <= 1
              ? new Content.Flag(data.length() == 1 && data.get(0) == 1)
              : new Content.Raw();
        }
        case "PK", "KEK" -> {
          return new Content.Signatures(SignatureList.readAll(in));
        }
        case "BootOrder", "DriverOrder" -> {
          List<Integer> order = new ArrayList<>();
          while (in.remaining() > 0) {
            order.add(in.u16("option"));
          }
          return new Content.Order(order);
        }
        default -> {
          return name.matches("Boot[0-9A-Fa-f]{4}")
              ? new Content.Option(LoadOption.read(in))
              : new Content.Raw();
        }
      }
    }
    if (vendor.equals(SECURITY_DATABASE) || type.equals(EventType.EFI_SPDM_DEVICE_POLICY)) {
      return new Content.Signatures(SignatureList.readAll(in));
    }
    return new Content.Raw();
  }

  private static Content authority(String name, Bytes data, OctetReader in) {
    if (name.equals("SbatLevel")) {
      return new Content.Words(DataDecoder.ascii(data).isEmpty() ? "" : DataDecoder.utf8(data));
    }
    if (data.length() <= 1) {
      return new Content.Flag(data.length() == 1 && data.get(0) == 1);
    }
    // shim puts the bare certificate there when it comes from its own list or is built in.
    if (data.length() <= OWNER || data.get(0) == 0x30 && data.get(1) == 0x82) {
      return new Content.Raw();
    }
    return new Content.Authority(new SignatureList.Signature(in.guid("signatureOwner"), in.rest()));
  }

  @Override
  public String summary() {
    String value;
    if (content instanceof Content.Flag flag) {
      value = flag.value() ? "on" : "off";
    } else if (content instanceof Content.Signatures signatures) {
      value =
          signatures.lists().isEmpty()
              ? "empty"
              : String.join(
                  ", ", signatures.lists().stream().map(SignatureList::toString).toList());
    } else if (content instanceof Content.Authority authority) {
      value = "entry of " + authority.signature().owner();
    } else if (content instanceof Content.Order order) {
      value =
          String.join(
              ", ", order.options().stream().map(each -> String.format("Boot%04X", each)).toList());
    } else if (content instanceof Content.Option option) {
      value = option.option().toString();
    } else if (content instanceof Content.Words words) {
      value = words.text().strip().replace('\n', ' ');
    } else if (content instanceof Content.Malformed malformed) {
      value = "malformed: " + malformed.problem();
    } else {
      value = new EventData.Opaque(data).summary();
    }
    return name + " = " + value;
  }
}
