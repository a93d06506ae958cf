package org.tssj.transport.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportProvider;

/** Takes {@code replay:} connection strings. */
public final class ReplayProvider implements TpmTransportProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public ReplayProvider() {}

  @Override
  public String scheme() {
    return "replay";
  }

  @Override
  public String usage() {
    return "replay:FILE, where FILE was written by trace:";
  }

  /**
   * Opens a trace in text form, which then answers in place of the TPM.
   *
   * @throws org.tssj.core.wire.WireException if any line of the file is not as it should be
   */
  @Override
  public TpmTransport open(ConnectionString spec) throws IOException {
    if (spec.rest().isEmpty()) {
      throw new IllegalArgumentException(spec + " is followed by a file, as in replay:tpm.trace");
    }
    Path file = TraceProvider.path(spec, spec.rest());
    // Read to its end once, so that a malformed file is refused here and not in the middle of use.
    try (TraceReader all = TraceReader.open(file)) {
      Optional<TraceEntry> entry = all.next();
      while (entry.isPresent()) {
        entry = all.next();
      }
    }
    return new ReplayTransport(spec.toString(), TraceReader.open(file));
  }
}
