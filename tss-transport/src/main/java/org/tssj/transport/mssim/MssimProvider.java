package org.tssj.transport.mssim;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportProvider;
import org.tssj.transport.link.Frames;

/** Takes {@code mssim:} connection strings. */
public final class MssimProvider implements TpmTransportProvider {

  private static final Set<String> OPTIONS =
      Set.of("host", "port", "platform", "power", "connect", "timeout", "max");

  private static final int PORT = 2321;
  private static final int LAST_PORT = 65535;

  // Room for the first question and its answer.
  private static final int LEAST_LARGEST = 64;

  /** Made by {@link java.util.ServiceLoader}. */
  public MssimProvider() {}

  @Override
  public String scheme() {
    return "mssim";
  }

  @Override
  public String usage() {
    return "mssim:[host=127.0.0.1][,port=2321][,platform=PORT][,power=on|keep][,connect=TIME]"
        + "[,timeout=TIME]";
  }

  /**
   * Connects to a running simulator.
   *
   * <ul>
   *   <li>{@code host}, {@code port}: its command port; 127.0.0.1 and 2321 unless said
   *   <li>{@code platform}: its platform port; the one after {@code port} unless said
   *   <li>{@code power}: {@code on} gives the TPM power, its non-volatile memory and TPM2_Startup
   *       where they are missing, and is meant unless {@code keep} is said, which leaves it as it
   *       is
   *   <li>{@code connect}: how long it may take until the simulator has accepted us and given its
   *       first answer, and how long a signal to the platform may take; 10 s unless said
   *   <li>{@code timeout}: how long a command may take; 10 minutes unless said
   *   <li>{@code max}: octets of the largest command and response; 8192 unless said
   * </ul>
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    ConnectionString.Options options = spec.options(OPTIONS);
    String host = options.text("host", "127.0.0.1");
    int port = options.number("port", 1, LAST_PORT, PORT);
    int platform = options.number("platform", 1, LAST_PORT, Math.min(port + 1, LAST_PORT));
    return MssimTransport.open(
        new MssimTransport.Settings(
            spec.toString(),
            new InetSocketAddress(host, port),
            new InetSocketAddress(host, platform),
            options.oneOf("power", "on", "on", "keep").equals("on"),
            options.duration("connect", Duration.ofSeconds(10)),
            options.duration("timeout", Duration.ofMinutes(10)),
            options.number("max", LEAST_LARGEST, 1 << 20, Frames.LARGEST)));
  }
}
