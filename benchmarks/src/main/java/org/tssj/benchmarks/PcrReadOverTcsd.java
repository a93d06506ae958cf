package org.tssj.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;

/**
 * TPM_PcrRead through a tcsd that runs already, by the transport and by {@code tcsd_pcr_read.c}, in
 * turns. A tcsd wants root and files of its own; {@code bin/bench} starts one.
 */
public final class PcrReadOverTcsd {

  private static final byte[] PCR_READ = Bytes.hex("00c1 0000000e 00000015 00000000").toArray();
  private static final int CALLS = 2000;

  private PcrReadOverTcsd() {}

  /**
   * Prints a line for each round: both medians and their ratio.
   *
   * @param args the port of tcsd on this machine; the compiled {@code tcsd_pcr_read.c}; how many
   *     rounds
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (TpmTransport transport = Transports.open("tcsd:host=127.0.0.1,port=" + args[0])) {
      // The compiler has then done what it will do.
      long unused = median(transport);
      for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
        double floor = floor(args[1], args[0]);
        double ours = median(transport);
        System.out.printf(
            Locale.ROOT, "round %d: %.0f ns, C %.0f ns, %.3f%n", round, ours, floor, ours / floor);
      }
    }
  }

  private static long median(TpmTransport transport) throws IOException {
    long[] times = new long[CALLS];
    for (int k = 0; k < CALLS; k++) {
      long start = System.nanoTime();
      byte[] answer = transport.exchange(PCR_READ);
      times[k] = System.nanoTime() - start;
      if (answer.length != 30) {
        throw new IllegalStateException("no PCR was read");
      }
    }
    Arrays.sort(times);
    return times[CALLS / 2];
  }

  private static double floor(String program, String port)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(program, port, Integer.toString(CALLS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IOException(program + " has failed");
    }
    return Double.parseDouble(said.strip());
  }
}
