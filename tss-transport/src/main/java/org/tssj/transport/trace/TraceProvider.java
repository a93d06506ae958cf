package org.tssj.transport.trace;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.TpmTransportProvider;
import org.tssj.core.transport.Transports;

/** Takes {@code trace:} connection strings. */
public final class TraceProvider implements TpmTransportProvider {

  // An option, if there is one; the file, which has no comma; the string behind it.
  private static final Pattern REST = Pattern.compile("(?:([a-z]+)=([^,]*),)?([^,]+),(.+)");

  /** Made by {@link java.util.ServiceLoader}. */
  public TraceProvider() {}

  @Override
  public String scheme() {
    return "trace";
  }

  @Override
  public String usage() {
    return "trace:[secrets=yes,]FILE,SPEC, where SPEC is another connection string";
  }

  /**
   * Opens what the rest of the string names and writes into a file what passes. The file is
   * replaced, and only its owner may read it. A name that ends in {@code .pcap} or {@code .pcapng}
   * asks for the form of Wireshark, any other for text.
   *
   * <p>Secrets are left out unless {@code secrets=yes} stands before the file.
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    Matcher parts = REST.matcher(spec.rest());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          spec
              + ": trace: is followed by a file, a comma and the connection string of a TPM, as in"
              + " trace:tpm.trace,device:/dev/tpm0");
    }
    boolean secrets = secrets(spec, parts);
    Path file = path(spec, parts.group(3));
    ConnectionString inner = ConnectionString.parse(parts.group(4));
    TpmTransport transport = Transports.open(inner);
    try {
      return new TraceTransport(
          spec.toString(), transport, sink(file, transport.endpoint(), secrets), secrets);
    } catch (IOException | RuntimeException e) {
      try {
        transport.close();
      } catch (IOException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  private static boolean secrets(ConnectionString spec, Matcher parts) {
    if (parts.group(1) == null) {
      return false;
    }
    var option = new ConnectionString(spec.scheme(), parts.group(1) + "=" + parts.group(2));
    return option.options(Set.of("secrets")).oneOf("secrets", "no", "yes", "no").equals("yes");
  }

  static Path path(ConnectionString spec, String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(spec + ": " + e.getMessage(), e);
    }
  }

  private static TraceSink sink(Path file, String endpoint, boolean secrets) throws IOException {
    OutputStream out = create(file);
    try {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return name.endsWith(".pcap") || name.endsWith(".pcapng")
          ? new PcapSink(out, endpoint, secrets, Instant.now())
          : new TextSink(out, endpoint, secrets);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  private static OutputStream create(Path file) throws IOException {
    protect(file);
    // Appending, so that a file in which somebody writes is whole still; and a stream, since an
    // interrupted thread would close a channel it writes to.
    FileOutputStream out = new FileOutputStream(file.toFile(), true);
    try {
      if (Files.isRegularFile(file)) {
        lock(file, out.getChannel());
        out.getChannel().truncate(0);
      }
      return out;
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  /** Makes the file, or takes the one that is there, so that only its owner may read it. */
  private static void protect(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    } catch (FileAlreadyExistsException e) {
      if (Files.isRegularFile(file)) {
        Files.setPosixFilePermissions(file, owner);
      }
    }
  }

  /** Held until the channel is closed: two traces in one file would be none. */
  private static void lock(Path file, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw busy(file, e);
    }
    throw busy(file, null);
  }

  private static TpmTransportException busy(Path file, @Nullable Exception cause) {
    return new TpmTransportException(
        "trace:" + file,
        Delivery.NOT_SENT,
        "somebody else is writing a trace into this file; take another one",
        cause);
  }
}
