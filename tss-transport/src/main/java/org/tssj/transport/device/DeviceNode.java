package org.tssj.transport.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the file system knows of a device: why it cannot be opened, and what to do about it.
 *
 * @param path the node, as in {@code /dev/tpm0}
 * @param processes where processes are listed: {@code /proc}
 * @param classes where the kernel lists its TPMs: {@code /sys/class/tpm}
 */
record DeviceNode(Path path, Path processes, Path classes) {

  private static final Path MANAGED = Path.of("/dev/tpmrm0");
  private static final Path RAW = Path.of("/dev/tpm0");

  static DeviceNode of(Path path) {
    return new DeviceNode(path, Path.of("/proc"), Path.of("/sys/class/tpm"));
  }

  /** The one that is taken where none is named: with the kernel's resource manager, or without. */
  static Path usual() {
    return Files.exists(MANAGED) || !Files.exists(RAW) ? MANAGED : RAW;
  }

  /** Whether it is neither a file nor a directory: writing to those would destroy something. */
  boolean isDevice() {
    try {
      return Files.readAttributes(path, PosixFileAttributes.class).isOther();
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /**
   * Where a running command of a TPM 1.2 can be cancelled.
   *
   * @return empty if the driver offers no such thing, as for a TPM 2.0
   */
  Optional<Path> cancel() {
    Path device = classes.resolve(String.valueOf(path.getFileName()));
    for (Path file : List.of(device.resolve("device/cancel"), device.resolve("cancel"))) {
      if (Files.exists(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Why it could not be opened, and what to do. */
  String refusal(int errno) {
    return switch (errno) {
      case Errno.ENOENT -> notThere();
      case Errno.EACCES, Errno.EPERM -> notAllowed(errno);
      case Errno.EBUSY -> inUse();
      case Errno.ENODEV, Errno.ENXIO ->
          "cannot be opened (" + Errno.words(errno) + "); see what the kernel says: dmesg | grep tpm";
      default -> "cannot be opened (" + Errno.words(errno) + ")";
    };
  }

  private String notThere() {
    String missing = path + " does not exist";
    if (!path.equals(RAW) && Files.exists(RAW)) {
      return missing
          + ", but /dev/tpm0 does: the kernel has a resource manager for TPM 2.0 only, and since"
          + " Linux 4.12. Use device:/dev/tpm0";
    }
    return missing
        + ": this machine has no TPM, or it is switched off in its firmware's set-up (Security"
        + " Device, PTT or fTPM), or its driver is not loaded (modprobe tpm_tis, or tpm_crb). In a"
        + " container, the device has to be passed in (--device "
        + path
        + ")";
  }

  private String notAllowed(int errno) {
    String denied = "you may not open " + path + " (" + Errno.words(errno) + ")";
    try {
      PosixFileAttributes node = Files.readAttributes(path, PosixFileAttributes.class);
      String group = node.group().getName();
      boolean groupMay =
          node.permissions()
              .containsAll(
                  List.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE));
      if (groupMay && !group.equals("root")) {
        return denied
            + ": it belongs to the group "
            + group
            + ". Join it (sudo usermod -aG "
            + group
            + " \"$USER\") and log in again";
      }
      return denied
          + ": only its owner "
          + node.owner().getName()
          + " may"
          + (path.equals(RAW)
              ? "; programs that share the TPM use /dev/tpmrm0"
              : ". A udev rule gives it to a group")
          + (errno == Errno.EPERM ? "; in a container, it has to be passed in" : "");
    } catch (IOException | UnsupportedOperationException e) {
      return denied;
    }
  }

  private String inUse() {
    List<String> holders = holders();
    String who =
        holders.isEmpty()
            ? "another process, which only root can find out (sudo fuser -v " + path + ")"
            : String.join(", ", holders);
    String advice =
        holders.stream().anyMatch(holder -> holder.contains("(tcsd)"))
            ? "; tcsd is there to be asked: use tcsd:"
            : Files.exists(MANAGED) && !path.equals(MANAGED)
                ? "; /dev/tpmrm0 can be shared: use device:/dev/tpmrm0"
                : "; it lets in one at a time. Within one program, rm:device:" + path + " is shared";
    return path + " is in use (EBUSY) by " + who + advice;
  }

  /** Who has it open, as far as we are allowed to see. */
  private List<String> holders() {
    List<String> found = new ArrayList<>();
    String self = Long.toString(ProcessHandle.current().pid());
    try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
      for (Path process : all) {
        if (holds(process)) {
          String number = String.valueOf(process.getFileName());
          found.add(
              number.equals(self)
                  ? "this very process"
                  : "process " + number + " (" + name(process) + ")");
        }
      }
    } catch (IOException e) {
      // No /proc: then nobody is named.
    }
    return found;
  }

  private boolean holds(Path process) {
    try (DirectoryStream<Path> descriptors =
        Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        if (Files.isSymbolicLink(descriptor)
            && Files.readSymbolicLink(descriptor).equals(path.toRealPath())) {
          return true;
        }
      }
    } catch (IOException e) {
      // Not ours to see, or gone meanwhile.
    }
    return false;
  }

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return "?";
    }
  }

}
