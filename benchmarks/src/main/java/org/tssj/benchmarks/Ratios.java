package org.tssj.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs what is compared in turns, again and again, and prints ratios: what disturbs the machine for
 * a minute then disturbs both sides of a ratio, and what disturbs it for a moment is one round of
 * several.
 *
 * <p>A time is the median of one JVM's iterations (of its samples, over sockets). A ratio is that
 * of two such times in one round. The table has the median ratio of all rounds and the least and
 * the greatest.
 */
public final class Ratios {

  private static final String C = "pcr_read.c";
  private static final String JNA = "PcrReadInProcess.jna";
  private static final String TRANSPORT = "PcrReadInProcess.transport";
  private static final String TYPED = "PcrReadInProcess.typed";
  private static final String BARE = "PcrReadOverSwtpm.bare";
  private static final String SWTPM = "PcrReadOverSwtpm.typed";
  private static final String BARE_MSSIM = "PcrReadOverMssim.bare";
  private static final String MSSIM = "PcrReadOverMssim.transport";
  private static final String PIPES = "PcrReadOverCmd.bare";
  private static final String CMD = "PcrReadOverCmd.transport";
  private static final String TSSJ = "CreatePrimaryMarshalling.tssj";
  private static final String TSS_JAVA = "CreatePrimaryMarshalling.tssJava";
  private static final String QUOTE = "QuoteWithLog.tssj";
  private static final String BARE_QUOTE = "QuoteWithLog.bare";
  private static final String LIST = "MeasurementListReplay.tssj";
  private static final String BARE_LIST = "MeasurementListReplay.bare";

  /** In the order of a round: what is compared runs close together. */
  private static final List<String> BENCHMARKS =
      List.of(
          JNA,
          TRANSPORT,
          TYPED,
          BARE,
          SWTPM,
          BARE_MSSIM,
          MSSIM,
          PIPES,
          CMD,
          TSSJ,
          TSS_JAVA,
          QUOTE,
          BARE_QUOTE,
          LIST,
          BARE_LIST);

  /** The benchmarks that reach no TPM: what a verifying server does. */
  private static final String ATTEST = "attest";

  /**
   * A line of the table.
   *
   * @param aim the ratio we want to stay below; empty if it is there to explain another one
   */
  private record Comparison(String ours, String floor, String aim) {}

  private static final List<Comparison> COMPARISONS =
      List.of(
          new Comparison(TYPED, C, "5"),
          new Comparison(TYPED, JNA, ""),
          new Comparison(TRANSPORT, JNA, ""),
          new Comparison(JNA, C, ""),
          new Comparison(SWTPM, BARE, "1.05"),
          new Comparison(MSSIM, BARE_MSSIM, "1.05"),
          new Comparison(CMD, PIPES, ""),
          new Comparison(TSSJ + " RSA_2048", TSS_JAVA + " RSA_2048", "0.45"),
          new Comparison(TSSJ + " ECC_P256", TSS_JAVA + " ECC_P256", "0.45"),
          new Comparison(QUOTE + " 120 ECC_P256", BARE_QUOTE + " 120 ECC_P256", "1.3"),
          new Comparison(QUOTE + " 120 RSA_2048", BARE_QUOTE + " 120 RSA_2048", ""),
          new Comparison(QUOTE + " 1200 ECC_P256", QUOTE + " 120 ECC_P256", ""),
          new Comparison(QUOTE + " 12000 ECC_P256", QUOTE + " 1200 ECC_P256", "10"),
          new Comparison(LIST + " 16000", BARE_LIST + " 16000", ""),
          new Comparison(LIST + " 16000", LIST + " 1600", "10"),
          new Comparison(LIST + " 160000", LIST + " 16000", "10"));

  private Ratios() {}

  /**
   * Runs all.
   *
   * @param args the number of rounds; {@code attest} for what needs no TPM alone, or the compiled
   *     {@code pcr_read.c}, if there is one
   */
  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    List<Map<String, Double>> rounds = new ArrayList<>();
    for (int round = 1; round <= Integer.parseInt(args[0]); round++) {
      Map<String, Double> medians = new LinkedHashMap<>();
      boolean attest = args.length > 1 && args[1].equals(ATTEST);
      if (args.length > 1 && !attest) {
        medians.put(C, run(args[1]));
      }
      for (String benchmark : attest ? List.of(QUOTE, BARE_QUOTE, LIST, BARE_LIST) : BENCHMARKS) {
        medians.putAll(run(benchmark, "^org.tssj.benchmarks." + Pattern.quote(benchmark) + "$"));
      }
      rounds.add(medians);
      System.err.printf(Locale.ROOT, "round %d, nanoseconds: %s%n", round, medians);
    }
    print(rounds);
  }

  private static double run(String program) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(program).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IOException(program + " has failed");
    }
    return Double.parseDouble(said.strip());
  }

  private static Map<String, Double> run(String name, String pattern) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(pattern)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build())
            .run();
    Map<String, Double> medians = new LinkedHashMap<>();
    for (RunResult result : results) {
      StringBuilder with = new StringBuilder(name);
      for (String parameter : new TreeSet<>(result.getParams().getParamsKeys())) {
        with.append(' ').append(result.getParams().getParam(parameter));
      }
      medians.put(with.toString(), result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    return medians;
  }

  private static void print(List<Map<String, Double>> rounds) {
    System.out.println("| what | against | ns | ns | ratio | least to greatest | aim |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Comparison each : COMPARISONS) {
      if (!rounds.get(0).keySet().containsAll(List.of(each.ours(), each.floor()))) {
        continue;
      }
      double[] ours = column(rounds, each.ours());
      double[] floor = column(rounds, each.floor());
      double[] ratios =
          IntStream.range(0, ours.length).mapToDouble(k -> ours[k] / floor[k]).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.0f | %.0f | **%.2f** | %.2f to %.2f | %s |%n",
          each.ours(),
          each.floor(),
          median(ours),
          median(floor),
          median(ratios),
          ratios[0],
          ratios[ratios.length - 1],
          each.aim());
    }
  }

  private static double[] column(List<Map<String, Double>> rounds, String name) {
    return rounds.stream().mapToDouble(round -> round.get(name)).toArray();
  }

  private static double median(double[] values) {
    double[] ascending =
        IntStream.range(0, values.length).mapToDouble(k -> values[k]).sorted().toArray();
    return ascending[ascending.length / 2];
  }
}
