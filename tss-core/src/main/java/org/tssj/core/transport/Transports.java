package org.tssj.core.transport;

import java.io.IOException;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Opens a transport by its connection string, with whatever plugs are on the module path. */
public final class Transports {

  private Transports() {}

  /**
   * Opens the transport that a connection string names, for example {@code libtpms:family=2.0}.
   *
   * @throws TpmTransportException if the TPM cannot be reached; the message says what to do
   * @throws IllegalArgumentException if no plug takes this scheme, or it refuses an option; the
   *     message lists what there is
   */
  public static TpmTransport open(String connectionString) throws IOException {
    return open(ConnectionString.parse(connectionString));
  }

  /** As {@link #open(String)}, for a string that is parsed already. */
  public static TpmTransport open(ConnectionString spec) throws IOException {
    var others = new TreeMap<String, String>();
    for (TpmTransportProvider provider : ServiceLoader.load(TpmTransportProvider.class)) {
      if (provider.scheme().equals(spec.scheme())) {
        return provider.open(spec);
      }
      others.put(provider.scheme(), provider.usage());
    }
    throw new IllegalArgumentException(
        "no transport takes \""
            + spec.scheme()
            + ":\"; "
            + (others.isEmpty()
                ? "there is none on the module path: add tss-transport"
                : "there are " + String.join("; ", others.values())));
  }
}
