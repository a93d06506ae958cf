package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;

/** The built program under its old names, first in PATH: a script runs as it did. */
@NeedsProgram({"tcsd", "swtpm", "tpm_mkaik", "tpm_nvdefine", "tpm_sealdata"})
@Timeout(300)
class ManualScriptsTest {

  /** The script that the documentation shows. */
  private static Bytes script() throws IOException {
    Path page = Path.of(System.getProperty("tssj.root", ".."), "docs/reference/tpm-quote-tools.md");
    Matcher shown =
        Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
    assertTrue(shown.find());
    return Bytes.utf8(shown.group(1));
  }

  @ParameterizedTest
  @EnumSource
  void aScriptOfTheManualPagesRunsUnchanged(Way way) throws Exception {
    try (Twins twins = Twins.owned(way, Tools.firstInPath())) {
      twins.write("script", script());
      Step run = Step.of("sh", "@script");
      String ours = twins.onlyOurs(run).text();
      String theirs = twins.onlyTheirs(run).text();
      assertTrue(ours.contains("verify: 0\n"), ours);
      assertTrue(theirs.contains("verify: 1\n"), "which the old tool cannot do");
      assertEquals(withoutVerification(theirs), withoutVerification(ours));
      assertTrue(ours.contains("replayed: 1\n"), ours);
    }
  }

  private static String withoutVerification(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("verify:"))
        .collect(Collectors.joining("\n"));
  }
}
