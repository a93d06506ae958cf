package org.tssj.simulator.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Debian's kernel for virtual machines: TPM drivers, IMA and ext4 are built in. It is fetched once by
 * {@code apt-get download}, which needs no root, unpacked and kept in {@code ~/.cache/tssj}.
 *
 * @param image what QEMU boots
 * @param modules those it needs to see a disk, in the order of loading
 */
record GuestKernel(Path image, List<Path> modules) {

  private static final String PACKAGE = "linux-image-cloud-amd64";

  // Each needs those before it.
  private static final List<String> DISK =
      List.of(
          "virtio/virtio_ring",
          "virtio/virtio",
          "virtio/virtio_pci_modern_dev",
          "virtio/virtio_pci_legacy_dev",
          "virtio/virtio_pci",
          "block/virtio_blk");

  /**
   * The kernel of this machine's cache; fetched if it is not there.
   *
   * @throws TestAbortedException if it cannot be had, which skips the test
   * @throws IllegalStateException the same, where {@code CI=true}
   */
  static GuestKernel find() {
    Path cache = cache();
    try {
      Optional<GuestKernel> found = in(cache);
      if (found.isPresent()) {
        return found.get();
      }
      fetch(cache);
      return in(cache).orElseThrow(() -> new IOException("no kernel in the package"));
    } catch (IOException e) {
      String reason = "the kernel of " + PACKAGE + " cannot be fetched: " + e.getMessage();
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(reason, e);
      }
      throw new TestAbortedException(reason, e);
    }
  }

  private static Path cache() {
    String home = System.getenv("XDG_CACHE_HOME");
    return (home == null || home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(home))
        .resolve("tssj/guest-kernel");
  }

  private static Optional<GuestKernel> in(Path cache) throws IOException {
    Path boot = cache.resolve("boot");
    if (!Files.isDirectory(boot)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(boot);
        Stream<Path> versions = Files.list(modulesIn(cache))) {
      Optional<Path> image =
          files.filter(file -> file.getFileName().toString().startsWith("vmlinuz-")).findFirst();
      Optional<Path> version = versions.findFirst();
      if (image.isEmpty() || version.isEmpty()) {
        return Optional.empty();
      }
      List<Path> modules = new ArrayList<>();
      for (String name : DISK) {
        // What is not there is built in.
        Path drivers = version.get().resolve("kernel/drivers");
        for (String form : List.of(".ko", ".ko.xz", ".ko.zst")) {
          if (Files.exists(drivers.resolve(name + form))) {
            modules.add(drivers.resolve(name + form));
          }
        }
      }
      return Optional.of(new GuestKernel(image.get(), modules));
    }
  }

  private static Path modulesIn(Path cache) {
    Path merged = cache.resolve("usr/lib/modules");
    return Files.isDirectory(merged) ? merged : cache.resolve("lib/modules");
  }

  private static void fetch(Path cache) throws IOException {
    Files.createDirectories(cache.getParent());
    Path work = Files.createTempDirectory(cache.getParent(), "fetching");
    String real =
        Tool.run(work, "apt-cache", "depends", PACKAGE)
            .lines()
            .filter(line -> line.contains("Depends: linux-image"))
            .map(line -> line.replaceFirst(".*: ", ""))
            .findFirst()
            .orElseThrow(() -> new IOException("apt-cache does not know " + PACKAGE));
    Tool.run(work, "apt-get", "download", real);
    try (Stream<Path> packages = Files.list(work)) {
      Path archive = packages.findFirst().orElseThrow(() -> new IOException("nothing came"));
      Tool.run(work, "dpkg", "-x", archive.toString(), work.toString());
      Files.delete(archive);
    }
    // Somebody else may have been faster.
    if (Files.exists(cache)) {
      Tool.run(work, "rm", "-rf", cache.toString());
    }
    Files.move(work, cache);
  }

  /** The octets of a module, unpacked. */
  static byte[] unpacked(Path module) throws IOException {
    String name = module.getFileName().toString();
    if (name.endsWith(".ko")) {
      return Files.readAllBytes(module);
    }
    Path copy = Files.createTempDirectory("module").resolve(name);
    Files.copy(module, copy);
    Tool.run(copy.getParent(), name.endsWith(".xz") ? "unxz" : "unzstd", name);
    Path plain = copy.resolveSibling(name.substring(0, name.lastIndexOf('.')));
    byte[] octets = Files.readAllBytes(plain);
    Tool.run(Path.of("/"), "rm", "-rf", copy.getParent().toString());
    return octets;
  }
}
