package org.tssj.attest.eventlog.data;

import org.tssj.attest.octets.OctetReader;
import org.tssj.core.wire.WireException;

/**
 * UEFI_IMAGE_LOAD_EVENT: an application or driver that was loaded. The digest is of the image as
 * Authenticode hashes it; nothing of this structure is in it.
 *
 * @param address where it was loaded
 * @param length octets it takes there, unsigned 64 bits
 * @param linkTimeAddress where it was linked to be
 * @param path where it came from; empty where it lay in memory
 * @see "TCG PC Client Platform Firmware Profile, 10.2.3 UEFI_IMAGE_LOAD_EVENT"
 */
public record ImageLoad(long address, long length, long linkTimeAddress, DevicePath path)
    implements EventData {

  /**
   * Reads one.
   *
   * @throws WireException if the sizes do not add up
   */
  static ImageLoad read(OctetReader in, int uintnOctets) {
    long address = in.u64("imageLocationInMemory");
    long length = DataDecoder.uintn("imageLengthInMemory", in, uintnOctets);
    long linkTime = DataDecoder.uintn("imageLinkTimeAddress", in, uintnOctets);
    long pathSize = DataDecoder.uintn("lengthOfDevicePath", in, uintnOctets);
    DevicePath path =
        pathSize == 0 ? DevicePath.EMPTY : DevicePath.read(in.region("devicePath", pathSize));
    return new ImageLoad(address, length, linkTime, path);
  }

  @Override
  public String summary() {
    return path.nodes().isEmpty()
        ? Long.toUnsignedString(length) + " bytes at 0x" + Long.toHexString(address)
        : path.toString();
  }
}
