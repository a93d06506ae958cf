package org.tssj.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.cli.command.Verb;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What the command line of a verb may have, as lines of text: what is left of picocli's model when
 * all that is only for help and for messages is taken away. Reading it back takes a hundredth of
 * the time that the model takes, which is made from annotations.
 *
 * @param slots options and parameters; parameters in their order
 */
record CommandShape(List<Slot> slots) {

  private static final String PARAMETER = "-";
  private static final String VERB_ITSELF = "-";

  CommandShape {
    slots = List.copyOf(slots);
  }

  /** How many values a slot takes, and how its field holds them. */
  enum Kind {
    FLAG,
    ONE,
    OPTIONAL,
    LIST
  }

  /**
   * One option or parameter.
   *
   * @param names the option's, between bars, or {@code -} for a parameter
   * @param field the field's name
   * @param way from the verb to the object that has the field: {@code -} for the verb itself, or
   *     the names of the fields that lead there (picocli's mixins), with points between
   * @param owner the class that declares it
   * @param type of a value, as {@link ArgumentTypes#read} takes it
   * @param split what parts the values of a list, or {@code -}
   */
  record Slot(
      String names,
      Kind kind,
      boolean isRequired,
      String type,
      String split,
      String way,
      String owner,
      String field) {

    boolean isParameter() {
      return names.equals(PARAMETER);
    }

    /** The names of the fields that lead from the verb to the object with the field. */
    List<String> steps() {
      return way.equals(VERB_ITSELF) ? List.of() : List.of(way.split("\\.", -1));
    }

    boolean isNamed(String name) {
      return names.contains("|" + name + "|");
    }

    private String line() {
      return String.join(
          " ", names, kind.name(), String.valueOf(isRequired), type, split, way, owner, field);
    }

    private static Slot of(String line) {
      String[] parts = line.split(" ", -1);
      return new Slot(
          parts[0],
          Kind.valueOf(parts[1]),
          Boolean.parseBoolean(parts[2]),
          parts[3],
          parts[4],
          parts[5],
          parts[6],
          parts[7]);
    }
  }

  /** The shape of a verb's command line; empty if it has what a shape cannot say. */
  static Optional<CommandShape> of(Verb verb) {
    CommandSpec spec = Grammar.of(verb).getCommandSpec();
    Map<Class<?>, String> ways = new LinkedHashMap<>();
    ways(verb.getClass(), "", ways);
    List<Slot> slots = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (option.usageHelp()) {
        continue;
      }
      Optional<Slot> slot = slot("|" + String.join("|", option.names()) + "|", option, ways);
      if (slot.isEmpty()) {
        return Optional.empty();
      }
      slots.add(slot.get());
    }
    int index = 0;
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      Optional<Slot> slot = slot(PARAMETER, parameter, ways);
      boolean isLast = index == spec.positionalParameters().size() - 1;
      if (slot.isEmpty()
          || parameter.index().min() != index++
          || slot.get().kind() == Kind.LIST && !isLast) {
        return Optional.empty();
      }
      slots.add(slot.get());
    }
    return spec.argGroups().isEmpty() ? Optional.of(new CommandShape(slots)) : Optional.empty();
  }

  /** How to get to each class that declares options, from a verb on. */
  private static void ways(Class<?> type, String way, Map<Class<?>, String> ways) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      ways.put(each, way.isEmpty() ? VERB_ITSELF : way);
      for (Field field : each.getDeclaredFields()) {
        if (field.isAnnotationPresent(Mixin.class)) {
          ways(field.getType(), way + (way.isEmpty() ? "" : ".") + field.getName(), ways);
        }
      }
    }
  }

  private static Optional<Slot> slot(String names, ArgSpec spec, Map<Class<?>, String> ways) {
    Class<?> type = spec.auxiliaryTypes()[0];
    boolean isFlag = type == boolean.class && spec.arity().max() == 0;
    boolean isKnown = isFlag || type == String.class || ArgumentTypes.all().contains(type);
    if (!isKnown
        || !(spec.userObject() instanceof Field field)
        || !ways.containsKey(field.getDeclaringClass())
        || spec.defaultValue() != null
        || spec.isOption() && !isFlag && (spec.arity().min() != 1 || spec.arity().max() != 1)
        || spec.splitRegex().contains(" ")) {
      return Optional.empty();
    }
    Kind kind =
        isFlag
            ? Kind.FLAG
            : field.getType() == List.class
                ? Kind.LIST
                : field.getType() == Optional.class ? Kind.OPTIONAL : Kind.ONE;
    if (spec.isMultiValue() != (kind == Kind.LIST)) {
      return Optional.empty();
    }
    return Optional.of(
        new Slot(
            names,
            kind,
            spec.required(),
            type.getName(),
            spec.splitRegex().isEmpty() ? "-" : spec.splitRegex(),
            ways.get(field.getDeclaringClass()),
            field.getDeclaringClass().getName(),
            field.getName()));
  }

  /** As lines, without line ends. */
  List<String> lines() {
    return slots.stream().map(Slot::line).toList();
  }

  /** What {@link #lines} wrote. */
  static CommandShape ofLines(List<String> lines) {
    List<Slot> slots = new ArrayList<>();
    for (String line : lines) {
      slots.add(Slot.of(line));
    }
    return new CommandShape(slots);
  }
}
