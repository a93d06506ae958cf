package org.tssj.tpm20;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.testing.RoundTrips;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/** Every codec of the module, whoever added it. */
class EveryCodecTest {

  @TestFactory
  Stream<DynamicTest> roundTrips() {
    return RoundTrips.ofEveryCodecIn(AlgorithmId.class, EveryCodecTest::codecsOf);
  }

  /** A command's request; its response is a codec of its own, unless it is empty. */
  private static Stream<Codec<?>> codecsOf(Object constant) {
    if (constant instanceof CommandSpec<?, ?> spec) {
      return Stream.of(spec.request());
    }
    return constant instanceof Codec<?> codec ? Stream.of(codec) : Stream.empty();
  }
}
