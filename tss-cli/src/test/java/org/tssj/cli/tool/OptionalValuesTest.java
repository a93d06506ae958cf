package org.tssj.cli.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.cli.tool.Option.Value;

/** Values that need not be there, as getopt_long has them. */
class OptionalValuesTest {

  private static final Option PASSWORD = new Option('p', "password", Value.OPTIONAL, "", "");
  private static final Option OWNER = new Option('o', "pwdo", Value.OPTIONAL_BEHIND_NAME, "", "");
  private static final Option FILL = Option.value('m', "fill-value", "", "");

  private static List<Optional<String>> found(String... words) throws GetOpt.Trouble {
    GetOpt options =
        new GetOpt("tool", List.of(PASSWORD, OWNER, FILL, FILL.alias("fillvalue")), List.of(words));
    List<Optional<String>> found = new ArrayList<>();
    for (var next = options.next(); next.isPresent(); next = options.next()) {
      found.add(next.get().given());
    }
    return found;
  }

  @Test
  void standInTheSameWord() throws Exception {
    assertEquals(List.of(Optional.of("secret")), found("-psecret"));
    assertEquals(List.of(Optional.of("secret")), found("--password=secret"));
    assertEquals(List.of(Optional.of("")), found("--password="));
  }

  @Test
  void areNeverTheNextWord() throws Exception {
    assertEquals(List.of(Optional.empty()), found("-p", "secret"));
    assertEquals(List.of(Optional.empty()), found("--password", "secret"));
    assertEquals(List.of(Optional.empty()), found("--pwdo", "secret"));
  }

  @Test
  void areDemandedBehindALetterThatDemandsThem() throws Exception {
    assertEquals(List.of(Optional.of("secret")), found("-o", "secret"));
    assertEquals(List.of(Optional.of("")), found("-o", ""));
    var trouble = assertThrows(GetOpt.Trouble.class, () -> found("-o"));
    assertEquals("tool: option requires an argument -- 'o'", trouble.getMessage());
  }

  @Test
  void twoNamesOfOneOptionAreNotAmbiguous() throws Exception {
    assertEquals(List.of(Optional.of("1"), Optional.of("2")), found("--fill=1", "--fillv", "2"));
    assertThrows(GetOpt.Trouble.class, () -> found("--p"));
  }
}
