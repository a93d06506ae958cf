package org.tssj.attest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** Text in JSON, read once. */
final class JsonText {

  private static final int DEEPEST = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Of two members with one name, different readers take different ones.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  // A string is as long as the text at most, which is in memory already.
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Bytes text;

  JsonText(Bytes text) {
    this.text = text;
  }

  JsonValue read() {
    try (JsonParser parser = FACTORY.createParser(text.toArray())) {
      if (parser.nextToken() == null) {
        throw WireException.refused("must be JSON", 0, "nothing");
      }
      JsonValue value = value(parser, JsonPath.ROOT);
      if (parser.nextToken() != null) {
        throw WireException.refused(
            "nothing may follow the value",
            (int) parser.currentTokenLocation().getByteOffset(),
            "more");
      }
      return value;
    } catch (IOException e) {
      WireException refused =
          WireException.refused(
              "must be JSON", 0, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      refused.initCause(e);
      throw refused;
    }
  }

  private static JsonValue value(JsonParser parser, JsonPath path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_STRING -> new JsonValue.Text(path, parser.getText());
      case VALUE_TRUE -> new JsonValue.Truth(path, true);
      case VALUE_FALSE -> new JsonValue.Truth(path, false);
      case VALUE_NULL -> new JsonValue.Nothing(path);
      default -> new JsonValue.Numeral(path, parser.getText());
    };
  }

  private static JsonValue object(JsonParser parser, JsonPath path) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser, path.member(name)));
    }
    return new JsonValue.Members(path, members);
  }

  private static JsonValue array(JsonParser parser, JsonPath path) throws IOException {
    List<JsonValue> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, path.element(elements.size())));
    }
    return new JsonValue.Elements(path, elements);
  }
}
