package org.tssj.attest.ima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/** Lists of machines in the world, with something broken in them. */
class MutatedListsTest {

  private static Stream<SharedIndex.Row> lists() {
    return SharedIndex.rows().stream().filter(row -> row.kind().startsWith("ima-"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void giveEntriesAndNoOtherFailure(SharedIndex.Row row) {
    Mutations.of(Shared.read(row.file()), 2, 1000, MutatedListsTest::look);
  }

  private static void look(Bytes octets) {
    MeasurementList list = MeasurementList.read(octets);
    int number = 0;
    for (ImaEntry entry : list.entries()) {
      assertEquals(number++, entry.number());
      assertFalse(entry.title().isEmpty());
      entry.isHashRight();
      entry.fileDigest().ifPresent(digest -> assertFalse(digest.toString().isEmpty()));
      entry.signature();
      BootAggregate.of(entry, PcrValues.NONE);
    }
    ImaReplay.value(list, 10, Bank.SHA256, BankRule.PADDED);
    ImaReplay.match(list, 10, Bank.SHA256, Bytes.zeros(32));
  }
}
