package org.tssj.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.cli.FakeMachine;
import org.tssj.core.Bytes;

class CaVerbsTest {

  @TempDir private Path folder;
  private final FakeMachine machine = new FakeMachine();

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void initMakesAnAuthorityWhoseKeyOnlyItsOwnerReads() throws IOException {
    assertEquals(0, machine.run("ca init " + at("ca") + " --name", "CN=CA,O=An Example"));
    assertEquals("CN=CA,O=An Example, in " + at("ca") + "\n", machine.out());

    Path key = folder.resolve("ca/ca.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ca"))));
    Certificate certificate =
        Certificate.read(Bytes.wrap(Files.readAllBytes(folder.resolve("ca/ca.pem"))));
    assertTrue(certificate.isSignedBy(certificate.publicKey()));
    assertEquals("CN=CA,O=An Example", certificate.subject().toString());
  }

  @Test
  void initReplacesNoAuthority() throws IOException {
    assertEquals(0, machine.run("ca init " + at("ca")));
    String key = Files.readString(folder.resolve("ca/ca.key"));

    assertEquals(2, machine.run("ca init " + at("ca")));

    assertTrue(machine.err().contains("exists already"), machine.err());
    assertEquals(key, Files.readString(folder.resolve("ca/ca.key")));
  }

  @Test
  void initRefusesANameThatIsNone() {
    assertEquals(2, machine.run("ca init " + at("ca") + " --name nonsense"));
    assertTrue(machine.err().contains("a name is written as in CN="), machine.err());
    assertEquals(2, machine.run("ca init " + at("ca") + " --days 0"));
    assertTrue(machine.err().contains("--days: 1 to 36500, not 0"), machine.err());
    assertFalse(Files.exists(folder.resolve("ca")));
  }

  @Nested
  class ChallengeRefuses {

    private int challenge(String more) {
      return machine.run("ca challenge " + at("ca") + " --out " + at("challenge") + " " + more);
    }

    @Test
    void toTrustNobody() {
      assertEquals(2, challenge("--request " + at("none")));
      assertTrue(
          machine.err().contains("--roots or --known-ek says which TPMs are trusted"),
          machine.err());
    }

    @Test
    void aFolderWithoutAnAuthority() throws IOException {
      String request = file("request", "{}");
      assertEquals(2, challenge("--request " + request + " --known-ek " + request));
      assertTrue(machine.err().contains("tpm ca init makes one"), machine.err());
    }

    @Test
    void whatIsNoRequest() throws IOException {
      assertEquals(0, machine.run("ca init " + at("ca")));
      String root = at("ca/ca.pem");
      for (String content : new String[] {"", "{}", "\u0000\u0001", "[1]"}) {
        assertEquals(1, challenge("--roots " + root + " --request " + file("request", content)));
        assertTrue(machine.err().contains("registration request"), machine.err());
        assertFalse(Files.exists(folder.resolve("challenge")));
      }
      assertEquals(2, challenge("--roots " + root + " --request " + at("missing")));
      assertTrue(machine.err().contains("no such file"), machine.err());
      assertEquals(1, challenge("--roots " + file("bad", "no root") + " --request " + root));
      assertTrue(machine.err().contains("bad.certificate: must be"), machine.err());
    }
  }

  @Test
  void certifyRefusesAnAnswerThatNobodyWaitsFor() throws IOException {
    assertEquals(0, machine.run("ca init " + at("ca")));
    String answer =
        file(
            "answer",
            "{\"type\":\"tssj-ak-answer\",\"version\":1,\"family\":\"2.0\",\"answer\":\"00\"}");
    String words =
        "ca certify " + at("ca") + " --out " + at("out") + " --answer " + answer + " --challenge ";

    assertEquals(2, machine.run(words + file("challenge", "{}")));

    assertTrue(machine.err().contains("no answer is waited for"), machine.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }
}
