package org.tssj.tpm12;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.testing.RoundTrips;
import org.tssj.tpm12.structure.handle.Handle;

/** Every codec of the module, whoever added it. */
class EveryCodecTest {

  @TestFactory
  Stream<DynamicTest> roundTrips() {
    return RoundTrips.ofEveryCodecIn(Handle.class);
  }
}
