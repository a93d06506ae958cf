package org.tssj.attest.ima.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Shared;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class AllowListTest {

  private static final String JSON =
      """
      {"meta":{"version":1},"release":0,
       "digests":{"/bin/true":["0a0b","sha256:0c0d"],"boot_aggregate":["ff"]},
       "excludes":["/tmp/.*",""," "],
       "keyrings":{".ima":["0102"]},
       "ima":{"ignored_keyrings":[],"log_hash_alg":"sha1","dm_policy":null},
       "ima-buf":{"kexec-cmdline":["0304"]},
       "verification-keys":""}
      """;

  @Test
  void isWhatSha256sumWrites() {
    // Made with: printf x > 'a  b'; printf y > "$(printf 'c\nd')"; sha1sum --tag is not among them.
    AllowList list =
        AllowList.readText(
            Bytes.utf8(
                """
                0a0b  /bin/true
                0C0D */bin/true

                \\0e0f  /tmp/c\\nd\\\\e
                sha256:0101 /one blank
                0202    two more blanks
                """));
    assertEquals(
        Map.of(
            "/bin/true",
            Set.of(Bytes.hex("0a0b"), Bytes.hex("0c0d")),
            "/tmp/c\nd\\e",
            Set.of(Bytes.hex("0e0f")),
            "/one blank",
            Set.of(Bytes.hex("0101")),
            "  two more blanks",
            Set.of(Bytes.hex("0202"))),
        list.digests());
    assertTrue(list.allows("/bin/true", Bytes.hex("0a0b")));
    assertFalse(list.allows("/bin/true", Bytes.hex("0a0c")));
    assertFalse(list.allows("/bin/false", Bytes.hex("0a0b")));
  }

  @Test
  void ofKeylimeIsRead() {
    AllowList list = AllowList.readText(Shared.read("ima/keylime_ima-allowlist-short.txt"));
    assertTrue(
        list.allows(
            "boot_aggregate",
            Bytes.hex("4309217e9709def327c3409407f4d52907aeba46ef1b4f46529fd095f2ef9fb2")));
    assertTrue(
        list.allows(
            "/boot/grub2/i386-pc/tr.mod", Bytes.hex("e295d64734757d946dbbf294d72edf62a36ab157")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0a0b", "0a0b ", "0a0b  ", "xx  /bin/true", " /bin/true", "\\0a  \\x"})
  void refusesALineThatIsNone(String line) {
    assertTrue(
        assertThrows(WireException.class, () -> AllowList.readText(Bytes.utf8("0a  /ok\n" + line)))
            .getMessage()
            .startsWith("line 2: must be a digest, two blanks and a path, was \""));
  }

  @Test
  void mayBeAPolicyInJson() {
    ImaPolicy policy = ImaPolicy.read(Bytes.utf8(JSON));
    assertEquals(
        Map.of(
            "/bin/true",
            Set.of(Bytes.hex("0a0b"), Bytes.hex("0c0d")),
            "boot_aggregate",
            Set.of(Bytes.hex("ff"))),
        policy.files().orElseThrow().digests());
    assertTrue(policy.excludes("/tmp/x"));
    assertFalse(policy.excludes("/var/tmp/x"));
    assertFalse(policy.excludes("/bin/true"));
    assertEquals(Map.of(".ima", Set.of(Bytes.hex("0102"))), policy.keyrings());
    assertEquals(Map.of("kexec-cmdline", Set.of(Bytes.hex("0304"))), policy.buffers());
    assertTrue(
        ImaPolicy.read(Bytes.utf8("{\"hashes\":{\"/a\":[\"01\"]}}"))
            .files()
            .orElseThrow()
            .knows("/a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"digests\":[]}",
        "{\"digests\":{\"/a\":\"01\"}}",
        "{\"digests\":{\"/a\":[\"xx\"]}}",
        "{\"excludes\":[\"(\"]}",
        "{"
      })
  void refusesAPolicyThatIsNone(String json) {
    assertThrows(WireException.class, () -> ImaPolicy.read(Bytes.utf8(json)));
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    Mutations.of(
        Bytes.utf8(JSON),
        5,
        5000,
        octets -> {
          try {
            assertEquals(Map.of(), Map.copyOf(ImaPolicy.read(octets).keys().keys()));
          } catch (WireException e) {
            assertFalse(e.getMessage().isEmpty());
          }
        });
  }
}
