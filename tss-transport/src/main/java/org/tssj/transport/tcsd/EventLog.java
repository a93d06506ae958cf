package org.tssj.transport.tcsd;

import java.util.List;
import org.tssj.core.transport.TpmTransportException;

/**
 * The event log of tcsd, in its memory only. What the firmware and the kernel measured is in it for
 * the PCRs that tcsd.conf names (firmware_pcrs, kernel_pcrs); to these nobody can add.
 */
public final class EventLog {

  private final TcsdClient tcsd;

  EventLog(TcsdClient tcsd) {
    this.tcsd = tcsd;
  }

  /**
   * Notes an event. The PCR is not extended by it.
   *
   * @return how many events the PCR has now
   */
  public long append(PcrEvent event) throws TpmTransportException {
    TcsdClient.Fields answer = tcsd.callFor(Rpc.LOGPCREVENT, event);
    long number = answer.number();
    answer.finish();
    return number;
  }

  /** How many events a PCR has. */
  public long count(int pcrIndex) throws TpmTransportException {
    TcsdClient.Fields answer =
        tcsd.callFor(
            Rpc.GETPCREVENT,
            new Parameter.U32(pcrIndex),
            new Parameter.U32(0),
            new Parameter.U8(1));
    long count = answer.number();
    answer.finish();
    return count;
  }

  /**
   * One event.
   *
   * @param number from 0 on
   */
  public PcrEvent event(int pcrIndex, long number) throws TpmTransportException {
    TcsdClient.Fields answer =
        tcsd.callFor(
            Rpc.GETPCREVENT,
            new Parameter.U32(pcrIndex),
            new Parameter.U32(number),
            new Parameter.U8(0));
    answer.number();
    PcrEvent event = answer.take(PcrEvent.class);
    answer.finish();
    return event;
  }

  /**
   * Events of one PCR.
   *
   * @param first from 0 on
   * @param count how many at most
   */
  public List<PcrEvent> events(int pcrIndex, long first, long count) throws TpmTransportException {
    return tcsd.callFor(
            Rpc.GETPCREVENTBYPCR,
            new Parameter.U32(pcrIndex),
            new Parameter.U32(first),
            new Parameter.U32(count))
        .list(PcrEvent.class);
  }

  /** All events of all PCRs. */
  public List<PcrEvent> all() throws TpmTransportException {
    return tcsd.callFor(Rpc.GETPCREVENTLOG).list(PcrEvent.class);
  }
}
