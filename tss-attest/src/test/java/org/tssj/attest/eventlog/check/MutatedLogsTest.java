package org.tssj.attest.eventlog.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.eventlog.data.EventData;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** Logs of machines in the world, with something broken in them. */
class MutatedLogsTest {

  private static final int OCTETS_EACH = 8 << 20;

  private static Stream<SharedIndex.Row> logs() {
    return SharedIndex.rows("eventlog").stream();
  }

  @ParameterizedTest
  @MethodSource("logs")
  void giveEventsAndFindingsAndNoOtherFailure(SharedIndex.Row row) {
    Bytes log = Shared.read(row.file());
    int count = Math.min(400, OCTETS_EACH / log.length());
    Mutations.of(log, 1, count, MutatedLogsTest::look);
  }

  private static void look(Bytes octets) {
    EventLog log = EventLog.read(octets);
    for (Event event : log.events()) {
      assertFalse(event.title().isEmpty());
      assertFalse(EventData.of(log, event).summary() == null);
    }
    LogReview.of(log).forEach(finding -> assertFalse(finding.toString().isEmpty()));
    Replay.of(log).values();
    Replay.ofRegisters(log).values();
    SecureBootState.of(log);
    BootChain.of(log);
    try {
      assertFalse(LogFile.read(octets).parts().isEmpty());
    } catch (WireException e) {
      assertTrue(e.getMessage().startsWith("must be an event log"), e.getMessage());
    }
  }
}
