package org.tssj.cli;

import java.util.ArrayList;
import java.util.List;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.command.Verbs;

/**
 * A command line, split into the verb's name and what the verb gets. Options that every verb has
 * may stand before the name.
 *
 * @param name the verb's name, or empty if only help or the version is wanted
 * @param rest everything else, in order
 */
record CommandWords(String name, List<String> rest) {

  static CommandWords of(String... args) {
    List<String> rest = new ArrayList<>();
    int at = 0;
    while (at < args.length && args[at].startsWith("-")) {
      String option = args[at++];
      rest.add(option);
      switch (option) {
        case "--tpm" -> {
          if (at < args.length) {
            rest.add(args[at++]);
          }
        }
        case "--json", "--debug", "-h", "--help", "-V", "--version" -> {}
        default -> {
          if (!option.startsWith("--tpm=")) {
            throw new UsageException(
                "unknown option before the verb: " + option + "; a verb's options stand behind it");
          }
        }
      }
    }
    String name = name(args, at);
    at += name.isEmpty() ? 0 : name.split(" ", -1).length;
    rest.addAll(List.of(args).subList(at, args.length));
    return new CommandWords(name, rest);
  }

  private static String name(String[] args, int at) {
    if (at == args.length) {
      return "";
    }
    List<String> group = Verbs.ofGroup(args[at]);
    if (group.isEmpty()) {
      if (Verbs.isVerb(args[at]) || args[at].equals("help")) {
        return args[at];
      }
      throw new UsageException("there is no verb " + args[at] + "; tpm --help lists them");
    }
    String name = at + 1 < args.length ? args[at] + " " + args[at + 1] : args[at];
    if (!group.contains(name)) {
      throw new UsageException(
          "say what to do: " + String.join(", ", group.stream().map(g -> "tpm " + g).toList()));
    }
    return name;
  }
}
