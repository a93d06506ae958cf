package org.tssj.transport.libtpms;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The form in which swtpm keeps one blob of libtpms in a file: a header of ten octets (version 2,
 * least version of a reader 1, length of the header, flags, length of the file), then the blob
 * behind a tag of two octets and a length of four. Big-endian.
 */
final class StateFile {

  private static final int VERSION = 2;
  private static final int LEAST_VERSION = 1;
  private static final int HEADER = 10;
  private static final int ENTRY = 6;
  private static final int TAG_DATA = 1;
  private static final int FLAG_ENCRYPTED = 0x01;

  private StateFile() {}

  /** The file for a blob. */
  static byte[] write(byte[] blob) {
    int size = HEADER + ENTRY + blob.length;
    return ByteBuffer.allocate(size)
        .put((byte) VERSION)
        .put((byte) LEAST_VERSION)
        .putShort((short) HEADER)
        .putShort((short) 0)
        .putInt(size)
        .putShort((short) TAG_DATA)
        .putInt(blob.length)
        .put(blob)
        .array();
  }

  /**
   * The blob in a file.
   *
   * @throws IOException if the file is none of swtpm's, damaged, encrypted, or newer than this
   */
  static byte[] read(byte[] file) throws IOException {
    if (file.length < HEADER) {
      throw new IOException("too short for a state file of swtpm: " + file.length + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(file);
    in.get();
    int leastVersion = in.get();
    int header = in.getShort();
    int flags = in.getShort();
    int size = in.getInt();
    if (header != HEADER || size != file.length) {
      throw new IOException("no state file of swtpm, or a damaged one");
    }
    if (leastVersion > VERSION) {
      throw new IOException(
          "written by a newer swtpm: needs version " + leastVersion + " of the format");
    }
    if ((flags & FLAG_ENCRYPTED) != 0) {
      throw new IOException("encrypted with a key that only swtpm --key has: run swtpm on it");
    }
    while (in.remaining() >= ENTRY) {
      int tag = in.getShort();
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        break;
      }
      if (tag == TAG_DATA) {
        byte[] blob = new byte[length];
        in.get(blob);
        return blob;
      }
      in.position(in.position() + length);
    }
    throw new IOException("a state file of swtpm without data, or a damaged one");
  }
}
