package org.tssj.tpm20.file;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * One object in PEM: octets in base64 between a BEGIN and an END line.
 *
 * @param label what stands behind BEGIN: {@code PUBLIC KEY}, {@code TSS2 PRIVATE KEY}
 * @param content the octets, in DER by habit
 * @see "RFC 7468"
 */
public record Pem(String label, Bytes content) {

  private static final int LINE = 64;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([^-\r\n]*)-----([^-]*)-----END ([^-\r\n]*)-----");

  /**
   * Every object in a text; what stands around them is passed over.
   *
   * @throws WireException if one ends with another label, or is no base64
   */
  public static List<Pem> parseAll(String text) {
    List<Pem> all = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      String label = blocks.group(1);
      if (!label.equals(blocks.group(3))) {
        throw refused("must end as it begins, with " + label, blocks.start(3), blocks.group(3));
      }
      all.add(new Pem(label, decoded(blocks.group(2), blocks.start(2))));
    }
    return all;
  }

  /**
   * The only object in a text that has one of these labels.
   *
   * @throws WireException if there is none, or more than one, or it is no base64
   */
  public static Pem parse(String text, String... labels) {
    List<Pem> all = parseAll(text);
    List<Pem> fitting = all.stream().filter(pem -> List.of(labels).contains(pem.label)).toList();
    if (fitting.size() != 1) {
      throw refused(
          "must have one object " + String.join(" or ", labels),
          0,
          all.isEmpty() ? "none" : String.join(", ", all.stream().map(Pem::label).toList()));
    }
    return fitting.get(0);
  }

  private static Bytes decoded(String body, int offset) {
    try {
      return Bytes.wrap(Base64.getDecoder().decode(body.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      throw refused("must be base64", offset, e.getMessage());
    }
  }

  private static WireException refused(String rule, int offset, String found) {
    return WireException.refused(rule, offset, found).within("PEM");
  }

  /** The text, which ends with a line feed. */
  public String toText() {
    String body =
        Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content.toArray());
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
