package org.tssj.attest.txt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of a module's command line tboot measures. */
public enum CommandLineRule {
  /** Without the first word, the file's name: tboot up to 1.8.1. */
  STRIP_FIRST_WORD,
  /** All that the boot loader hands over: tboot 1.9 and later. */
  WHOLE;

  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

  /**
   * The rule of a version of tboot.
   *
   * @param version as in {@code 1.10.5}
   * @throws IllegalArgumentException if it is none, or 1.8.2 or 1.8.3: those went from one rule to
   *     the other, and distributions patched them
   */
  public static CommandLineRule ofTboot(String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + version + "\" is no version of tboot, as in 1.10.5");
    }
    int major = Integer.parseInt(parts.group(1));
    int minor = Integer.parseInt(parts.group(2));
    int patch = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    if (major > 1 || minor > 8) {
      return WHOLE;
    }
    if (minor == 8 && patch > 1) {
      throw new IllegalArgumentException(
          "what tboot "
              + version
              + " measures of a command line is not known; say which rule it is");
    }
    return STRIP_FIRST_WORD;
  }

  /** What is measured of a command line. Blanks and line ends behind it are none of it. */
  public String apply(String commandLine) {
    String line = commandLine.stripTrailing();
    if (this == WHOLE) {
      return line;
    }
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    while (at < line.length() && line.charAt(at) != ' ') {
      at++;
    }
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return line.substring(at);
  }
}
