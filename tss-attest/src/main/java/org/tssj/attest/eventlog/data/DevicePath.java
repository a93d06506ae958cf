package org.tssj.attest.eventlog.data;

import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * EFI_DEVICE_PATH_PROTOCOL: how the firmware gets to a device or file, node by node.
 *
 * @param nodes in order, without the node that ends the path
 * @see "UEFI Specification, 10.3 Device Path Nodes and 10.6 Device Path Display Format"
 */
public record DevicePath(List<Node> nodes) {

  /** No nodes. */
  public static final DevicePath EMPTY = new DevicePath(List.of());

  private static final int END = 0x7f;
  private static final int END_OF_INSTANCE = 0x01;
  private static final int HEADER = 4;

  public DevicePath {
    nodes = List.copyOf(nodes);
  }

  /**
   * One node.
   *
   * @param type 1 hardware, 2 ACPI, 3 messaging, 4 media, 5 BIOS boot, 0x7f the end of an instance
   * @param subType by type
   * @param data what follows the header
   */
  public record Node(int type, int subType, Bytes data) {

    /** As UEFI writes it: {@code Pci(0x1,0x0)}. */
    @Override
    public String toString() {
      return NodeText.of(this);
    }
  }

  /**
   * Reads nodes up to the end of the path, or of the octets.
   *
   * @throws WireException if a node is shorter than its header or longer than what is left
   */
  static DevicePath read(OctetReader in) {
    List<Node> nodes = new ArrayList<>();
    while (in.remaining() > 0) {
      int at = in.offset();
      int type = in.u8("type");
      int subType = in.u8("subType");
      int length = in.u16("length");
      if (length < HEADER) {
        throw WireException.refused("must be at least 4", at + 2, Integer.toString(length))
            .within("length")
            .within("devicePath");
      }
      Bytes data = in.bytes("node", length - HEADER);
      if (type == END && subType != END_OF_INSTANCE) {
        break;
      }
      nodes.add(new Node(type, subType, data));
    }
    return new DevicePath(nodes);
  }

  /** The path of the file it ends in, as in {@code \EFI\BOOT\BOOTX64.EFI}; empty if in none. */
  public String file() {
    StringBuilder file = new StringBuilder();
    for (Node node : nodes) {
      if (NodeText.isFile(node)) {
        file.append(NodeText.fileName(node));
      }
    }
    return file.toString();
  }

  /** As UEFI writes it: nodes with slashes between them, instances with commas. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    for (Node node : nodes) {
      if (node.type() == END) {
        text.append(',');
        first = true;
      } else {
        text.append(first ? "" : "/").append(node);
        first = false;
      }
    }
    return text.toString();
  }
}
