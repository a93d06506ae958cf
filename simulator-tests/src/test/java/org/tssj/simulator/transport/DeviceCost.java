package org.tssj.simulator.transport;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import org.junit.jupiter.api.TestReporter;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;

/** What a command costs over {@code device:}, against the same bytes written and read bare. */
final class DeviceCost {

  private static final int ROUNDS = 7;
  private static final int COMMANDS = 40;

  private DeviceCost() {}

  static void report(TestReporter reporter, String device, byte[] command) throws IOException {
    double[] ratios = new double[ROUNDS];
    double[] ours = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ours[i] = ours(device, command);
      ratios[i] = ours[i] / bare(device, command);
    }
    Arrays.sort(ratios);
    Arrays.sort(ours);
    reporter.publishEntry(
        "PCR_Read over device:" + device + " against a bare write and read",
        String.format(
            "%.2f (%.2f to %.2f; %.0f microseconds)",
            ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1], ours[ROUNDS / 2]));
  }

  private static double ours(String device, byte[] command) throws IOException {
    try (TpmTransport tpm = Transports.open("device:" + device)) {
      tpm.exchange(command);
      long start = System.nanoTime();
      for (int i = 0; i < COMMANDS; i++) {
        tpm.exchange(command);
      }
      return (System.nanoTime() - start) / 1e3 / COMMANDS;
    }
  }

  /** Blocking, with no time limit, no checks, and into a buffer that is never looked at. */
  private static double bare(String device, byte[] command) throws IOException {
    byte[] buffer = new byte[4096];
    try (RandomAccessFile file = new RandomAccessFile(device, "rw")) {
      file.write(command);
      file.read(buffer);
      long start = System.nanoTime();
      for (int i = 0; i < COMMANDS; i++) {
        file.write(command);
        file.read(buffer);
      }
      return (System.nanoTime() - start) / 1e3 / COMMANDS;
    }
  }
}
