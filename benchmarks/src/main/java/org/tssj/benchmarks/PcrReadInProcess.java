package org.tssj.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tssj.core.Bank;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPM2_PCR_Read of the TPM inside this process: typed, as bytes through our transport, and as bytes
 * through nothing but JNA. The same command called from C is the program {@code pcr_read.c}.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 2, time = 1)
public class PcrReadInProcess {

  // Short enough to fit between two interruptions, long enough for the clock.
  private static final int CALLS = 100;

  private final PcrRead command = new PcrRead(List.of(PcrSelection.of(Bank.SHA256, 0)));
  private final byte[] bytes = PcrRead0.COMMAND.toArray();
  private TpmTransport transport;
  private Tpm20 tpm;
  private RawLibtpms raw;

  /** Before all; makes sure that all ways bring the same answer. */
  @Setup
  public void open() throws IOException {
    transport = Transports.open("libtpms:family=2.0");
    tpm = Tpm20.over(transport);
    raw = new RawLibtpms(bytes);
    SameBytes.check(PcrRead0.COMMAND, command);
    SameBytes.check(tpm.execute(command), transport.exchange(bytes));
    SameBytes.check(tpm.execute(command), raw.exchange(bytes));
  }

  /** After all. */
  @TearDown
  public void close() throws IOException {
    tpm.close();
  }

  /** {@code tpm.execute(new PcrRead(...))}, from value to value. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void typed(Blackhole hole) throws IOException {
    for (int k = 0; k < CALLS; k++) {
      hole.consume(tpm.execute(command));
    }
  }

  /** The transport alone, from bytes to bytes. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void transport(Blackhole hole) throws IOException {
    for (int k = 0; k < CALLS; k++) {
      hole.consume(transport.exchange(bytes));
    }
  }

  /** JNA alone, from bytes to bytes: the floor of Java. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void jna(Blackhole hole) {
    for (int k = 0; k < CALLS; k++) {
      hole.consume(raw.exchange(bytes));
    }
  }
}
