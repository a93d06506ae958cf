package org.tssj.simulator.tools;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One pair of twins for a class, put back before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwinScenarios {

  private Twins twins;
  private Twins.Moment start;

  /** How ours reach their TPM. */
  abstract Way way();

  @BeforeAll
  final void start() throws IOException {
    twins = Twins.owned(way(), Tools.ours());
    start = twins.moment();
  }

  @BeforeEach
  final void putBack() throws IOException {
    twins.restore(start);
  }

  @AfterAll
  final void end() throws IOException {
    twins.close();
  }

  final Twins twins() {
    return twins;
  }

  final Outcome same(String... arguments) throws Exception {
    return twins.same(arguments);
  }

  final Outcome same(Step step) throws Exception {
    return twins.same(step);
  }

  /** What every one of these tools does before it does anything. */
  final void saysTheSameAboutItself(List<String> tools, String... mistakes) throws Exception {
    for (String tool : tools) {
      same(tool, "-h");
      same(tool, "-v");
      same(tool, "-h", "-v");
      for (String mistake : mistakes) {
        same(Stream.concat(Stream.of(tool), Stream.of(mistake.split(" "))).toArray(String[]::new));
      }
    }
  }
}
