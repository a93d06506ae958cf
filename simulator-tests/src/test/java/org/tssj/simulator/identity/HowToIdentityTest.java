package org.tssj.simulator.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.core.Family;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.transport.BuiltProgram;

/** What docs/how-to/identity.md shows, run in a shell, with the program as it is packaged. */
@NeedsLibrary("libtpms.so.0")
@NeedsProgram({"swtpm_setup", "swtpm_localca", "openssl", "bash"})
class HowToIdentityTest {

  @TempDir private Path folder;
  private Path program = Path.of("");

  /** What came of a script. */
  private record Run(int exitCode, String said) {}

  @BeforeEach
  void findTheProgram() {
    program = BuiltProgram.path();
  }

  private static List<String> snippets() throws IOException {
    Path paper = Path.of(System.getProperty("tssj.root", "..")).resolve("docs/how-to/identity.md");
    return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(paper))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private Run run(String tpm, String script) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("TSSJ_TPM", tpm);
    builder.environment().put("OWNER", "the owner's");
    builder
        .environment()
        .merge("PATH", program.getParent().toString(), (path, ours) -> ours + ":" + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), said);
    return new Run(process.exitValue(), said);
  }

  private String succeeds(String tpm, String script) throws Exception {
    Run run = run(tpm, script);
    assertEquals(0, run.exitCode(), run.said());
    return run.said();
  }

  private ManufacturedTpm owned(String name, Family family) throws Exception {
    ManufacturedTpm made = ManufacturedTpm.make(folder, name, family);
    Files.copy(made.root(), folder.resolve("roots.pem"), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        made.issuer(), folder.resolve("intermediates.pem"), StandardCopyOption.REPLACE_EXISTING);
    succeeds(made.connection(), "tpm own --owner-auth env:OWNER");
    return made;
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void aKeyIsCertifiedAsThePaperSays(Family family) throws Exception {
    ManufacturedTpm made = owned("tpm", family);

    String said = succeeds(made.connection(), String.join("", snippets()));

    assertTrue(said.contains("chain          trusted, by CN=swtpm-localca-rootca"), said);
    assertTrue(said.contains("ak.crt: OK"), said);
    assertTrue(Files.exists(folder.resolve("ca/issued")), said);
  }

  @Test
  void noStepOfItCanBeForged() throws Exception {
    ManufacturedTpm one = owned("one", Family.TPM20);
    ManufacturedTpm two = owned("two", Family.TPM20);
    String request =
        """
        tpm ca init ca
        tpm ak create --out ak --owner-auth env:OWNER
        tpm ak request --ak ak --auth env:OWNER --out request.json
        """;
    succeeds(one.connection(), request);
    String challenge = "tpm ca challenge ca --request request.json --out challenge.json ";
    String trusted = challenge + "--roots roots.pem --intermediates intermediates.pem --json";

    Run untrusted = run(one.connection(), challenge + "--roots ca/ca.pem --json");
    assertEquals(1, untrusted.exitCode(), untrusted.said());
    assertTrue(untrusted.said().contains("CERTIFICATE_NOT_TRUSTED"), untrusted.said());
    assertFalse(Files.exists(folder.resolve("challenge.json")));

    // Another TPM does not answer, and a made-up answer ends the wait for it.
    succeeds(one.connection(), trusted);
    String activate =
        "tpm ak activate --ak %s --challenge challenge.json --auth env:OWNER --out %s";
    succeeds(two.connection(), "tpm ak create --out other --owner-auth env:OWNER");
    Run elsewhere = run(two.connection(), activate.formatted("other", "answer.json"));
    assertEquals(1, elsewhere.exitCode(), elsewhere.said());
    Files.writeString(
        folder.resolve("answer.json"),
        "{\"type\":\"tssj-ak-answer\",\"version\":1,\"family\":\"2.0\",\"answer\":\""
            + "00".repeat(32)
            + "\"}");
    String certify = "tpm ca certify ca --challenge challenge.json --answer %s --out ak.crt";
    Run wrong = run(one.connection(), certify.formatted("answer.json"));
    assertEquals(1, wrong.exitCode(), wrong.said());
    assertTrue(wrong.said().contains("ANSWER_WRONG"), wrong.said());
    succeeds(one.connection(), activate.formatted("ak", "right.json"));
    Run late = run(one.connection(), certify.formatted("right.json"));
    assertEquals(2, late.exitCode(), late.said());
    assertTrue(late.said().contains("an answer to it has come already"), late.said());
    assertFalse(Files.exists(folder.resolve("ak.crt")));
    assertEquals("rw-------\n", succeeds(one.connection(), "stat -c %A right.json | cut -c2-"));
  }

  @Test
  void ekEndsWithOneWhereACertificateLeadsNowhere() throws Exception {
    ManufacturedTpm made = owned("tpm", Family.TPM12);

    Run run = run(made.connection(), "tpm ek --auth env:OWNER --roots intermediates.pem --json");
    assertEquals(0, run.exitCode(), run.said());
    run = run(made.connection(), "tpm ca init ca; tpm ek --auth env:OWNER --roots ca/ca.pem");
    assertEquals(1, run.exitCode(), run.said());
    assertTrue(run.said().contains("ISSUER_UNKNOWN"), run.said());
  }
}
