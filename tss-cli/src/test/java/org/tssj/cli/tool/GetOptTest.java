package org.tssj.cli.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages are those of glibc 2.36, as tpm-tools print them. */
class GetOptTest {

  private static final Option RESULTS = Option.flag('r', "results", "");
  private static final Option STATUS = Option.flag('s', "status", "");
  private static final Option INFILE = Option.value('i', "infile", "FILE", "");
  private static final Option ENABLE_CMD = Option.flag(Option.NO_LETTER, "enable-cmd", "");
  private static final Option ENABLE_HW = Option.flag(Option.NO_LETTER, "enable-hw", "");

  private static GetOpt looking(String words) {
    List<String> args = words.isEmpty() ? List.of() : List.of(words.split(" "));
    return new GetOpt("tool", List.of(RESULTS, STATUS, INFILE, ENABLE_CMD, ENABLE_HW), args);
  }

  /** What was found, as {@code name=value}, and the operands behind a bar. */
  private static String found(String words) throws GetOpt.Trouble {
    GetOpt options = looking(words);
    List<String> found = new ArrayList<>();
    for (var next = options.next(); next.isPresent(); next = options.next()) {
      GetOpt.Found each = next.get();
      found.add(each.option().name() + (each.value().isEmpty() ? "" : "=" + each.value()));
    }
    return String.join(" ", found) + "|" + String.join(" ", options.operands());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';|",
        "-r -s;results status|",
        "-rs;results status|",
        "-i FILE;infile=FILE|",
        "-iFILE;infile=FILE|",
        "-rsiFILE -r;results status infile=FILE results|",
        "-ri FILE;results infile=FILE|",
        "-i -r;infile=-r|",
        "--infile=FILE;infile=FILE|",
        "--infile FILE;infile=FILE|",
        "--infile=a=b;infile=a=b|",
        "--in FILE --res;infile=FILE results|",
        "--enable-c --enable-h;enable-cmd enable-hw|",
        "one -r two -s three;results status|one two three",
        "-r -- -s --infile;results|-s --infile",
        "- -r;results|-",
      })
  void findsOptionsWhereverTheyStand(String words, String wanted) throws GetOpt.Trouble {
    assertEquals(wanted, found(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-x;tool: invalid option -- 'x'",
        "-rx;tool: invalid option -- 'x'",
        "-i;tool: option requires an argument -- 'i'",
        "-ri;tool: option requires an argument -- 'i'",
        "--bogus;tool: unrecognized option '--bogus'",
        "--bogus=1;tool: unrecognized option '--bogus=1'",
        "--results=1;tool: option '--results' doesn't allow an argument",
        "--res=;tool: option '--results' doesn't allow an argument",
        "--in;tool: option '--infile' requires an argument",
      })
  void refusesInTheWordsOfTheSystem(String words, String wanted) {
    var trouble = assertThrows(GetOpt.Trouble.class, () -> found(words));
    assertEquals(wanted, trouble.getMessage());
  }

  @Test
  void listsWhatAShortenedNameMayMean() {
    var trouble = assertThrows(GetOpt.Trouble.class, () -> found("--enable"));
    assertEquals(
        "tool: option '--enable' is ambiguous; possibilities: '--enable-cmd' '--enable-hw'",
        trouble.getMessage());
  }

  @Test
  void theNameInFullIsMeantThoughALongerOneBeginsWithIt() throws GetOpt.Trouble {
    Option lock = Option.flag('a', "lock", "");
    Option locked = Option.flag('b', "lock-for-ever", "");
    GetOpt options = new GetOpt("tool", List.of(locked, lock), List.of("--lock"));
    assertEquals(lock, options.next().orElseThrow().option());
    assertEquals(Optional.empty(), options.next());
  }

  @Nested
  class WithoutLongNames {

    @Test
    void aLongOptionIsABundleOfLetters() {
      GetOpt plain = new GetOpt("tool", List.of(Option.flag('h', "", "")), List.of("--help"));
      var trouble = assertThrows(GetOpt.Trouble.class, plain::next);
      assertEquals("tool: invalid option -- '-'", trouble.getMessage());
    }
  }
}
