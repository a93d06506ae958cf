package org.tssj.core.wire;

/**
 * The bytes are not what they claim to be: a defect or an attack, never a reason to try again.
 *
 * <p>The message has four parts: the path of the field, the rule it broke, where, and what was
 * found: {@code TPMS_CLOCK_INFO.restartCount: needs 4 bytes at offset 0x000c, only 2 of 14 left}.
 */
public final class WireException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;
  private final int offset;
  private final String found;
  private final String message;
  private String path = "";

  private WireException(String rule, int offset, String found, String message) {
    super(message);
    this.message = message;
    this.rule = rule;
    this.offset = offset;
    this.found = found;
  }

  /** A value that breaks a rule: {@code rule} reads "must be ...", {@code found} what it was. */
  public static WireException refused(String rule, int offset, String found) {
    return new WireException(
        rule, offset, found, rule + ", was " + found + " at offset " + hex(offset));
  }

  /** A value that its constructor refused, in the constructor's words. */
  static WireException broken(String rule, int end) {
    return new WireException(rule, end, "a value", rule + ", read up to offset " + hex(end));
  }

  static WireException truncated(int needed, int offset, int left, int total) {
    String rule = "needs " + needed + " bytes";
    String found = "only " + left + " of " + total + " left";
    return new WireException(
        rule, offset, found, rule + " at offset " + hex(offset) + ", " + found);
  }

  static WireException leftOver(int count, int offset) {
    String found = count + " bytes left over";
    String rule = "after the last field";
    return new WireException(
        "nothing may follow " + rule,
        offset,
        found,
        found + " at offset " + hex(offset) + ", " + rule);
  }

  private static String hex(int offset) {
    return String.format("0x%04x", offset);
  }

  /** Adds the name of the field or structure in which this happened before the path so far. */
  public WireException within(String name) {
    path = path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path;
    return this;
  }

  /** From the outermost structure to the field, as in {@code TPMS_ATTEST.clockInfo.safe}. */
  public String path() {
    return path;
  }

  /** The rule that is broken, in words. */
  public String rule() {
    return rule;
  }

  /** Where, in octets from the start of what was decoded. */
  public int offset() {
    return offset;
  }

  /** What was found there, in words. */
  public String found() {
    return found;
  }

  @Override
  public String getMessage() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
