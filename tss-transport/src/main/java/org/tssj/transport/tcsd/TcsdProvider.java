package org.tssj.transport.tcsd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportProvider;

/** Takes {@code tcsd:} connection strings. */
public final class TcsdProvider implements TpmTransportProvider {

  private static final Set<String> OPTIONS = Set.of("host", "port", "connect", "timeout");
  private static final int LAST_PORT = 65535;

  /** Made by {@link java.util.ServiceLoader}. */
  public TcsdProvider() {}

  @Override
  public String scheme() {
    return "tcsd";
  }

  @Override
  public String usage() {
    return "tcsd:[host=localhost][,port=30003][,connect=TIME][,timeout=TIME]";
  }

  /**
   * Connects to a running tcsd.
   *
   * <ul>
   *   <li>{@code host}, {@code port}: localhost and 30003 unless said
   *   <li>{@code connect}: how long it may take until tcsd has given us a context; 10 s unless said
   *   <li>{@code timeout}: how long a command may take; 10 minutes unless said, for large keys take
   *       long on old chips, and tcsd lets one client at a time use the TPM
   * </ul>
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    ConnectionString.Options options = spec.options(OPTIONS);
    return new TcsdTransport(
        TcsdClient.connect(
            spec.toString(),
            new InetSocketAddress(
                options.text("host", "localhost"),
                options.number("port", 1, LAST_PORT, TcsdClient.PORT)),
            options.duration("connect", Duration.ofSeconds(10)),
            options.duration("timeout", Duration.ofMinutes(10))));
  }
}
