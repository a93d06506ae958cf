package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.cli.FakeMachine;

class ManifestVerbsTest {

  // printf a | sha256sum, printf b | sha256sum.
  private static final String OF_A =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
  private static final String OF_B =
      "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d";
  private static final String MANIFEST = OF_B + "  boot/kernel\n" + OF_A + "  rootfs.img\n";

  // Of the two in this order: sha256 over 32 zeros and the first, then over that and the second.
  private static final String PCR =
      "c1c5916f2ce8f7a64fc9661e3a9d5468de4a65e579fe568c7dd4c11268b4518b";

  private final FakeMachine machine = new FakeMachine();

  @TempDir Path image;

  @BeforeEach
  void anImage() throws IOException {
    Files.createDirectory(image.resolve("boot"));
    Files.writeString(image.resolve("rootfs.img"), "a");
    Files.writeString(image.resolve("boot/kernel"), "b");
  }

  private String manifest() {
    return image.resolve("SHA256SUMS").toString();
  }

  @Test
  void ofAFolderGoesToStandardOutput() {
    assertEquals(0, machine.run("manifest create", image.toString()));
    assertEquals(MANIFEST, machine.out());
  }

  @Test
  void ofFilesHasTheirOrder() {
    assertEquals(0, machine.run("manifest create rootfs.img boot --root", image.toString()));
    assertEquals(OF_A + "  rootfs.img\n" + OF_B + "  boot/kernel\n", machine.out());
  }

  @Test
  void namesFilesFromTheRootOnHoweverTheyAreGiven() {
    String root = image.toString();
    assertEquals(
        0, machine.run("manifest create rootfs.img", root + "/boot", "--root", root + "/."));
    assertEquals(OF_A + "  rootfs.img\n" + OF_B + "  boot/kernel\n", machine.out());
  }

  @Test
  void mayHaveSeveralHashes() {
    assertEquals(
        0,
        machine.run(
            "manifest create --bank sha1 --bank sha256 rootfs.img --root", image.toString()));
    assertEquals(
        "SHA1 (rootfs.img) = 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8\nSHA256 (rootfs.img) = "
            + OF_A
            + "\n",
        machine.out());
  }

  @Test
  void liesInTheImageWithoutBeingAPartOfIt() throws IOException {
    for (int twice = 0; twice < 2; twice++) {
      assertEquals(0, machine.run("manifest create", image.toString(), "-o", manifest()));
      assertEquals("2 parts\n", machine.out());
      assertEquals(MANIFEST, Files.readString(image.resolve("SHA256SUMS")));
    }
    assertEquals(0, machine.run("manifest verify", manifest()));
    assertEquals("2 parts, all as listed\n", machine.out());
  }

  @Test
  void saysWhatAPcrHoldsAfterItsParts() {
    assertEquals(0, machine.run("manifest create --pcr 16", image.toString(), "-o", manifest()));
    String values = "sha256\n  16  " + PCR + "\n";
    assertEquals("2 parts\n" + values, machine.out());
    assertEquals(0, machine.run("manifest verify --pcr 16 --bank sha256", manifest()));
    assertEquals("2 parts, all as listed\n" + values, machine.out());
    assertEquals(0, machine.run("manifest verify --pcr 16 --json", manifest()));
    assertEquals(
        "{\"manifest\":\""
            + manifest()
            + "\",\"partCount\":2,\"findings\":[],\"pcrs\":{\"sha256\":{\"16\":\""
            + PCR
            + "\"}}}\n",
        machine.out());
    assertEquals(2, machine.run("manifest verify --pcr 16 --bank sha1", manifest()));
    assertEquals(
        "tpm manifest verify: --pcr: not every part has a digest of sha1; all have one of"
            + " [sha256]\n",
        machine.err());
  }

  @Test
  void namesWhatIsNotAsListed() throws IOException {
    machine.run("manifest create", image.toString(), "-o", manifest());
    Files.writeString(image.resolve("rootfs.img"), "b");
    Files.move(image.resolve("boot/kernel"), image.resolve("boot/new\u001b[2Kkernel"));
    assertEquals(1, machine.run("manifest verify --pcr 16", manifest()));
    assertEquals(
        "MISSING boot/kernel: there is no such file\n"
            + "CHANGED rootfs.img: sha256 expected "
            + OF_A
            + ", found "
            + OF_B
            + "\nEXTRA boot/new\\u001b[2Kkernel: is not in the manifest\n2 parts listed\n",
        machine.out());
    assertEquals(1, machine.run("manifest verify --json --allow-extra", manifest()));
    assertEquals(
        "{\"manifest\":\""
            + manifest()
            + "\",\"partCount\":2,\"findings\":[{\"code\":\"MISSING\",\"name\":\"boot/kernel\","
            + "\"message\":\"there is no such file\"},{\"code\":\"CHANGED\",\"name\":\"rootfs.img\","
            + "\"message\":\"sha256 expected "
            + OF_A
            + ", found "
            + OF_B
            + "\"}]}\n",
        machine.out());
  }

  @Test
  void mayComeFromAPipe() {
    machine.in(MANIFEST.getBytes(UTF_8));
    assertEquals(0, machine.run("manifest verify - --root", image.toString()));
  }

  @Test
  void isRefusedIfItLeadsElsewhere() {
    machine.in((OF_A + "  ../secret\n").getBytes(UTF_8));
    assertEquals(1, machine.run("manifest verify - --root", image.toString()));
    assertTrue(
        machine.err().contains("manifest.line 1.name: must not have a part \"..\""), machine.err());
    machine.in("".getBytes(UTF_8));
    assertEquals(1, machine.run("manifest verify - --root", image.toString()));
    assertTrue(machine.err().contains("manifest: must name a file, was none"), machine.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manifest create | Missing required parameter: 'DIR|FILE'",
        "manifest create /nowhere | a manifest cannot have it: name: must be relative to the folder",
        "manifest create nowhere | nowhere: no such file or directory",
        "manifest create a --root /nowhere | /nowhere: no such file or directory",
        "manifest create a --bank sm3_256 | --bank: a manifest has sha1, sha256, sha384 and sha512",
        "manifest create a --bank md5 | no PCR bank is called \"md5\"",
        "manifest create a --json | say with -o where the manifest goes",
        "manifest create a --pcr 16 | say with -o where the manifest goes",
        "manifest verify | Missing required parameter: 'MANIFEST'",
        "manifest verify /nowhere | /nowhere: no such file or directory"
      })
  void saysWhatIsWrongWithTheWords(String words, String message) {
    assertEquals(2, machine.run(words));
    assertTrue(machine.err().contains(message), machine.err());
  }

  @Test
  void ofAnEmptyFolderIsNone() throws IOException {
    Path empty = Files.createDirectory(image.resolve("empty"));
    assertEquals(2, machine.run("manifest create", empty.toString()));
    assertEquals("tpm manifest create: " + empty + ": there is no file in it\n", machine.err());
  }
}
