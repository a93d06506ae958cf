package org.tssj.attest.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tssj.attest.manifest.Manifest.Part;
import org.tssj.attest.manifest.ManifestFinding.Code;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.FileDigests;
import org.tssj.core.wire.WireException;

/**
 * The folder of an image: manifests are made of it and compared with it. Files of any size are read
 * once, whatever the number of hashes; no file outside of the folder is opened, and nothing but
 * plain files is.
 */
public final class ImageFolder {

  private final Path root;

  private ImageFolder(Path root) {
    this.root = root;
  }

  /**
   * This folder.
   *
   * @throws IOException if it is none, or cannot be found
   */
  public static ImageFolder at(Path folder) throws IOException {
    Path root = folder.toRealPath();
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(folder.toString());
    }
    return new ImageFolder(root);
  }

  /**
   * A manifest of every file below, in the order of their names. Symbolic links count as the files
   * they lead to.
   *
   * @param banks the hashes
   * @throws IOException if a file cannot be read, or a symbolic link leads out of the folder
   */
  public Manifest manifest(Collection<Bank> banks) throws IOException {
    return manifest(names(""), banks);
  }

  /**
   * A manifest of these files, in this order.
   *
   * @param names relative to the folder, with slashes
   * @param banks the hashes
   * @throws IOException if a file cannot be read, or a symbolic link leads out of the folder
   * @throws IllegalArgumentException if a name is absolute, has a part {@code ..}, or is there
   *     twice
   */
  public Manifest manifest(List<String> names, Collection<Bank> banks) throws IOException {
    List<Part> parts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      try {
        ManifestName.require(name, 0);
      } catch (WireException e) {
        throw new IllegalArgumentException("a manifest cannot have it: " + e.getMessage(), e);
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException("\"" + name + "\" is there twice");
      }
      Path file = root.resolve(name).toRealPath();
      if (!file.startsWith(root)) {
        throw new FileSystemException(name, null, "a symbolic link leads out of the folder");
      }
      if (!Files.isRegularFile(file)) {
        throw new FileSystemException(name, null, "is no plain file");
      }
      parts.add(new Part(name, FileDigests.of(file, banks)));
    }
    return new Manifest(parts);
  }

  /**
   * Compares the folder with a manifest.
   *
   * @param extrasAllowed whether there may be files that the manifest does not name
   * @param besides names of files that may be there in any case, such as the manifest's own
   * @return everything that is not as the manifest says, in its order, extra files last; empty if
   *     all is
   * @throws IOException if the folder cannot be listed; a file that cannot be read is a finding
   */
  public List<ManifestFinding> compare(
      Manifest manifest, boolean extrasAllowed, Set<String> besides) throws IOException {
    List<ManifestFinding> findings = new ArrayList<>();
    for (Part part : manifest.parts()) {
      compare(part, findings);
    }
    if (!extrasAllowed) {
      Set<String> expected = new HashSet<>(besides);
      manifest.parts().forEach(part -> expected.add(Path.of(part.name()).normalize().toString()));
      for (String name : names("")) {
        if (!expected.contains(Path.of(name).toString())) {
          findings.add(new ManifestFinding(Code.EXTRA, name, "is not in the manifest"));
        }
      }
    }
    return findings;
  }

  private void compare(Part part, List<ManifestFinding> findings) {
    String name = part.name();
    try {
      Path file = root.resolve(name).toRealPath();
      if (!file.startsWith(root)) {
        findings.add(
            new ManifestFinding(
                Code.LEAVES_FOLDER, name, "a symbolic link leads out of the folder"));
        return;
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        findings.add(new ManifestFinding(Code.UNREADABLE, name, "is no plain file"));
        return;
      }
      Map<Bank, Bytes> found = FileDigests.of(file, part.digests().keySet());
      part.digests()
          .forEach(
              (bank, expected) -> {
                Bytes actual = found.getOrDefault(bank, Bytes.EMPTY);
                if (!expected.equals(actual)) {
                  findings.add(
                      new ManifestFinding(
                          Code.CHANGED,
                          name,
                          bank + " expected " + expected + ", found " + actual));
                }
              });
    } catch (NoSuchFileException e) {
      findings.add(new ManifestFinding(Code.MISSING, name, "there is no such file"));
    } catch (IOException e) {
      findings.add(new ManifestFinding(Code.UNREADABLE, name, reason(e)));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /**
   * The names of everything below but folders, in order.
   *
   * @throws IOException if the folder cannot be listed
   */
  public List<String> names() throws IOException {
    return names("");
  }

  /**
   * The names of everything below one of the folders in here, in order.
   *
   * @param folder its name
   * @return relative to this folder, with slashes between folders; the name itself if it is that of
   *     a file
   * @throws IOException if the folder cannot be listed
   */
  public List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(folder).normalize())) {
      return files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(root::relativize)
          .map(file -> file.toString().replace(root.getFileSystem().getSeparator(), "/"))
          .sorted(Comparator.comparing(Bytes::utf8))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
