package org.tssj.core;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The two families of TPM. They share the shape of a command (tag, size, code) and nothing behind
 * it.
 */
public enum Family {
  /** TPM Main Specification 1.2. */
  TPM12("1.2"),
  /** TPM Library Specification 2.0. */
  TPM20("2.0");

  // TPM2_GetCapability(TPM_CAP_TPM_PROPERTIES, TPM_PT_FAMILY_INDICATOR, 1). It changes nothing, a
  // TPM 2.0 answers it in every state, and a TPM 1.2 refuses its tag.
  private static final byte[] QUESTION =
      HexFormat.of()
          .parseHex("8001" + "00000016" + "0000017a" + "00000006" + "00000100" + "00000001");

  private static final int TPM_TAG_RSP_COMMAND = 0x00c4;
  private static final int TPM_ST_NO_SESSIONS = 0x8001;

  private final String version;

  Family(String version) {
    this.version = version;
  }

  /**
   * A harmless command that tells the families apart, in any state the TPM may be in, started or
   * not. {@link #ofAnswer} reads the answer.
   */
  public static byte[] question() {
    return QUESTION.clone();
  }

  /**
   * The family of the TPM that answered {@link #question()}, told by the tag of the answer and
   * never by its result code: a TPM 1.2 answers TPM_TAG_RSP_COMMAND (0x00c4), a TPM 2.0
   * TPM_ST_NO_SESSIONS (0x8001).
   *
   * @param answer the response, header included
   * @return empty if the tag is neither, or there is none
   */
  public static Optional<Family> ofAnswer(byte[] answer) {
    if (answer.length < 2) {
      return Optional.empty();
    }
    int tag = (answer[0] & 0xff) << 8 | (answer[1] & 0xff);
    return switch (tag) {
      case TPM_TAG_RSP_COMMAND -> Optional.of(TPM12);
      case TPM_ST_NO_SESSIONS -> Optional.of(TPM20);
      default -> Optional.empty();
    };
  }

  /**
   * The family that {@code text} names, as in {@code family=2.0}.
   *
   * @throws IllegalArgumentException if it is neither {@code 1.2} nor {@code 2.0}
   */
  public static Family of(String text) {
    for (Family family : values()) {
      if (family.version.equals(text)) {
        return family;
      }
    }
    throw new IllegalArgumentException("a TPM family is 1.2 or 2.0, not \"" + text + "\"");
  }

  /** As people write it: {@code 1.2} or {@code 2.0}. */
  public String version() {
    return version;
  }

  @Override
  public String toString() {
    return "TPM " + version;
  }
}
