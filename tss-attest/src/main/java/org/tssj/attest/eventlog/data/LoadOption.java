package org.tssj.attest.eventlog.data;

import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * EFI_LOAD_OPTION: what a Boot#### variable boots.
 *
 * @param attributes 32 bits; bit 0 says that it is active
 * @param description for people
 * @param path where it is
 * @param optionalData what is handed to it
 * @see "UEFI Specification, 3.1.3 Load Options"
 */
public record LoadOption(long attributes, String description, DevicePath path, Bytes optionalData) {

  private static final int LOAD_OPTION_ACTIVE = 1;

  /** Whether the boot manager tries it. */
  public boolean isActive() {
    return (attributes & LOAD_OPTION_ACTIVE) != 0;
  }

  /**
   * Reads one.
   *
   * @throws WireException if it is none
   */
  static LoadOption read(OctetReader in) {
    long attributes = in.u32("attributes");
    int pathSize = in.u16("filePathListLength");
    StringBuilder description = new StringBuilder();
    for (int character = in.u16("description"); character != 0; ) {
      description.append((char) character);
      character = in.u16("description");
    }
    DevicePath path = DevicePath.read(in.region("filePathList", pathSize));
    return new LoadOption(attributes, description.toString(), path, in.rest());
  }

  /** As in {@code Linux Boot Manager: HD(..)/File(..)}. */
  @Override
  public String toString() {
    return description + (isActive() ? ": " : " (inactive): ") + path;
  }
}
