package org.tssj.attest.manifest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * One line of a manifest.
 *
 * @param bank the hash
 * @param digest of the hash's size
 * @param name as the file is called, without escapes
 */
record ManifestLine(Bank bank, Bytes digest, String name) {

  private static final List<Bank> HASHES =
      List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512);

  // The name may have anything in it, so the digest is looked for from the ends. Possessive and
  // without a choice: a line is read once.
  private static final Pattern PLAIN = Pattern.compile("([0-9a-fA-F]++) [ *](.+)", Pattern.DOTALL);
  private static final Pattern TAGGED =
      Pattern.compile("(SHA[0-9]++) ?+\\((.+)\\) ?+= ([0-9a-fA-F]++)", Pattern.DOTALL);

  /** Twice the longest name, since every character may be escaped, and a digest with its tag. */
  private static final int LONGEST = 2 * ManifestName.LONGEST + 200;

  static ManifestLine read(String line, int offset) {
    if (line.length() > LONGEST) {
      throw WireException.refused(
          "may have " + LONGEST + " characters", offset, line.length() + " of them");
    }
    boolean escaped = line.startsWith("\\");
    String text = escaped ? line.substring(1) : line;
    Matcher plain = PLAIN.matcher(text);
    Matcher tagged = TAGGED.matcher(text);
    Optional<Bank> bank;
    String digits;
    String name;
    if (plain.matches()) {
      digits = plain.group(1);
      name = plain.group(2);
      bank = HASHES.stream().filter(each -> 2 * each.size() == digits.length()).findFirst();
    } else if (tagged.matches()) {
      digits = tagged.group(3);
      name = tagged.group(2);
      String tag = tagged.group(1);
      bank =
          HASHES.stream()
              .filter(each -> tag(each).equals(tag) && 2 * each.size() == digits.length())
              .findFirst();
    } else {
      throw refused("must be a line of sha256sum, with --tag or without", offset, line);
    }
    if (bank.isEmpty()) {
      throw refused("must have a digest of SHA-1, SHA-256, SHA-384 or SHA-512", offset, line);
    }
    String file = escaped ? unescaped(name, offset) : name;
    ManifestName.require(file, offset);
    return new ManifestLine(bank.get(), Bytes.hex(digits), file);
  }

  private static String unescaped(String name, int offset) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\') {
        i++;
        switch (i < name.length() ? name.charAt(i) : ' ') {
          case '\\' -> plain.append('\\');
          case 'n' -> plain.append('\n');
          case 'r' -> plain.append('\r');
          default -> throw refused("may escape \\\\, \\n and \\r and nothing else", offset, name);
        }
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** The line with its end. */
  String write(boolean withTag) {
    String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    String mark = escaped.equals(name) ? "" : "\\";
    return mark
        + (withTag ? tag(bank) + " (" + escaped + ") = " + digest : digest + "  " + escaped)
        + "\n";
  }

  private static String tag(Bank bank) {
    return bank.javaName().replace("-", "");
  }

  private static WireException refused(String rule, int offset, String found) {
    String visible = found.length() <= 80 ? found : found.substring(0, 80) + "...";
    return WireException.refused(rule, offset, '"' + visible + '"');
  }
}
