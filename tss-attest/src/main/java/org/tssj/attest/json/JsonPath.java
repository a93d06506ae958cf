package org.tssj.attest.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Where a value stands: a chain, so that a million values inside a member with a long name do not
 * each carry that name.
 *
 * @param parent where the value around it stands; empty for the outermost one
 * @param step the member's name, or the element's place in brackets
 */
public record JsonPath(Optional<JsonPath> parent, String step) {

  /** The outermost value. */
  public static final JsonPath ROOT = new JsonPath(Optional.empty(), "");

  private static final int LONGEST_STEP = 60;

  JsonPath member(String name) {
    return new JsonPath(Optional.of(this), name);
  }

  JsonPath element(int index) {
    return new JsonPath(Optional.of(this), "[" + index + "]");
  }

  /** As in {@code modules[2].image}; empty for the outermost value. */
  @Override
  public String toString() {
    Deque<String> steps = new ArrayDeque<>();
    for (Optional<JsonPath> at = Optional.of(this); at.isPresent(); at = at.get().parent()) {
      steps.addFirst(at.get().step());
    }
    StringBuilder text = new StringBuilder();
    for (String step : steps) {
      boolean dot = text.length() > 0 && !step.startsWith("[");
      text.append(dot ? "." : "");
      text.append(step.length() <= LONGEST_STEP ? step : step.substring(0, LONGEST_STEP) + "...");
    }
    return text.toString();
  }
}
