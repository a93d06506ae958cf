package org.tssj.simulator.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tssj.core.Bytes;

/**
 * One command of a script, and what may differ.
 *
 * @param arguments the tool's name and its arguments; {@code @name} is a file in the side's folder
 * @param input standard input, which is no terminal
 * @param allowances by what they are about: {@link #STATUS}, {@link #OUT}, {@link #ERR} or a file
 */
record Step(List<String> arguments, Bytes input, Map<String, Allowance> allowances) {

  static final String STATUS = "exit code";
  static final String OUT = "standard output";
  static final String ERR = "standard error";

  private static final String NOT_WRITTEN = "not written";

  /**
   * A difference that is meant.
   *
   * @param reason why; for the reader
   * @param view what is compared in place of the two; the first is the old tool's
   */
  record Allowance(String reason, View view) {}

  /** What is compared in place of what the old tool did, {@code theirs}, and ours. */
  @FunctionalInterface
  interface View {
    Object of(Object value, boolean theirs);
  }

  static Step of(String... arguments) {
    return new Step(List.of(arguments), Bytes.EMPTY, Map.of());
  }

  /** With lines that are typed, or would be if standard input were a terminal. */
  Step typed(String... lines) {
    return with(Bytes.utf8(String.join("\n", lines) + "\n"));
  }

  /** With standard input. */
  Step with(Bytes standardInput) {
    return new Step(arguments, standardInput, allowances);
  }

  /** Where the old tool does one thing and ours another; any third fails. */
  Step differs(String about, Object theirs, Object ours, String reason) {
    return allow(
        about,
        reason,
        (value, old) -> {
          Object wanted = old ? theirs : ours;
          return value.equals(wanted) ? "as meant" : value + " in place of " + wanted;
        });
  }

  /** A file of which only a view is compared, since the rest is random. */
  Step viewed(String file, Function<Bytes, ?> view, String reason) {
    return allow(
        file,
        reason,
        (value, old) -> {
          return value instanceof Outcome.Written written
              ? List.of(written.permissions(), view.apply(written.content()))
              : value;
        });
  }

  /** Something of which only a view is compared. */
  Step viewedText(String about, Function<String, ?> view, String reason) {
    return allow(about, reason, (value, old) -> view.apply(value.toString()));
  }

  /** Something that is not compared at all. */
  Step ignoring(String about, String reason) {
    return allow(about, reason, (value, old) -> "anything");
  }

  private Step allow(String about, String reason, View view) {
    Map<String, Allowance> more = new LinkedHashMap<>(allowances);
    more.put(about, new Allowance(reason, view));
    return new Step(arguments, input, more);
  }

  /** In what two outcomes differ that may not, a line for each; empty if they are as wanted. */
  List<String> differences(Outcome theirs, Outcome ours) {
    Map<String, Object> old = aspects(theirs);
    Map<String, Object> young = aspects(ours);
    Map<String, Object> all = new LinkedHashMap<>(old);
    all.putAll(young);
    List<String> differences = new ArrayList<>();
    for (String about : all.keySet()) {
      Object oldView = view(about, old, true);
      Object youngView = view(about, young, false);
      if (!oldView.equals(youngView)) {
        differences.add(about + ": theirs <" + oldView + ">, ours <" + youngView + ">");
      }
    }
    return differences;
  }

  private static Map<String, Object> aspects(Outcome outcome) {
    Map<String, Object> aspects = new LinkedHashMap<>();
    aspects.put(STATUS, outcome.status());
    aspects.put(OUT, outcome.text());
    aspects.put(ERR, outcome.err());
    aspects.putAll(outcome.files());
    return aspects;
  }

  private Object view(String about, Map<String, Object> aspects, boolean theirs) {
    Object value = aspects.getOrDefault(about, NOT_WRITTEN);
    Allowance allowance = allowances.get(about);
    return allowance == null ? value : allowance.view().of(value, theirs);
  }

  @Override
  public String toString() {
    return String.join(" ", arguments);
  }
}
