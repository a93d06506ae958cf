package org.tssj.tpm12;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.testing.RoundTrips;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/** Every codec of the module, whoever added it: structures, commands, responses. */
class EveryCodecTest {

  @TestFactory
  Stream<DynamicTest> roundTrips() {
    return RoundTrips.ofEveryCodecIn(Handle.class, EveryCodecTest::codecsOf);
  }

  private static Stream<Codec<?>> codecsOf(Object constant) {
    if (constant instanceof CommandSpec<?, ?> spec) {
      return Stream.of(spec.request());
    }
    return constant instanceof Codec<?> codec ? Stream.of(codec) : Stream.empty();
  }
}
