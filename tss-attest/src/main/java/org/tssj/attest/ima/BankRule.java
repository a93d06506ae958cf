package org.tssj.attest.ima;

/** How a kernel makes the digests that it extends into banks other than SHA-1. */
public enum BankRule {
  /** The bank's own hash of the template data: Linux 5.8 and later. */
  NATIVE,
  /**
   * The SHA-1 template hash, or the ones of a violation, with zeros behind it: before Linux 5.8.
   */
  PADDED
}
