package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Commands;

/**
 * The page that says which command runs where. Regenerate it with {@code -Dtssj.regenerate=true}.
 */
class CommandPageTest {

  private static final String HEAD =
      """
      # TPM 2.0 commands

      All 136 commands of the library specification up to 1.85, and the vendor's command that it describes. For
      each: whether it runs in the suite `org.tssj.simulator.command`, once carried out and once refused, on
      **libtpms** 0.9.2 (Debian 12) and on **IBM**'s Software TPM (specification 1.83, where `IBM_TPM_SERVER`
      names it); and with which code the suite has it refused there, an example of what to expect. **wire only**:
      no software TPM at hand implements it; its bytes are checked against the specification's tables, and those
      of 1.85 against captured exchanges.

      This page is written by `CommandPageTest`, which fails when it is out of date.

      | command | code | libtpms | IBM | refused for example with |
      |---|---|---|---|---|
      """;

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (String name : Commands.names()) {
      CommandSpec<?, ?> spec = Commands.named(name).orElseThrow();
      Optional<CommandCase> tested =
          EveryCommand.CASES.stream().filter(one -> one.spec() == spec).findFirst();
      page.append(
          String.format(
              "| %s | %04x | %s | %s | %s |%n",
              name,
              spec.code(),
              tested.map(one -> EveryCommand.isInLibtpms(one) ? "yes" : "-").orElse("wire only"),
              tested.map(one -> "yes").orElse("wire only"),
              tested.map(CommandPageTest::refusal).orElse("")));
    }
    return page.toString();
  }

  private static String refusal(CommandCase one) {
    return "`" + one.code() + "`" + (one.subject().isEmpty() ? "" : " on " + one.subject());
  }

  @Test
  void saysWhatTheSuiteRuns() throws IOException {
    Path file =
        Path.of(System.getProperty("tssj.root", "..")).resolve("docs/reference/tpm20-commands.md");
    if (Boolean.getBoolean("tssj.regenerate")) {
      Files.writeString(file, page());
    }
    assertEquals(page(), Files.readString(file));
  }
}
