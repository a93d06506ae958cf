package org.tssj.attest.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.Bank;

class ImageFolderTest {

  private static final List<Bank> BANKS = List.of(Bank.SHA256);

  // printf a | sha256sum, and so on.
  private static final String OF_A =
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
  private static final String OF_B =
      "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d";
  private static final String OF_C =
      "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6";

  private static final String MANIFEST =
      OF_C + "  boot/initrd\n" + OF_B + "  boot/kernel\n" + OF_A + "  rootfs.img\n";

  @TempDir Path around;
  private Path root;

  @BeforeEach
  void anImage() throws IOException {
    Files.createDirectories(around.resolve("image/boot"));
    root = around.resolve("image");
    Files.writeString(root.resolve("rootfs.img"), "a");
    Files.writeString(root.resolve("boot/kernel"), "b");
    Files.writeString(root.resolve("boot/initrd"), "c");
    Files.writeString(around.resolve("secret"), "not in the image");
  }

  private ImageFolder image() throws IOException {
    return ImageFolder.at(root);
  }

  private Manifest manifest() throws IOException {
    return image().manifest(BANKS);
  }

  private List<String> findings(Manifest manifest) throws IOException {
    return image().compare(manifest, false, Set.of()).stream()
        .map(ManifestFinding::toString)
        .toList();
  }

  @Test
  void isDescribedInTheOrderOfItsNames() throws IOException {
    assertEquals(MANIFEST, new String(manifest().write().toArray(), StandardCharsets.UTF_8));
    assertEquals(List.of(), findings(manifest()));
  }

  @Test
  void isDescribedInTheOrderThatIsAskedFor() throws IOException {
    assertEquals(
        List.of("rootfs.img", "boot/kernel"),
        image().manifest(List.of("rootfs.img", "boot/kernel"), BANKS).parts().stream()
            .map(Manifest.Part::name)
            .toList());
  }

  @Test
  void isReadOnceForAllHashes() throws IOException {
    // printf a | sha1sum, sha512sum.
    assertEquals(
        "SHA512 (rootfs.img) ="
            + " 1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e"
            + "74210546f369fbbbce8c12cfc7957b2652fe9a75\n"
            + "SHA1 (rootfs.img) = 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8\n",
        new String(
            image()
                .manifest(List.of("rootfs.img"), List.of(Bank.SHA512, Bank.SHA1))
                .write()
                .toArray(),
            StandardCharsets.UTF_8));
  }

  @Test
  void hasAChangedFileNamed() throws IOException {
    Manifest before = manifest();
    Files.writeString(root.resolve("boot/kernel"), "a");
    assertEquals(
        List.of("CHANGED boot/kernel: sha256 expected " + OF_B + ", found " + OF_A),
        findings(before));
  }

  @Test
  void hasMissingAndExtraFilesNamed() throws IOException {
    Manifest before = manifest();
    Files.move(root.resolve("boot/kernel"), root.resolve("boot/vmlinuz"));
    assertEquals(
        List.of(
            "MISSING boot/kernel: there is no such file",
            "EXTRA boot/vmlinuz: is not in the manifest"),
        findings(before));
    assertEquals(
        List.of(ManifestFinding.Code.MISSING),
        image().compare(before, true, Set.of()).stream().map(ManifestFinding::code).toList());
    assertEquals(
        List.of(ManifestFinding.Code.MISSING),
        image().compare(before, false, Set.of("boot/vmlinuz")).stream()
            .map(ManifestFinding::code)
            .toList());
  }

  @Test
  void knowsItsFilesByWhateverNameTheManifestHasThem() throws IOException {
    Manifest dotted =
        Manifest.read(
            org.tssj.core.Bytes.utf8(MANIFEST.replace("boot/kernel", "./boot//./kernel")));
    assertEquals(List.of(), findings(dotted));
  }

  @Test
  void hasWhatIsNoPlainFileNamed() throws IOException {
    Manifest before = manifest();
    Files.delete(root.resolve("rootfs.img"));
    Files.createDirectory(root.resolve("rootfs.img"));
    assertEquals(List.of("UNREADABLE rootfs.img: is no plain file"), findings(before));
    FileSystemException e =
        assertThrows(
            FileSystemException.class, () -> image().manifest(List.of("rootfs.img"), BANKS));
    assertEquals("rootfs.img: is no plain file", e.getMessage());
  }

  @Test
  void isNotLeftThroughASymbolicLink() throws IOException {
    Manifest before = manifest();
    Files.delete(root.resolve("rootfs.img"));
    Files.createSymbolicLink(root.resolve("rootfs.img"), around.resolve("secret"));
    String leaves = "LEAVES_FOLDER rootfs.img: a symbolic link leads out of the folder";
    assertEquals(List.of(leaves), findings(before));
    assertEquals(
        "rootfs.img: a symbolic link leads out of the folder",
        assertThrows(FileSystemException.class, this::manifest).getMessage());

    // Nor through a folder that is one.
    Files.delete(root.resolve("rootfs.img"));
    Files.writeString(around.resolve("rootfs.img"), "a");
    Files.createSymbolicLink(root.resolve("out"), around);
    Manifest through = Manifest.read(org.tssj.core.Bytes.utf8(OF_A + "  out/rootfs.img\n"));
    assertEquals(
        List.of(ManifestFinding.Code.LEAVES_FOLDER),
        image().compare(through, true, Set.of()).stream().map(ManifestFinding::code).toList());
    // A link that goes round in circles is there and cannot be read.
    Files.createSymbolicLink(root.resolve("rootfs.img"), Path.of("rootfs.img"));
    List<ManifestFinding> found = image().compare(before, true, Set.of());
    assertEquals(ManifestFinding.Code.UNREADABLE, found.get(0).code());
  }

  @Test
  void mayHaveSymbolicLinksInside() throws IOException {
    Files.createSymbolicLink(root.resolve("boot/default"), Path.of("kernel"));
    Manifest with = manifest();
    assertTrue(
        new String(with.write().toArray(), StandardCharsets.UTF_8)
            .contains(OF_B + "  boot/default\n"));
    assertEquals(List.of(), findings(with));
    Files.createSymbolicLink(root.resolve("boot/other"), Path.of("kernel"));
    assertEquals(List.of("EXTRA boot/other: is not in the manifest"), findings(with));
  }

  @Test
  void isNotMadeOfNamesThatLeadElsewhere() throws IOException {
    for (String name : List.of("../secret", "/etc/passwd", "boot/../../secret")) {
      assertThrows(IllegalArgumentException.class, () -> image().manifest(List.of(name), BANKS));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> image().manifest(List.of("rootfs.img", "rootfs.img"), BANKS));
    assertThrows(NoSuchFileException.class, () -> image().manifest(List.of("none"), BANKS));
    assertThrows(NotDirectoryException.class, () -> ImageFolder.at(root.resolve("rootfs.img")));
    assertThrows(NoSuchFileException.class, () -> ImageFolder.at(root.resolve("none")));
  }

  @Test
  void givesTheNamesBelowOneOfItsFolders() throws IOException {
    assertEquals(List.of("boot/initrd", "boot/kernel"), image().names("boot"));
    assertEquals(List.of("boot/initrd", "boot/kernel", "rootfs.img"), image().names("."));
    assertEquals(List.of("rootfs.img"), image().names("rootfs.img"));
  }
}
