package org.tssj.benchmarks;

import org.tssj.core.Bytes;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.command.pcr.PcrRead;

/** What is compared must do the same work: checked before anything is timed. */
final class SameBytes {

  private static final int HEADER = 10;

  private SameBytes() {}

  static void check(Bytes expected, Bytes found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException("not the same bytes: " + expected + " and " + found);
    }
  }

  /** That the typed command is the one the floors send. */
  static void check(Bytes floor, PcrRead command) {
    WireWriter out = new WireWriter();
    PcrRead.SPEC.writeParameters(command, out);
    check(floor.slice(HEADER, floor.length()), out.toBytes());
  }

  /** That the typed answer is what a floor received. */
  static void check(PcrRead.Response typed, byte[] floor) {
    check(PcrRead.Response.CODEC.encode(typed), Bytes.of(floor, HEADER, floor.length - HEADER));
    if (typed.pcrValues().size() != 1) {
      throw new IllegalStateException("no PCR was read: " + typed);
    }
  }
}
