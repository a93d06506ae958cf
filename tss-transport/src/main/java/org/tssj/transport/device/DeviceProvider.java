package org.tssj.transport.device;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.TpmTransportProvider;
import org.tssj.transport.link.CommandLimits;

/** Takes {@code device:} connection strings. */
public final class DeviceProvider implements TpmTransportProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public DeviceProvider() {}

  @Override
  public String scheme() {
    return "device";
  }

  @Override
  public String usage() {
    return "device:[/dev/tpmrm0|/dev/tpm0][,timeout=TIME]";
  }

  /**
   * Opens a character device of the Linux kernel.
   *
   * <ul>
   *   <li>the path of the device; if there is none, {@code /dev/tpmrm0}, or {@code /dev/tpm0} where
   *       only that exists
   *   <li>{@code timeout}: how long any command may take; unless said, 10 minutes for commands that
   *       make keys or test the TPM, 3 minutes for all others
   * </ul>
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    int comma = spec.rest().indexOf(',');
    String path = comma < 0 ? spec.rest() : spec.rest().substring(0, comma);
    String rest = comma < 0 ? "" : spec.rest().substring(comma + 1);
    if (path.contains("=")) {
      throw new IllegalArgumentException(
          spec + ": the path comes first, as in device:/dev/tpm0,timeout=1m");
    }
    ConnectionString.Options options =
        new ConnectionString(spec.scheme(), rest).options(Set.of("timeout"));
    Optional<Duration> timeout =
        options.text("timeout").map(said -> options.duration("timeout", Duration.ZERO));
    Path device = path.isEmpty() ? DeviceNode.usual() : parse(spec, path);
    String endpoint =
        path.isEmpty() ? "device:" + device + (rest.isEmpty() ? "" : "," + rest) : spec.toString();
    return DeviceTransport.open(
        endpoint, libC(endpoint), DeviceNode.of(device), new CommandLimits(timeout));
  }

  private static Path parse(ConnectionString spec, String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(spec + ": \"" + path + "\" is no path", e);
    }
  }

  private static Posix libC(String endpoint) throws TpmTransportException {
    if (!Platform.isLinux()) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "devices of this kind are Linux's"
              + (Platform.isWindows() ? "; Windows has its TPM behind tbs:" : ""),
          null);
    }
    try {
      return LibC.load();
    } catch (UnsatisfiedLinkError e) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "JNA has no native part for this machine: " + e.getMessage(),
          e);
    }
  }
}
