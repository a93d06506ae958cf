package org.tssj.benchmarks;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tssj.attest.ima.BankRule;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * An IMA list read and replayed until it is known how much of it PCR 10 proves. The floor hashes
 * the same template data and extends, with one MessageDigest and without reading anything.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH's @Setup is the constructor.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class MeasurementListReplay {

  /** Entries of the list. */
  @Param({"1600", "16000", "160000"})
  public int entries;

  private Bytes list;
  private Bytes value;
  private List<byte[]> templateData;

  /** Before all; makes sure that the value proves the whole list. */
  @Setup
  public void make() {
    List<Bytes> parts = new ArrayList<>();
    templateData = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      Bytes digest = Bytes.utf8("sha256:\0").concat(Bank.SHA256.hash(Bytes.utf8("file " + i)));
      Bytes path = Bytes.utf8("/usr/lib/x86_64-linux-gnu/some/library-" + i + ".so\0");
      Bytes data = Bytes.join(sized(digest), sized(path));
      templateData.add(data.toArray());
      parts.add(
          Bytes.join(
              u32(10),
              Bank.SHA1.hash(data),
              sized(Bytes.utf8("ima-ng")),
              u32(data.length()),
              data));
    }
    list = Bytes.join(parts.toArray(Bytes[]::new));
    value = Bytes.wrap(bare());
    ImaReplay replay = tssj().orElseThrow();
    if (replay.entries() != entries || replay.rule() != BankRule.NATIVE) {
      throw new IllegalStateException("the value does not prove the list: " + replay);
    }
  }

  private static Bytes sized(Bytes octets) {
    return u32(octets.length()).concat(octets);
  }

  private static Bytes u32(int value) {
    return Bytes.of((byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24));
  }

  /** tssj, from octets to the number of proven entries. */
  @Benchmark
  public Optional<ImaReplay> tssj() {
    return ImaReplay.match(MeasurementList.read(list), 10, Bank.SHA256, value);
  }

  /** Two hashes an entry. */
  @Benchmark
  public byte[] bare() {
    MessageDigest digest = Bank.SHA256.digest();
    byte[] running = new byte[Bank.SHA256.size()];
    for (byte[] data : templateData) {
      byte[] extended = digest.digest(data);
      digest.update(running);
      running = digest.digest(extended);
    }
    return running;
  }
}
