package org.tssj.transport.rm;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportProvider;
import org.tssj.core.transport.Transports;

/** Takes {@code rm:} connection strings. */
public final class RmProvider implements TpmTransportProvider {

  // By the connection string, for as long as there are clients.
  private static final Map<String, SharedTpm> SHARED = new ConcurrentHashMap<>();

  /** Made by {@link java.util.ServiceLoader}. */
  public RmProvider() {}

  @Override
  public String scheme() {
    return "rm";
  }

  @Override
  public String usage() {
    return "rm:SPEC, where SPEC is another connection string: that TPM, shared";
  }

  /**
   * Opens a client of the resource manager of the TPM that the rest of the string names. The same
   * string, letter by letter, leads to the same manager in all of this JVM.
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    if (spec.rest().isEmpty() || spec.rest().startsWith("rm:")) {
      throw new IllegalArgumentException(
          spec + ": rm: is followed by the connection string of a TPM, as in rm:device:/dev/tpm0");
    }
    ConnectionString inner = ConnectionString.parse(spec.rest());
    while (true) {
      SharedTpm shared =
          SHARED.computeIfAbsent(spec.toString(), name -> shared(name, inner));
      Optional<TpmTransport> client = shared.tryOpen();
      if (client.isPresent()) {
        return client.get();
      }
      // Its last client left at this very moment; it has taken itself out.
    }
  }

  private static SharedTpm shared(String name, ConnectionString inner) {
    return new SharedTpm(
        name,
        () -> Transports.open(inner),
        empty -> {
          empty.retire();
          SHARED.remove(name, empty);
        });
  }
}
