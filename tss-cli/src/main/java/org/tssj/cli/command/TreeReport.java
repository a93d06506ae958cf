package org.tssj.cli.command;

import java.util.List;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireTree;

/** A tree in both forms. Octets that are in nobody's part are shown behind it. */
final class TreeReport {

  private TreeReport() {}

  /**
   * The report of one tree; a tree that is not whole ends with {@link ExitCode#REFUSED}.
   *
   * @param octets what the tree was made of
   */
  static Report of(WireTree tree, Bytes octets) {
    Bytes rest = octets.slice(tree.end(), octets.length());
    StringBuilder text = new StringBuilder(tree.toString());
    if (!rest.isEmpty()) {
      text.append(String.format("%04x  not understood: %s%n", tree.end(), rest));
    }
    Json.Fields json = json(tree);
    tree.problem().ifPresent(problem -> json.put("problem", json(problem)));
    if (!rest.isEmpty()) {
      json.put("rest", rest);
    }
    return new Report(
        json,
        text.toString(),
        tree.problem().isPresent() || !rest.isEmpty() ? ExitCode.REFUSED : ExitCode.DONE);
  }

  /** The tree as an object. */
  static Json.Fields json(WireTree tree) {
    Json.Fields fields =
        Json.object()
            .put("name", tree.name())
            .put("type", tree.type())
            .put("offset", tree.offset())
            .put("length", tree.length());
    if (!tree.text().isEmpty()) {
      fields.put("value", tree.text());
    }
    List<Json.Fields> parts = tree.children().stream().map(TreeReport::json).toList();
    if (!parts.isEmpty()) {
      fields.put("parts", parts);
    }
    return fields;
  }

  private static Json.Fields json(WireException problem) {
    return Json.object()
        .put("path", problem.path())
        .put("rule", problem.rule())
        .put("offset", problem.offset())
        .put("found", problem.found())
        .put("message", String.valueOf(problem.getMessage()));
  }
}
