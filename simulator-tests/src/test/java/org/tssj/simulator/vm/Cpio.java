package org.tssj.simulator.vm;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a cpio archive in the "newc" form, which Linux unpacks as its first file system. */
final class Cpio implements Closeable {

  private static final int DIRECTORY = 0040755;
  private static final int PROGRAM = 0100755;
  private static final String TRAILER = "TRAILER!!!";

  private final OutputStream out;
  private int inode = 1;

  Cpio(OutputStream out) {
    this.out = out;
  }

  /** A directory; its parent must have been written before. */
  void directory(String path) throws IOException {
    entry(path, DIRECTORY, new byte[0]);
  }

  /** A file that can be executed. */
  void file(String path, byte[] content) throws IOException {
    entry(path, PROGRAM, content);
  }

  private void entry(String path, int mode, byte[] content) throws IOException {
    byte[] name = (path + "\0").getBytes(StandardCharsets.US_ASCII);
    // Inode, mode, uid, gid, links, time, size, four device numbers, length of the name, checksum.
    int[] fields = {inode++, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length, 0};
    StringBuilder header = new StringBuilder("070701");
    for (int field : fields) {
      header.append(String.format("%08x", field));
    }
    out.write(header.toString().getBytes(StandardCharsets.US_ASCII));
    out.write(name);
    pad(header.length() + name.length);
    out.write(content);
    pad(content.length);
  }

  private void pad(int length) throws IOException {
    out.write(new byte[-length & 3]);
  }

  @Override
  public void close() throws IOException {
    entry(TRAILER, 0, new byte[0]);
    out.close();
  }
}
