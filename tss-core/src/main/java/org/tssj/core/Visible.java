package org.tssj.core;

/** Text from files, made fit for a terminal: none of it moves the cursor or hides a line. */
public final class Visible {

  private Visible() {}

  /** The text with control and formatting characters, and halves of characters, as escapes. */
  public static String of(String text) {
    if (text.chars().allMatch(c -> 0x20 <= c && c < 0x7f)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (Character.getType(point)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                    out.append(String.format("\\u%04x", point));
                default -> out.appendCodePoint(point);
              }
            });
    return out.toString();
  }
}
