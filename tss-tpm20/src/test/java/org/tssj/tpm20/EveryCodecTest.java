package org.tssj.tpm20;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tssj.core.testing.RoundTrips;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/** Every codec of the module, whoever added it. */
class EveryCodecTest {

  @TestFactory
  Stream<DynamicTest> roundTrips() {
    return RoundTrips.ofEveryCodecIn(AlgorithmId.class);
  }
}
