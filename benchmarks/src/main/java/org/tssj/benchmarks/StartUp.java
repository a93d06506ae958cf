package org.tssj.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a whole run of the program takes, from its start to its end, beside a bare Java program that
 * says hello; the two in turns, so that a machine that gets slower does so for both.
 */
public final class StartUp {

  private StartUp() {}

  /**
   * Prints the medians, the least of both, and their ratios.
   *
   * @param args how many runs of each; the folder of the compiled {@code Hello}; then the program
   *     and its arguments
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = Integer.parseInt(args[0]);
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> hello = List.of(java, "-cp", args[1], "Hello");
    List<String> program = List.of(args).subList(2, args.length);
    long[] floor = new long[runs];
    long[] ours = new long[runs];
    // Once each that does not count: the files are then in memory.
    time(hello);
    time(program);
    for (int k = 0; k < runs; k++) {
      floor[k] = time(hello);
      ours[k] = time(program);
    }
    Arrays.sort(floor);
    Arrays.sort(ours);
    print("median", ours[runs / 2], floor[runs / 2]);
    print("least", ours[0], floor[0]);
  }

  private static void print(String what, long ours, long floor) {
    System.out.printf(
        Locale.ROOT,
        "%-6s  the program %6.1f ms, hello %6.1f ms, ratio %.2f%n",
        what,
        ours / 1e6,
        floor / 1e6,
        (double) ours / floor);
  }

  private static long time(List<String> words) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(words))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    long taken = System.nanoTime() - start;
    if (exit != 0) {
      throw new IOException(String.join(" ", words) + " has failed");
    }
    return taken;
  }
}
