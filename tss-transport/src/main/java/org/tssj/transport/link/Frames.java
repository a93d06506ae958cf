package org.tssj.transport.link;

/**
 * The header that both families share: a tag of two octets, the size of the whole in four, a code
 * in four.
 */
public final class Frames {

  /** Octets of a header, and so the least a command or a response can have. */
  public static final int HEADER = 10;

  /**
   * The most a command or response has: what a TPM with ML-DSA takes. What one particular TPM takes
   * is its own to say, with its own response code.
   */
  public static final int LARGEST = 8192;

  private Frames() {}

  /**
   * Refuses what is no command.
   *
   * @throws IllegalArgumentException if it is shorter than a header, longer than {@code largest},
   *     or of another size than its header says
   */
  public static void checkCommand(byte[] command, int largest) {
    if (command.length < HEADER || command.length > largest) {
      throw new IllegalArgumentException(
          "a command has " + HEADER + " to " + largest + " bytes, this has " + command.length);
    }
    int size = sizeIn(command);
    if (size != command.length) {
      throw new IllegalArgumentException(
          "the header says "
              + Integer.toUnsignedString(size)
              + " bytes, but the command has "
              + command.length);
    }
  }

  /** The size that the header at the start of {@code frame} says, as 32 bits. */
  public static int sizeIn(byte[] frame) {
    return (frame[2] & 0xff) << 24
        | (frame[3] & 0xff) << 16
        | (frame[4] & 0xff) << 8
        | (frame[5] & 0xff);
  }

  /** The response code in the header of {@code response}, as 32 bits. */
  public static int codeIn(byte[] response) {
    return (response[6] & 0xff) << 24
        | (response[7] & 0xff) << 16
        | (response[8] & 0xff) << 8
        | (response[9] & 0xff);
  }
}
