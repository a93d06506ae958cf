package org.tssj.attest.identity.platform;

/** AttributeStatus: what a delta certificate says of one entry. */
public enum ComponentStatus {
  /** It is new. */
  ADDED,
  /** It was there and is another now. */
  MODIFIED,
  /** It is gone. */
  REMOVED;

  static ComponentStatus of(int number) {
    if (number < 0 || number >= values().length) {
      throw new IllegalArgumentException("a status is 0, 1 or 2, not " + number);
    }
    return values()[number];
  }
}
