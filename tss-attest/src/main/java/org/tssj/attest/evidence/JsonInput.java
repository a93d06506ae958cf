package org.tssj.attest.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** Evidence in JSON. */
final class JsonInput implements EvidenceInput {

  private static final int DEEPEST = 64;
  private static final int BASE64_GROUP = 4;
  private static final int MOST_SKIPPED = 100_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(LONGEST_NAME)
                  // A string is as long as the text at most, which is in memory already.
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Bytes content;
  private final JsonParser parser;

  JsonInput(Bytes content) {
    this.content = content;
    if (content.length() > 1 && content.get(1) == 0) {
      throw WireException.refused("must be UTF-8", 1, "UTF-16 or UTF-32");
    }
    try {
      parser = FACTORY.createParser(content.toArray());
      parser.nextToken();
    } catch (IOException e) {
      throw noJson(e, 0);
    }
  }

  @Override
  public void map(int most, Consumer<String> member) {
    require(JsonToken.START_OBJECT, "must be an object");
    Names names = new Names(most);
    while (next() == JsonToken.FIELD_NAME) {
      String name = name();
      names.add(name, offset());
      next();
      try {
        member.accept(name);
      } catch (WireException e) {
        throw e.within(name);
      }
    }
  }

  @Override
  public void list(int most, Runnable element) {
    require(JsonToken.START_ARRAY, "must be an array");
    for (int i = 0; next() != JsonToken.END_ARRAY; i++) {
      if (i == most) {
        throw WireException.refused("may have " + most + " elements", offset(), "more");
      }
      try {
        element.run();
      } catch (WireException e) {
        throw e.within("[" + i + "]");
      }
    }
  }

  @Override
  public String text(int most) {
    require(JsonToken.VALUE_STRING, "must be a string");
    String text = string();
    if (text.length() > most) {
      throw WireException.refused(
          "may have " + most + " characters", offset(), text.length() + " of them");
    }
    return text;
  }

  @Override
  public long number(long most) {
    require(JsonToken.VALUE_NUMBER_INT, "must be a whole number");
    String digits = string();
    if (digits.matches("[0-9]{1,18}") && Long.parseLong(digits) <= most) {
      return Long.parseLong(digits);
    }
    throw WireException.refused(
        "must be a whole number from 0 to " + most, offset(), shortened(digits));
  }

  @Override
  public Bytes octets(int most) {
    require(JsonToken.VALUE_STRING, "must be base64");
    int offset = offset();
    Bytes text = inPlace(offset).orElseGet(() -> Bytes.utf8(string()));
    if (text.length() / BASE64_GROUP * 3L > most + 2L) {
      throw WireException.refused(
          "may have " + most + " octets", offset, text.length() + " characters of base64");
    }
    Bytes octets = base64(text, offset);
    if (octets.length() > most) {
      throw WireException.refused(
          "may have " + most + " octets", offset, octets.length() + " of them");
    }
    return octets;
  }

  // A log is most of the file: its text is taken from there, not copied into strings first. Where
  // something is escaped the parser has to read it.
  private Optional<Bytes> inPlace(int offset) {
    if (offset >= content.length() || content.get(offset) != '"') {
      return Optional.empty();
    }
    int end = offset + 1;
    while (end < content.length() && content.get(end) != '"' && content.get(end) != '\\') {
      end++;
    }
    return end < content.length() && content.get(end) == '"'
        ? Optional.of(content.slice(offset + 1, end))
        : Optional.empty();
  }

  // The JDK takes base64 without its padding, and ones in the bits that no octet uses: then two
  // texts would stand for the same octets.
  static Bytes base64(Bytes text, int offset) {
    String rule = "must be base64 with its padding (RFC 4648, 4)";
    int length = text.length();
    if (length % BASE64_GROUP != 0) {
      throw WireException.refused(rule, offset, length + " characters");
    }
    try {
      Bytes octets = Bytes.wrap(Base64.getDecoder().decode(text.toArray()));
      int whole = octets.length() - octets.length() % 3;
      byte[] rest = octets.slice(whole, octets.length()).toArray();
      Bytes last = Bytes.wrap(Base64.getEncoder().encode(rest));
      if (!text.slice(length - last.length(), length).equals(last)) {
        throw WireException.refused(rule, offset, "an ending with left-over bits");
      }
      return octets;
    } catch (IllegalArgumentException e) {
      throw WireException.refused(rule, offset, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Bytes digest(int size) {
    require(JsonToken.VALUE_STRING, "must be hexadecimal digits");
    String digits = string();
    if (digits.length() != 2 * size || !digits.matches("[0-9a-fA-F]*+")) {
      throw WireException.refused(
          "must be " + 2 * size + " hexadecimal digits", offset(), shortened(digits));
    }
    return Bytes.hex(digits);
  }

  /** Whether what comes is null, which some write for what is not there. */
  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  @Override
  public void skip() {
    // Every name is remembered by the parser, so there must be an end to them.
    int depth = 0;
    for (int values = 0; ; values++) {
      if (values > MOST_SKIPPED) {
        throw WireException.refused("may hold " + MOST_SKIPPED + " values", offset(), "more");
      }
      JsonToken token = parser.currentToken();
      if (token != null && token.isStructStart()) {
        depth++;
      } else if (token != null && token.isStructEnd()) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
      next();
    }
  }

  @Override
  public void finish() {
    if (next() != null) {
      throw WireException.refused("nothing may follow the object", offset(), "more");
    }
  }

  private void require(JsonToken token, String rule) {
    if (parser.currentToken() != token) {
      throw WireException.refused(rule, offset(), kind(parser.currentToken()));
    }
  }

  private static String kind(@Nullable JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> String.valueOf(token.asString());
    };
  }

  private @Nullable JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw noJson(e, offset());
    }
  }

  private String name() {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw noJson(e, offset());
    }
  }

  private String string() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw noJson(e, offset());
    }
  }

  private int offset() {
    return (int) Math.max(0, parser.currentTokenLocation().getByteOffset());
  }

  private static WireException noJson(IOException e, int offset) {
    WireException refused =
        WireException.refused(
            "must be JSON", offset, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    refused.initCause(e);
    return refused;
  }

  private static String shortened(String text) {
    String visible = text.length() <= 40 ? text : text.substring(0, 40) + "...";
    return '"' + visible + '"';
  }
}
