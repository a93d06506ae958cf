package org.tssj.cli.argument;

/**
 * A digest for an event of a log, written as {@code 12:sha256=HEX}.
 *
 * @param event the number of the event
 * @param digest with its bank
 */
public record EventDigest(int event, BankDigest digest) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none, or the digest is not of the bank's size
   */
  public static EventDigest parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || !text.substring(0, colon).matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "a digest of an event is written as N:BANK=HEX, as in 12:sha256=9f86d0...; this is \""
              + text
              + '"');
    }
    return new EventDigest(
        Integer.parseInt(text.substring(0, colon)), BankDigest.parse(text.substring(colon + 1)));
  }
}
