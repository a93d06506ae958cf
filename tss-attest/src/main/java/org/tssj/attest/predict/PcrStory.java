package org.tssj.attest.predict;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * How a PCR gets its value in one bank, step by step.
 *
 * @param pcr the index
 * @param bank the bank
 * @param rule why it starts as it does, in words
 * @param start the value before the first step
 * @param steps in order; empty if nothing is measured
 */
public record PcrStory(int pcr, Bank bank, String rule, Bytes start, List<Step> steps) {

  public PcrStory {
    steps = List.copyOf(steps);
  }

  /**
   * One extend.
   *
   * @param what was measured, in words
   * @param digest what was extended
   * @param value what the PCR holds after it
   */
  public record Step(String what, Bytes digest, Bytes value) {}

  /** The value after the last step. */
  public Bytes value() {
    return steps.isEmpty() ? start : steps.get(steps.size() - 1).value();
  }

  /** One line for the start and two for each step. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    lines.append("PCR ").append(pcr).append(" (").append(bank).append(") starts at ");
    lines.append(start).append(", ").append(rule).append('\n');
    for (Step step : steps) {
      lines.append("  extend ").append(step.digest()).append("  ").append(step.what());
      lines.append("\n      -> ").append(step.value()).append('\n');
    }
    return lines.toString();
  }
}
