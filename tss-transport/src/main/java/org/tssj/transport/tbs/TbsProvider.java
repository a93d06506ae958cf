package org.tssj.transport.tbs;

import com.sun.jna.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.TpmTransportProvider;
import org.tssj.transport.link.CommandLimits;

/** Takes {@code tbs:} connection strings. */
public final class TbsProvider implements TpmTransportProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public TbsProvider() {}

  @Override
  public String scheme() {
    return "tbs";
  }

  @Override
  public String usage() {
    return "tbs:[timeout=TIME]";
  }

  /**
   * Opens Windows' TPM.
   *
   * <ul>
   *   <li>{@code timeout}: how long any command may take; unless said, 10 minutes for commands that
   *       make keys or test the TPM, 3 minutes for all others
   * </ul>
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    ConnectionString.Options options = spec.options(Set.of("timeout"));
    Optional<Duration> timeout =
        options.text("timeout").map(said -> options.duration("timeout", Duration.ZERO));
    String endpoint = spec.toString();
    return TbsTransport.open(endpoint, library(endpoint), new CommandLimits(timeout));
  }

  private static Tbs library(String endpoint) throws TpmTransportException {
    if (!Platform.isWindows()) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "TPM Base Services are Windows' only"
              + (Platform.isLinux() ? "; Linux has its TPM behind device:" : ""),
          null);
    }
    try {
      return TbsLibrary.load("tbs");
    } catch (UnsatisfiedLinkError e) {
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "tbs.dll cannot be used: " + e.getMessage(), e);
    }
  }
}
