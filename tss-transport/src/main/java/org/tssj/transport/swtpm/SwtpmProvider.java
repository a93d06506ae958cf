package org.tssj.transport.swtpm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportProvider;
import org.tssj.transport.link.Frames;

/** Takes {@code swtpm:} connection strings. */
public final class SwtpmProvider implements TpmTransportProvider {

  private static final Set<String> OPTIONS =
      Set.of("host", "port", "path", "ctrl", "connect", "timeout", "max");

  private static final int PORT = 2321;
  private static final int LAST_PORT = 65535;

  // Room for the first question and its answer.
  private static final int LEAST_LARGEST = 64;

  /** Made by {@link java.util.ServiceLoader}. */
  public SwtpmProvider() {}

  @Override
  public String scheme() {
    return "swtpm";
  }

  @Override
  public String usage() {
    return "swtpm:[host=127.0.0.1][,port=2321][,ctrl=PORT|PATH][,connect=TIME][,timeout=TIME] or"
        + " swtpm:path=SOCKET[,ctrl=PATH|PORT]";
  }

  /**
   * Connects to a running swtpm.
   *
   * <ul>
   *   <li>{@code host}, {@code port}: its data channel over TCP; 127.0.0.1 and 2321 unless said
   *   <li>{@code path}: its data channel as a UNIX socket
   *   <li>{@code ctrl}: its control channel, a port or the path of a UNIX socket; unless said, the
   *       port after {@code port}, or {@code path} with {@code .ctrl} behind it
   *   <li>{@code connect}: how long it may take until swtpm has accepted us and given its first
   *       answer; 10 s unless said
   *   <li>{@code timeout}: how long a command may take; 10 minutes unless said, for large keys take
   *       long on slow machines
   *   <li>{@code max}: octets of the largest command and response; 8192 unless said
   * </ul>
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    ConnectionString.Options options = spec.options(OPTIONS);
    Optional<String> path = options.text("path");
    if (path.isPresent()
        && (options.text("port").isPresent() || options.text("host").isPresent())) {
      throw new IllegalArgumentException(spec + ": path= and host=,port= exclude each other");
    }
    String host = options.text("host", "127.0.0.1");
    int port = options.number("port", 1, LAST_PORT, PORT);
    SocketAddress data =
        path.isPresent() ? unix(spec, path.get()) : new InetSocketAddress(host, port);
    return SwtpmTransport.open(
        new SwtpmTransport.Settings(
            spec.toString(),
            data,
            control(spec, options, host, port),
            options.duration("connect", Duration.ofSeconds(10)),
            options.duration("timeout", Duration.ofMinutes(10)),
            options.number("max", LEAST_LARGEST, 1 << 20, Frames.LARGEST)));
  }

  private static SocketAddress control(
      ConnectionString spec, ConnectionString.Options options, String host, int port) {
    Optional<String> written = options.text("ctrl");
    if (written.isPresent()) {
      return written.get().matches("[0-9]+")
          ? new InetSocketAddress(host, options.number("ctrl", 1, LAST_PORT, 0))
          : unix(spec, written.get());
    }
    Optional<String> path = options.text("path");
    return path.isPresent()
        ? unix(spec, path.get() + ".ctrl")
        : new InetSocketAddress(host, Math.min(port + 1, LAST_PORT));
  }

  private static UnixDomainSocketAddress unix(ConnectionString spec, String path) {
    try {
      return UnixDomainSocketAddress.of(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(spec + ": \"" + path + "\" is no path", e);
    }
  }
}
