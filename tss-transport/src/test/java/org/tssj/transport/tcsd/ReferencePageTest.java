package org.tssj.transport.tcsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/reference/tcsd.md says of every command which way it goes; here is where it is checked.
 * Write its table anew with {@code -Dtssj.regenerate=true}.
 */
class ReferencePageTest {

  private static Path page() {
    String root = System.getProperty("tssj.root");
    assertTrue(root != null, "the system property tssj.root names the project's root");
    return Path.of(root, "docs/reference/tcsd.md");
  }

  private static String parameters(Message message) {
    List<String> words = new ArrayList<>();
    for (Piece piece : message.inRpcOrder()) {
      if (piece instanceof Piece.Auth auth) {
        words.add(
            auth.name()
                + switch (auth.presence()) {
                  case REQUIRED -> "";
                  case OPTIONAL -> "?";
                  case ZEROED -> "=0?";
                });
      } else if (piece instanceof Piece.Structure structure) {
        words.add("(" + structure.name() + ")");
      } else if (piece instanceof Piece.Constant constant) {
        words.add(constant.name() + "=" + constant.value());
      } else if (piece instanceof Piece.Extra extra) {
        words.add("~" + extra.name());
      } else if (!(piece instanceof Piece.Unsaid)) {
        words.add(piece.name());
      }
    }
    return words.isEmpty() ? "-" : String.join(" ", words);
  }

  private static String row(CommandRoute route, String remark) {
    return String.format(
        "| 0x%02x | %s%s | %s (%d) | %s | %s |",
        route.ordinal(),
        route.name(),
        remark,
        route.rpc(),
        route.rpc().number(),
        parameters(route.request()),
        parameters(route.answer()));
  }

  private static List<String> rows() {
    var rows = new TreeMap<String, String>();
    for (CommandRoute route : CommandRoutes.all()) {
      rows.put(
          String.format("%08x", route.ordinal()),
          row(route, route.ordinal() == CommandRoutes.FLUSH_SPECIFIC ? " of anything else" : ""));
    }
    rows.put("000000ba1", row(CommandRoutes.FLUSH_KEY, " of a key"));
    rows.put("000000ba2", row(CommandRoutes.FLUSH_SESSION, " of a session"));
    rows.put(
        "000000e7",
        "| 0xe7 | TPM_ExecuteTransport | EXECUTETRANSPORT (93) | taken apart | put together |");
    for (UnroutedCommands.Unrouted command : UnroutedCommands.all()) {
      rows.put(
          String.format("%08x", command.ordinal()),
          String.format(
              "| 0x%02x | %s | %s | | |",
              command.ordinal(),
              command.name(),
              command.isRefused() ? "refused: " + command.instead() : "in a transport session"));
    }
    return List.copyOf(rows.values());
  }

  @Test
  void hasTheTableThatIsInTheCode() throws IOException {
    if (Boolean.getBoolean("tssj.regenerate")) {
      regenerate();
    }
    List<String> written =
        Files.readAllLines(page()).stream().filter(line -> line.startsWith("| 0x")).toList();
    assertEquals(
        String.join("\n", rows()),
        String.join("\n", written),
        "the table in docs/reference/tcsd.md is to be that of the code");
  }

  private static void regenerate() throws IOException {
    List<String> old = Files.readAllLines(page());
    int table = old.indexOf("|---|---|---|---|---|") + 1;
    List<String> lines = new ArrayList<>(old.subList(0, table));
    lines.addAll(rows());
    old.subList(table, old.size()).stream()
        .filter(line -> !line.startsWith("| 0x"))
        .forEach(lines::add);
    Files.write(page(), lines);
  }

  @Test
  void coversEveryRpcOfTheDaemonInTheTableOrInTheText() throws IOException {
    String page = Files.readString(page());
    List<String> missing =
        java.util.Arrays.stream(Rpc.values())
            .map(Rpc::name)
            .filter(name -> !page.matches("(?s).*\\b" + name + "\\b.*"))
            .collect(Collectors.toList());
    assertEquals(List.of(), missing);
  }
}
