package org.tssj.cli.tool;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a tool was given.
 *
 * @param found the options, in order; one may be there more than once
 * @param operands what is no option, in order
 */
public record Arguments(List<GetOpt.Found> found, List<String> operands) {

  public Arguments {
    found = List.copyOf(found);
    operands = List.copyOf(operands);
  }

  /** Whether the option was given. */
  public boolean has(Option option) {
    return found.stream().anyMatch(each -> each.option().isWrittenAs(option));
  }

  /** The option's value; the last one counts. */
  public Optional<String> value(Option option) {
    List<String> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** All values of an option that may be given more than once, in order. */
  public List<String> values(Option option) {
    return found.stream()
        .filter(each -> each.option().isWrittenAs(option))
        .map(GetOpt.Found::value)
        .toList();
  }

  /** Which of several options, of which the last one counts, was given last. */
  public Optional<Option> lastOf(Option... several) {
    return lastFound(several)
        .flatMap(last -> Arrays.stream(several).filter(last.option()::isWrittenAs).findFirst());
  }

  /** As {@link #lastOf}, as it was found. */
  public Optional<GetOpt.Found> lastFound(Option... several) {
    return found.stream()
        .filter(each -> Arrays.stream(several).anyMatch(each.option()::isWrittenAs))
        .reduce((first, second) -> second);
  }
}
