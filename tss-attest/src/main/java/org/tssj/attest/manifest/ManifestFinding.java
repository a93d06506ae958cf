package org.tssj.attest.manifest;

/**
 * Where an image is not what its manifest says.
 *
 * @param code for programs; never changes its meaning
 * @param name the file, as the manifest has it or would have it
 * @param message for people: what was expected and what was found
 */
public record ManifestFinding(Code code, String name, String message) {

  /** The kinds of findings. */
  public enum Code {
    /** The content is not what it was. */
    CHANGED,
    /** There is no such file. */
    MISSING,
    /** It is there and cannot be read as a file: a folder, a device, no permission. */
    UNREADABLE,
    /** A symbolic link leads out of the folder. What is there was not read. */
    LEAVES_FOLDER,
    /** There is a file that the manifest does not name. */
    EXTRA
  }

  /** As in {@code CHANGED rootfs.img: ...}. */
  @Override
  public String toString() {
    return code + " " + name + ": " + message;
  }
}
