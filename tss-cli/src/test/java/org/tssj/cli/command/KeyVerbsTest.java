package org.tssj.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.cli.FakeMachine;

/** Keys, seals and sessions as far as they need no TPM: what is refused before one is opened. */
class KeyVerbsTest {

  @TempDir Path folder;

  private final FakeMachine machine = new FakeMachine();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seal --json | --json needs --out",
        "seal --policy p --pcr sha256:0 | --policy and --pcr exclude each other",
        "seal --pair | --pair writes files",
        "seal /nonexistent | /nonexistent: no such file or directory",
        "seal --pcr nonsense | PCRs are written as BANK:INDEX",
        "seal --auth hunter2 | what stands here is none of these",
        "unseal | Missing required parameter: 'SEALED'",
        "unseal x --json --out - | --json and --out - both want standard output",
        "unseal 0x80000000 | a persistent handle is 0x81000000 to 0x81ffffff",
        "key create | Missing required option: '--out=FILE'",
        "key create --out x --kind dsa | not \"dsa\"",
        "key create --out x --use dance | not \"dance\"",
        "key import /nonexistent --out x | /nonexistent: no such file or directory",
        "key import - --out x --use storage | a storage key is made by the TPM",
        "key show /nonexistent | /nonexistent: no such file or directory",
        "key export /nonexistent --format gif | not \"gif\"",
        "key load x y | a key stays at a persistent handle",
        "key load 0x81000001 0x81000002 | stays already",
        "sign x --digest 00 y | --digest and a file exclude each other",
        "sign x --scheme rot13 | not \"rot13\"",
        "sign x --format gif | not \"gif\"",
        "decrypt x /nonexistent | /nonexistent: no such file or directory",
        "encrypt /nonexistent - --out x | /nonexistent: no such file or directory",
        "duplicate x --to /nonexistent --out y | /nonexistent: no such file or directory",
        "session flush | say which",
        "session flush seven | a handle is written as 0x80000000",
        "key | say what to do: tpm key create, tpm key import",
      })
  void wrongUsageEndsWithTwoAndSaysWhatIsWrong(String words, String message) {
    assertEquals(2, machine.run(words), machine.out());
    assertTrue(machine.err().contains(message), machine.err());
    assertTrue(!machine.err().contains("hunter2"), machine.err());
  }

  @ParameterizedTest
  @CsvSource({"key show", "key export"})
  void garbageIsRefusedWithItsName(String verb) throws IOException {
    Path garbage = folder.resolve("garbage");
    for (byte[] content :
        new byte[][] {
          {},
          {1},
          new byte[300],
          "-----BEGIN X-----".getBytes(java.nio.charset.StandardCharsets.US_ASCII)
        }) {
      Files.write(garbage, content);
      assertEquals(1, machine.run(verb, garbage.toString()), machine.out());
      assertTrue(machine.err().contains("garbage"), machine.err());
    }
  }

  @Test
  void aFileThatIsThereIsNotReplaced() throws IOException {
    Path there = Files.writeString(folder.resolve("there"), "x");
    assertEquals(2, machine.run("key create --out", there.toString()));
    assertTrue(machine.err().contains("exists already; --force replaces it"), machine.err());
    Files.writeString(folder.resolve("pair.priv"), "x");
    assertEquals(2, machine.run("seal --pair --out", folder.resolve("pair").toString()));
    assertTrue(machine.err().contains("pair.priv exists already"), machine.err());
  }
}
