package org.tssj.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

class VerbsTest {

  static Stream<Verbs.Entry> everyVerb() {
    return Verbs.all().stream();
  }

  @ParameterizedTest
  @MethodSource("everyVerb")
  void saysOfItselfWhatTheListSaysOfIt(Verbs.Entry entry) {
    Verb verb = Verbs.named(entry.name()).orElseThrow();
    Command command = verb.getClass().getAnnotation(Command.class);
    assertEquals(entry.name(), command.name());
    assertEquals(entry.summary(), String.join(" ", command.header()));
  }

  @Test
  void areNamedByOneOrTwoWords() {
    assertTrue(Verbs.all().stream().allMatch(entry -> entry.name().matches("[a-z]+( [a-z]+)?")));
    assertTrue(Verbs.named("pcr").isEmpty());
  }
}
