package org.tssj.simulator.vm;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tssj.core.Family;

/**
 * One virtual machine: firmware, a TPM, a kernel, and a root file system with a JVM in it that runs
 * {@link InGuest}. Booted as often as one likes; its TPM keeps its state.
 *
 * <pre>{@code
 * try (MeasuredBoot machine = MeasuredBoot.of(Family.TPM20, Firmware.UEFI)) {
 *   GuestReport report = machine.boot(List.of("tests", "org.tssj.simulator.SomethingInGuest"));
 *   byte[] log = report.octets("firmware-log");
 * }
 * }</pre>
 */
public final class MeasuredBoot implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** What starts the machine, and measures. */
  public enum Firmware {
    /** OVMF. */
    UEFI,
    /** SeaBIOS. */
    BIOS
  }

  private final Family family;
  private final Firmware firmware;
  private final Path directory;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private MeasuredBoot(Family family, Firmware firmware, Path directory) {
    this.family = family;
    this.firmware = firmware;
    this.directory = directory;
  }

  /** A machine that is new, its TPM too. */
  public static MeasuredBoot of(Family family, Firmware firmware) throws IOException {
    // A short path: sockets are in it, whose names have at most 107 octets.
    Path directory = Files.createTempDirectory("vm");
    Path state = Files.createDirectory(directory.resolve("tpm"));
    if (family == Family.TPM20) {
      // Firmware that finds other banks than its own restarts the machine; so they are as it wants.
      Tool.run(
          directory,
          "swtpm_setup",
          "--tpm2",
          "--tpmstate",
          state.toString(),
          "--createek",
          "--pcr-banks",
          "sha1,sha256,sha384",
          "--overwrite");
    }
    return new MeasuredBoot(family, firmware, directory);
  }

  /**
   * Puts a file into the root file system of the boots to come.
   *
   * @param path where, absolute
   */
  public MeasuredBoot with(String path, byte[] content) {
    files.put(path, content.clone());
    return this;
  }

  /** Where the TPM keeps its state, in swtpm's format. */
  public Path tpmState() {
    return directory.resolve("tpm");
  }

  /**
   * Boots, runs {@link InGuest} once for each line of arguments, and waits until the machine is off.
   *
   * @param runs the arguments; {@code as nobody} before them runs it as that user
   * @return what the runs reported
   * @throws IOException if the machine does not come to its end; with the last words of its console
   */
  public GuestReport boot(String... runs) throws IOException {
    GuestKernel kernel = GuestKernel.find();
    Path image = rootFileSystem(List.of(runs));
    Path initramfs = initramfs(kernel);
    Path console = directory.resolve("console");
    Path report = directory.resolve("report");
    Files.deleteIfExists(report);
    Process tpm = startTpm();
    try {
      run(kernel, image, initramfs, console, report);
    } finally {
      end(tpm);
    }
    GuestReport said = GuestReport.read(report);
    if (!said.isComplete()) {
      throw new IOException(
          "the machine did not come to its end. Console:\n"
              + lastLines(console)
              + "\nReport:\n"
              + lastLines(report));
    }
    return said;
  }

  private static String lastLines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "(nothing)";
    }
    List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  private Process startTpm() throws IOException {
    Path socket = directory.resolve("ctrl");
    Files.deleteIfExists(socket);
    List<String> command = new ArrayList<>(List.of(Tool.find("swtpm").toString(), "socket"));
    if (family == Family.TPM20) {
      command.add("--tpm2");
    }
    command.addAll(
        List.of(
            "--tpmstate",
            "dir=" + tpmState(),
            "--ctrl",
            "type=unixio,path=" + socket,
            "--terminate"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("tpm.log").toFile())
            .start();
    try {
      for (int i = 0; i < 500 && !Files.exists(socket); i++) {
        if (!process.isAlive()) {
          throw new IOException("swtpm does not start: " + lastLines(directory.resolve("tpm.log")));
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return process;
  }

  private static void end(Process process) throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void run(GuestKernel kernel, Path image, Path initramfs, Path console, Path report)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Tool.find("qemu-system-x86_64").toString());
    command.addAll(List.of("-accel", "tcg", "-machine", "q35", "-smp", "2", "-m", "1024"));
    command.addAll(List.of("-nodefaults", "-display", "none", "-no-reboot"));
    command.addAll(List.of("-serial", "file:" + console, "-serial", "file:" + report));
    if (firmware == Firmware.UEFI) {
      Path variables = directory.resolve("variables");
      if (!Files.exists(variables)) {
        Files.copy(ovmf("VARS"), variables);
      }
      command.addAll(
          List.of(
              "-drive",
              "if=pflash,format=raw,readonly=on,file=" + ovmf("CODE"),
              "-drive",
              "if=pflash,format=raw,file=" + variables));
    }
    command.addAll(
        List.of(
            "-chardev",
            "socket,id=ctrl,path=" + directory.resolve("ctrl"),
            "-tpmdev",
            "emulator,id=tpm,chardev=ctrl",
            "-device",
            "tpm-tis,tpmdev=tpm",
            "-drive",
            "file=" + image + ",if=virtio,format=raw,readonly=on",
            "-kernel",
            kernel.image().toString(),
            "-initrd",
            initramfs.toString(),
            "-append",
            "console=ttyS0 quiet ima_policy=tcb panic=1"));
    Process machine =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(directory.resolve("qemu.log").toFile())
            .start();
    try {
      if (!machine.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("the machine is still running. Console:\n" + lastLines(console));
      }
      if (machine.exitValue() != 0) {
        throw new IOException("QEMU fails: " + lastLines(directory.resolve("qemu.log")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      end(machine);
    }
  }

  private static Path ovmf(String part) throws IOException {
    for (String form : List.of("_4M", "")) {
      Path file = Path.of("/usr/share/OVMF/OVMF_" + part + form + ".fd");
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new IOException("no /usr/share/OVMF/OVMF_" + part + "*.fd: the package ovmf is missing");
  }

  // ---- what the guest consists of

  private static final String SHELL = "#!/bin/busybox sh\n";

  private Path initramfs(GuestKernel kernel) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (Cpio cpio = new Cpio(archive)) {
      for (String name : List.of("bin", "mod", "proc", "sys", "dev", "newroot")) {
        cpio.directory(name);
      }
      cpio.file("bin/busybox", Files.readAllBytes(Tool.find("busybox")));
      StringBuilder script = new StringBuilder(SHELL);
      script.append("export PATH=/bin\n");
      script.append("/bin/busybox --install -s /bin\n");
      script.append("mount -t proc proc /proc; mount -t sysfs sys /sys\n");
      script.append("mount -t devtmpfs dev /dev\n");
      script.append("mount -t securityfs security /sys/kernel/security\n");
      int number = 0;
      for (Path module : kernel.modules()) {
        String name = "mod/" + number++ + ".ko";
        cpio.file(name, GuestKernel.unpacked(module));
        script.append("insmod /").append(name).append('\n');
      }
      script.append("while [ ! -b /dev/vda ]; do sleep 0.1; done\n");
      script.append("mount -t ext4 -o ro,noload /dev/vda /newroot\n");
      script.append("for d in proc sys dev; do mount --move /$d /newroot/$d; done\n");
      script.append("exec switch_root /newroot /sbin/init\n");
      cpio.file("init", script.toString().getBytes(StandardCharsets.US_ASCII));
    }
    Path file = directory.resolve("initramfs");
    Files.write(file, archive.toByteArray());
    return file;
  }

  private Path rootFileSystem(List<String> runs) throws IOException {
    Path root = directory.resolve("root");
    if (Files.exists(root)) {
      Tool.run(directory, "rm", "-rf", root.toString());
    }
    for (String name :
        List.of("bin", "sbin", "proc", "sys", "dev", "etc", "tmp", "app", "usr/bin", "usr/lib")) {
      Files.createDirectories(root.resolve(name));
    }
    Path busybox = Tool.find("busybox");
    Files.copy(busybox, root.resolve("bin/busybox"));
    for (String name : List.of("sh", "sleep")) {
      Files.createSymbolicLink(root.resolve("bin/" + name), Path.of("busybox"));
    }
    Path runtime = GuestJava.runtime(Path.of(root(), "simulator-tests/target/guest"));
    copyTree(runtime, root.resolve("java"));
    List<Path> natives = new ArrayList<>();
    natives.add(busybox);
    natives.add(runtime.resolve("bin/java"));
    try (Stream<Path> all = Files.walk(runtime.resolve("lib"))) {
      all.filter(file -> file.toString().endsWith(".so")).forEach(natives::add);
    }
    for (Path library : Tool.libraries(natives)) {
      if (!library.startsWith(runtime)) {
        Path copy = root.resolve(library.toString().substring(1));
        Files.createDirectories(copy.getParent());
        Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.writeString(
        root.resolve("etc/passwd"), "root:x:0:0::/:/bin/sh\nnobody:x:99:99::/:/bin/sh\n");
    Files.writeString(root.resolve("etc/group"), "root:x:0:\ntss:x:59:\nnobody:x:99:\n");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path copy = root.resolve(file.getKey().substring(1));
      Files.createDirectories(copy.getParent());
      Files.write(copy, file.getValue());
    }
    writeInit(root, runs);
    return image(root);
  }

  /** The root of the checkout, as Maven and the other tests have it. */
  private static String root() {
    String root = System.getProperty("tssj.root");
    if (root == null) {
      throw new IllegalStateException("the system property tssj.root names the project's root");
    }
    return root;
  }

  private static void writeInit(Path root, List<String> runs) throws IOException {
    List<String> classPath = new ArrayList<>();
    for (Path entry : GuestJava.classPath()) {
      Path copy = root.resolve("app/" + classPath.size());
      if (Files.isDirectory(entry)) {
        copyTree(entry, copy);
      } else {
        copy = root.resolve("app/" + entry.getFileName());
        Files.copy(entry, copy);
      }
      classPath.add("/" + root.relativize(copy));
    }
    StringBuilder script = new StringBuilder(SHELL);
    script.append("/bin/busybox mount -t tmpfs tmp /tmp; /bin/busybox chmod 1777 /tmp\n");
    // As Debian's udev rules have it.
    script.append("for d in /dev/tpm0 /dev/tpmrm0; do\n");
    script.append("  [ -e $d ] && /bin/busybox chgrp tss $d && /bin/busybox chmod 660 $d\n");
    script.append("done\n");
    script.append("cd /tmp\n");
    for (String run : runs) {
      boolean nobody = run.startsWith("as nobody ");
      script
          .append(nobody ? "/bin/busybox setuidgid nobody " : "")
          .append("/java/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData")
          .append(" -Djna.tmpdir=/tmp -cp ")
          .append(String.join(":", classPath))
          .append(" org.tssj.simulator.vm.InGuest ")
          .append(nobody ? run.substring("as nobody ".length()) : run)
          .append(" >/dev/ttyS1 2>/dev/ttyS0\n");
    }
    script.append("echo '").append(GuestReport.END).append("' >/dev/ttyS1\n");
    script.append("/bin/busybox poweroff -f\n");
    Path init = root.resolve("sbin/init");
    Files.writeString(init, script);
    Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path image(Path root) throws IOException {
    long[] size = {0};
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.toList()) {
        // Whole blocks, and something for the inode.
        size[0] += Files.isRegularFile(file) ? Files.size(file) + 4096 : 4096;
      }
    }
    Path image = directory.resolve("root.img");
    Files.deleteIfExists(image);
    Tool.run(
        directory,
        Tool.find("mke2fs").toString(),
        "-q",
        "-t",
        "ext4",
        "-O",
        "^has_journal",
        "-d",
        root.toString(),
        image.toString(),
        (size[0] * 5 / 4 / 1024 + 4096) + "k");
    return image;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(path).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                path,
                to.resolve(from.relativize(path).toString()),
                StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Removes the machine, its TPM included. */
  @Override
  public void close() throws IOException {
    Tool.run(Path.of("/"), "rm", "-rf", directory.toString());
  }
}
