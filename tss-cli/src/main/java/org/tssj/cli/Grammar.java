package org.tssj.cli;

import org.tssj.cli.command.Verb;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How picocli reads the options of one verb. */
final class Grammar {

  private static final int WIDTH = 80;
  private static final int LONGEST_OPTION = 30;

  private Grammar() {}

  /** The command line of one verb; no other verb is looked at. */
  static CommandLine of(Verb verb) {
    CommandLine line = new CommandLine(verb);
    ArgumentTypes.all().forEach(type -> register(line, type));
    line.setUsageHelpWidth(WIDTH);
    line.getCommandSpec().name("tpm " + line.getCommandName());
    line.getCommandSpec()
        .usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .longOptionsMaxWidth(LONGEST_OPTION);
    return line;
  }

  private static <T> void register(CommandLine line, Class<T> type) {
    line.registerConverter(type, new Words<>(type.getName()));
  }

  /** Our own words for a value that is none; picocli's repeat it and name a Java class. */
  // A class and no lambda: a lambda would keep picocli's interface, and with it all of its
  // converters,
  // out of the archive of classes.
  private record Words<T>(String type) implements ITypeConverter<T> {
    @Override
    public T convert(String text) {
      try {
        // What is read is of the type it was read as; a cast would not do for int.
        @SuppressWarnings("unchecked")
        T value = (T) ArgumentTypes.read(type, text);
        return value;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
