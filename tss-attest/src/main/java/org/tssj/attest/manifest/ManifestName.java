package org.tssj.attest.manifest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tssj.core.wire.WireException;

/** What a file in a manifest may be called: something below the folder, and nothing else. */
final class ManifestName {

  /** Characters of the longest name: what Linux opens. */
  static final int LONGEST = 4096;

  private ManifestName() {}

  /**
   * Refuses a name that could lead anywhere else.
   *
   * @throws WireException if it is absolute, has a part {@code ..}, names a folder, or is no name
   */
  static void require(String name, int offset) {
    if (name.length() > LONGEST) {
      throw refused("may have " + LONGEST + " characters", offset, name);
    }
    if (name.startsWith("/") || isRooted(name, offset)) {
      throw refused("must be relative to the folder", offset, name);
    }
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        throw refused("must not have a part \"..\"", offset, name);
      }
    }
    if (name.isEmpty() || name.endsWith("/") || name.equals(".") || name.endsWith("/.")) {
      throw refused("must be the name of a file", offset, name);
    }
  }

  // As this system understands it: C:\file and \file on Windows, where a backslash and ".." lead
  // out
  // as well.
  private static boolean isRooted(String name, int offset) {
    try {
      Path path = Path.of(name);
      for (Path part : path) {
        if (part.toString().equals("..")) {
          throw refused("must not have a part \"..\"", offset, name);
        }
      }
      return path.isAbsolute() || path.getRoot() != null;
    } catch (InvalidPathException e) {
      throw refused("must be a name that a file can have", offset, name);
    }
  }

  private static WireException refused(String rule, int offset, String name) {
    String visible = name.length() <= 80 ? name : name.substring(0, 80) + "...";
    return WireException.refused(rule, offset, '"' + visible + '"').within("name");
  }
}
