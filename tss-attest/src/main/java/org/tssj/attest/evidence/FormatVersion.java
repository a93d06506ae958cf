package org.tssj.attest.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tssj.core.wire.WireException;

/**
 * Which version of the format a file is of. A later minor version may have members that earlier
 * readers can do without; whatever they cannot do without makes a new major one.
 *
 * @param major the same as ours, or the file is not read
 * @param minor above ours: members that are not known here are passed over
 */
record FormatVersion(int major, int minor) {

  static final int MAJOR = 1;
  static final int MINOR = 0;

  private static final int LONGEST = 40;
  private static final Pattern TEXT = Pattern.compile("(0|[1-9]\\d{0,3})\\.(0|[1-9]\\d{0,3})");

  /** Finds it, wherever the two members stand, and looks at nothing else. */
  static FormatVersion read(EvidenceInput in) {
    Header header = new Header();
    in.map(Limits.MEMBERS, name -> header.member(name, in));
    in.finish();
    return header.version();
  }

  /** Whether members that are not known here may be passed over. */
  boolean isLater() {
    return minor > MINOR;
  }

  private static final class Header {
    private @Nullable String format;
    private @Nullable String version;

    void member(String name, EvidenceInput in) {
      switch (name) {
        case "format" -> format = in.text(LONGEST);
        case "version" -> version = in.text(LONGEST);
        default -> in.skip();
      }
    }

    FormatVersion version() {
      if (!EvidenceFile.FORMAT.equals(format)) {
        throw refused("format", "must be \"" + EvidenceFile.FORMAT + "\"", format);
      }
      Matcher numbers = TEXT.matcher(version == null ? "" : version);
      if (!numbers.matches()) {
        throw refused("version", "must be two numbers, as in " + EvidenceFile.VERSION, version);
      }
      FormatVersion found =
          new FormatVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
      if (found.major != MAJOR) {
        throw refused("version", "must be " + MAJOR + ".x, which is what is known here", version);
      }
      return found;
    }

    private static WireException refused(String name, String rule, @Nullable String found) {
      return WireException.refused(rule, 0, found == null ? "not there" : '"' + found + '"')
          .within(name);
    }
  }
}
