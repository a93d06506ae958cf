package org.tssj.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class JsonTest {

  @Test
  void keepsTheOrderOfFieldsAndLeavesOutWhatIsAbsent() {
    assertEquals(
        """
        {"b":1,"a":[true,"x",4294967296],"inner":{"0":"00ff","bank":"sha256"}}""",
        Json.write(
            Json.object()
                .put("b", 1)
                .put("a", List.of(true, "x", 4294967296L))
                .put("none", Optional.empty())
                .put(
                    "inner",
                    Json.object()
                        .put("0", Bytes.hex("00FF"))
                        .put("bank", Optional.of(Bank.SHA256)))));
  }

  @Test
  void namesTheFieldsOfAMapByItsKeys() {
    assertEquals("{\"16\":\"aa\"}", Json.write(Map.of(16, Bytes.hex("aa"))));
  }

  @Test
  void aPathIsText() {
    assertEquals("{\"file\":\"a/b\"}", Json.write(Json.object().put("file", Path.of("a", "b"))));
  }

  @Test
  void isAsciiWhateverIsInside() {
    assertEquals("\"\\u00E4\\uD83D\\uDE00\\n\\\"\\u0000\"", Json.write("ä\ud83d\ude00\n\"\0"));
  }

  @Test
  void saysNullWhereAFieldIsAlwaysThere() {
    assertEquals("{\"a\":null}", Json.write(Json.object().put("a", Json.NULL)));
  }

  @Test
  void givesEachOfSeveralValuesALine() {
    assertEquals(
        "{\"a\":1}\n[2]",
        Json.write(new Json.Lines(List.of(Json.object().put("a", 1), List.of(2)))));
    assertEquals("", Json.write(new Json.Lines(List.of())));
  }
}
