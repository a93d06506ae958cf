package org.tssj.cli.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.cli.FakeMachine;

/** {@code tpm policy} as far as it needs no TPM. */
class PolicyVerbsTest {

  @TempDir Path folder;

  private final FakeMachine machine = new FakeMachine();

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** printf '%064d0000016b' 0 | xxd -r -p | sha256sum; the other with 0000016c0000015e. */
  @ParameterizedTest
  @CsvSource({
    "authvalue, 8fcd2169ab92694e0c633f1ab772842b8241bbc20288981fc7ac1eddc1fddb0e",
    "command:Unseal, e613137076524bde487533865884e9732ebee3aacb095d94a6de492ec06c46fa",
  })
  void digestsAreComputedWithoutATpm(String word, String digest) {
    int exit = machine.run("policy create --json --out", file("p"), word);
    assertEquals(0, exit, machine.err());
    assertTrue(machine.out().contains(digest), machine.out());
    assertEquals(0, machine.run("policy show", file("p")), machine.err());
  }

  @Test
  void valuesThatAreToComeNeedNoTpmEither() throws IOException {
    Files.writeString(folder.resolve("values"), "{\"sha256\":{\"7\":\"" + "11".repeat(32) + "\"}}");
    assertEquals(
        0,
        machine.run("policy create pcr:sha256:7 --pcr-values", file("values"), "--out", file("p")),
        machine.err());
    assertTrue(machine.out().contains("PCR 7 of the sha256 bank is 1111"), machine.out());
    assertEquals(
        2,
        machine.run("policy create pcr:sha256:8 --pcr-values", file("values"), "--out", file("p")));
    assertTrue(machine.err().contains("has none for PCR 8"), machine.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | no element of a policy is \"nonsense\"",
        "command:Frobnicate | command: no command is Frobnicate",
        "locality:9 | a locality is 0 to 4",
        "locality:x | a locality is a number",
        "nvwritten:maybe | nvwritten: yes or no",
        "timer:clock:1 | WHAT:OP:HEX",
        "timer:moon:eq:00 | time, clock, resets or restarts",
        "timer:clock:near:00 | no comparison is \"near\"",
        "signed:/nonexistent | no such file or directory",
        "secret:me | a handle is written as 0x81000001",
        "cphash:zz | cphash:",
        "or:/nonexistent,/x | no such file or directory",
        "duplicate:/nonexistent | no such file or directory",
      })
  void aWrongWordIsRefusedForWhatIsWrong(String word, String message) {
    assertEquals(2, machine.run("policy create", word), machine.out());
    assertTrue(machine.err().contains(message), machine.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "{}",
        "[]",
        "{\"policy\":7}",
        "{\"policy\":[7]}",
        "{\"policy\":[{}]}",
        "{\"policy\":[{\"type\":\"POLICYPCR\",\"pcrs\":[]}]}",
        "{\"policy\":[{\"type\":\"POLICYPCR\",\"pcrs\":[{\"pcr\":1,\"hashAlg\":\"MD5\"}]}]}",
        "{\"policy\":[{\"type\":\"POLICYOR\",\"branches\":[]}]}",
        "{\"policy\":[{\"type\":\"POLICYSIGNED\",\"keyPEM\":\"x\"}]}",
        "{\"policy\":[{\"type\":\"POLICYSIGNED\",\"keyPublic\":\"00\"}]}",
        "{\"policy\":[{\"type\":\"POLICYLOCALITY\",\"locality\":[\"MARS\"]}]}",
        "{\"policy\":[{\"type\":\"POLICYSECRET\",\"objectName\":\"00\",\"object\":\"me\"}]}",
        "{\"policy\":[{\"type\":\"POLICYAUTHVALUE\"}],\"policyDigests\":[{\"hashAlg\":\"SHA256\",\"digest\":\"00\"}]}",
      })
  void aMalformedFileIsRefusedWithItsName(String text) throws IOException {
    Files.writeString(folder.resolve("bad"), text);
    assertEquals(1, machine.run("policy show", file("bad")), machine.out() + machine.err());
    assertTrue(machine.err().contains(file("bad")), machine.err());
  }

  @Test
  void aMissingFileIsSaid() {
    assertEquals(2, machine.run("policy show /nonexistent"));
    assertTrue(machine.err().contains("no such file or directory"), machine.err());
  }
}
