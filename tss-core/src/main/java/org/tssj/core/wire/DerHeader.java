package org.tssj.core.wire;

import org.tssj.core.Bytes;

/**
 * Tag and length in front of an element of DER: where a certificate ends, for those who do not need
 * to know what is in it.
 *
 * <p>A length that takes more octets than it needs is read, since chips have such certificates. An
 * indefinite length and a tag above 30 are refused: DER has no use for the first, and certificates
 * none for the second.
 *
 * @param tag the first octet, with class and form
 * @param content offset of the first octet behind the length
 * @param end offset behind the last octet of the element
 * @see "ITU-T X.690, 8.1 and 10.1"
 */
public record DerHeader(int tag, int content, int end) {

  /** The tag of a SEQUENCE. */
  public static final int SEQUENCE = 0x30;

  private static final int CONSTRUCTED = 0x20;
  private static final int HIGH_TAG = 0x1f;
  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_OCTETS = 4;

  /**
   * Reads the header that begins at an offset.
   *
   * @param within where the element has to end at the latest, at most the length of {@code octets}
   * @throws WireException if there is none, or the element does not fit
   */
  public static DerHeader read(Bytes octets, int offset, int within) {
    int at = offset;
    if (within - at < 2) {
      throw WireException.truncated(2, at, Math.max(0, within - at), within);
    }
    int tag = octets.get(at++);
    if ((tag & HIGH_TAG) == HIGH_TAG) {
      throw WireException.refused("must have a tag below 31", offset, hex(tag));
    }
    long length = octets.get(at++);
    if (length >= LONG_FORM) {
      int width = (int) length - LONG_FORM;
      if (width < 1 || width > MOST_LENGTH_OCTETS) {
        throw WireException.refused(
            "must have a length of 1 to " + MOST_LENGTH_OCTETS + " octets",
            at - 1,
            hex((int) length));
      }
      if (within - at < width) {
        throw WireException.truncated(width, at, within - at, within);
      }
      length = 0;
      for (int k = 0; k < width; k++) {
        length = length << 8 | octets.get(at++);
      }
    }
    if (length > within - at) {
      throw WireException.refused(
          "must hold the whole element of " + length + " bytes", at, (within - at) + " bytes left");
    }
    return new DerHeader(tag, at, at + (int) length);
  }

  /** Whether the content is made of elements again. */
  public boolean isConstructed() {
    return (tag & CONSTRUCTED) != 0;
  }

  private static String hex(int octet) {
    return String.format("0x%02x", octet);
  }
}
