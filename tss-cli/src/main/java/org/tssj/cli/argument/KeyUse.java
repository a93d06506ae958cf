package org.tssj.cli.argument;

/** What a new key is for. */
public enum KeyUse {
  /** Signing any digest. */
  SIGN,
  /** Decrypting, or agreeing on a secret. */
  DECRYPT,
  /** Both of these. */
  BOTH,
  /** Protecting other keys and sealed data. */
  STORAGE;

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static KeyUse parse(String text) {
    return switch (text) {
      case "sign" -> SIGN;
      case "decrypt" -> DECRYPT;
      case "both" -> BOTH;
      case "storage" -> STORAGE;
      default ->
          throw new IllegalArgumentException(
              "a key is for sign, decrypt, both or storage, not \"" + text + "\"");
    };
  }
}
