package org.tssj.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.cli.CommandShape.Kind;
import org.tssj.cli.CommandShape.Slot;
import org.tssj.cli.command.Verb;

/**
 * Reads a plain command line, the kind that a script has, by the shape of its verb: whole options
 * with their values, parameters, nothing twice and nothing missing. All others, and every mistake,
 * are for picocli, which knows what to say.
 */
final class PlainWords {

  private final IdentityHashMap<Slot, List<String>> values = new IdentityHashMap<>();
  private final CommandShape shape;

  private PlainWords(CommandShape shape) {
    this.shape = shape;
  }

  /**
   * Sets the fields of a verb.
   *
   * @param verb freshly made; not to be used if the answer is no
   * @return whether the words were plain
   */
  static boolean fill(Verb verb, CommandShape shape, List<String> words) {
    PlainWords plain = new PlainWords(shape);
    return plain.sort(words) && plain.isComplete() && plain.set(verb);
  }

  private boolean sort(List<String> words) {
    List<String> parameters = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (!isValue(word)) {
        int equals = word.indexOf('=');
        Slot slot = named(equals < 0 ? word : word.substring(0, equals));
        if (slot == null || values.containsKey(slot) && slot.kind() != Kind.LIST) {
          return false;
        }
        boolean isFlag = slot.kind() == Kind.FLAG;
        String value = "";
        if (equals >= 0) {
          value = word.substring(equals + 1);
        } else if (!isFlag && at + 1 < words.size()) {
          value = words.get(++at);
        }
        if (isFlag ? equals >= 0 : !isValue(value)) {
          return false;
        }
        add(slot, value);
      } else {
        parameters.add(word);
      }
    }
    return sortParameters(parameters);
  }

  private boolean sortParameters(List<String> parameters) {
    int at = 0;
    for (Slot slot : shape.slots()) {
      if (slot.isParameter()) {
        while (at < parameters.size()) {
          add(slot, parameters.get(at++));
          if (slot.kind() != Kind.LIST) {
            break;
          }
        }
      }
    }
    return at == parameters.size();
  }

  /** Quotes and signs in front may mean something; @ may name a file of arguments. */
  private static boolean isValue(String word) {
    if (word.isEmpty()) {
      return false;
    }
    char first = word.charAt(0);
    return first != '-' && first != '@' && first != '"' || word.equals("-");
  }

  private @Nullable Slot named(String name) {
    for (Slot slot : shape.slots()) {
      if (slot.isNamed(name)) {
        return slot;
      }
    }
    return null;
  }

  private void add(Slot slot, String value) {
    List<String> before = values.get(slot);
    if (before == null) {
      before = new ArrayList<>();
      values.put(slot, before);
    }
    before.add(value);
  }

  private boolean isComplete() {
    for (Slot slot : shape.slots()) {
      if (slot.isRequired() && !values.containsKey(slot)) {
        return false;
      }
    }
    return true;
  }

  private boolean set(Verb verb) {
    try {
      for (Map.Entry<Slot, List<String>> entry : values.entrySet()) {
        Slot slot = entry.getKey();
        Field field = Class.forName(slot.owner()).getDeclaredField(slot.field());
        field.setAccessible(true);
        field.set(owner(verb, slot), value(slot, entry.getValue()));
      }
      return true;
    } catch (IllegalArgumentException | ReflectiveOperationException e) {
      // A value that is none, or a shape of another version.
      return false;
    }
  }

  private static Object owner(Verb verb, Slot slot) throws ReflectiveOperationException {
    Object owner = verb;
    for (String step : slot.steps()) {
      Field field = field(owner.getClass(), step);
      field.setAccessible(true);
      owner = field.get(owner);
      if (owner == null) {
        throw new NoSuchFieldException(step + " of " + verb.getClass());
      }
    }
    return owner;
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(name + " of " + type);
  }

  private static Object value(Slot slot, List<String> texts) {
    return switch (slot.kind()) {
      case FLAG -> true;
      case ONE -> read(slot, texts.get(0));
      case OPTIONAL -> Optional.of(read(slot, texts.get(0)));
      case LIST -> {
        List<Object> all = new ArrayList<>();
        for (String text : texts) {
          for (String part :
              slot.split().equals("-") ? new String[] {text} : text.split(slot.split())) {
            all.add(read(slot, part));
          }
        }
        yield all;
      }
    };
  }

  private static Object read(Slot slot, String text) {
    return ArgumentTypes.read(slot.type(), text);
  }
}
