package org.tssj.attest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class JsonValueTest {

  private static final String TEXT =
      "{\"name\":\"tboot\",\"flags\":[1,\"0x2f\",4294967295],\"da\":true,\"none\":null,"
          + "\"modules\":[{\"digest\":\"00ff\"},{\"digest\":7}]}";

  private static JsonValue read(String text) {
    return JsonValue.read(Bytes.utf8(text));
  }

  private static String refusal(Runnable reading) {
    return assertThrows(WireException.class, reading::run).getMessage();
  }

  @Test
  void givesWhatIsAskedFor() {
    JsonValue.Members all = read(TEXT).object();
    assertEquals("tboot", all.get("name").string());
    assertEquals(
        List.of(1L, 0x2fL, 0xffff_ffffL),
        all.get("flags").elements().stream().map(each -> each.number(0xffff_ffffL)).toList());
    assertTrue(all.get("da").truth());
    assertTrue(all.find("none").isEmpty());
    assertTrue(all.find("nothing").isEmpty());
    assertEquals(
        Bytes.hex("00ff"), all.get("modules").elements().get(0).object().get("digest").hex(2));
  }

  @Nested
  class Refuses {
    @Test
    void withThePathToIt() {
      JsonValue.Members all = read(TEXT).object();
      assertEquals(
          "modules[1].digest: must be a string, was 7 at offset 0x0000",
          refusal(() -> all.get("modules").elements().get(1).object().get("digest").hex()));
      assertEquals(
          "flags[2]: must be a number from 0 to 255, was 4294967295 at offset 0x0000",
          refusal(() -> all.get("flags").elements().get(2).number(255)));
      assertEquals(
          "must have \"bank\", was with name, flags, da, none, modules at offset 0x0000",
          refusal(() -> all.get("bank")));
      assertEquals(
          "may have name, flags, da, none, was \"modules\" at offset 0x0000",
          refusal(() -> all.only("name", "flags", "da", "none")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\":1,\"a\":2}", "1 2", "nul", "\"\\x\"", "-"})
    void textThatIsNoJson(String text) {
      assertThrows(WireException.class, () -> read(text));
    }

    @Test
    void whatIsTooDeep() {
      read("[".repeat(64) + "]".repeat(64));
      assertThrows(WireException.class, () -> read("[".repeat(65) + "]".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e3", "\"0x\"", "\"\"", "99999999999999999999", "true"})
    void whatIsNoNumber(String text) {
      assertThrows(WireException.class, () -> read(text).number(Long.MAX_VALUE));
    }
  }

  @Test
  void failsInOneWayWhateverTheTextIs() {
    Random random = new Random(12);
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      for (int flips = random.nextInt(5); flips >= 0; flips--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      try {
        JsonValue.read(Bytes.wrap(octets));
      } catch (WireException e) {
        assertTrue(
            String.valueOf(e.getMessage()).startsWith("must be JSON")
                || String.valueOf(e.getMessage()).startsWith("nothing may follow"),
            e.getMessage());
      }
    }
  }

  @Test
  void costsNoMoreThanTheText() {
    // A long name around many values: if each kept its path this would take 80 GB.
    String text = "{\"" + "n".repeat(40_000) + "\":[" + "1,".repeat(1 << 20) + "1]}";
    assertEquals(
        (1 << 20) + 1, read(text).object().members().values().iterator().next().elements().size());
  }
}
