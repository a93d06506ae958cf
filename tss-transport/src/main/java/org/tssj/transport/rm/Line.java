package org.tssj.transport.rm;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;

/** The one connection to the TPM; after a failure it can be opened again. */
final class Line {

  // TPM_RC_RETRY, TPM_RC_YIELDED, TPM_RC_TESTING, TPM_RC_NV_RATE; TPM 1.2's TPM_RETRY and
  // TPM_DOING_SELFTEST.
  private static final long[] LATER = {0x922, 0x908, 0x90a, 0x920, 0x800, 0x802};

  private final SharedTpm.Opener opener;
  private @Nullable TpmTransport transport;
  private boolean doubtful;
  private int locality;

  Line(SharedTpm.Opener opener) {
    this.opener = opener;
  }

  /** The transport, opened if it is not. */
  TpmTransport transport() throws IOException {
    TpmTransport open = transport;
    if (open == null) {
      open = opener.open();
      transport = open;
      locality = 0;
    }
    return open;
  }

  /** An ability of the transport, if it is open and has it. */
  <T> Optional<T> ability(Class<T> ability) {
    TpmTransport open = transport;
    return open == null ? Optional.empty() : open.ability(ability);
  }

  /** Carries a client's command. */
  byte[] exchange(byte[] command) throws IOException {
    try {
      return transport().exchange(command);
    } catch (IOException e) {
      doubtful = true;
      throw e;
    }
  }

  /** Carries a command of our own, which nobody else would repeat. */
  byte[] ask(byte[] command) throws IOException {
    try {
      return RetryBudget.STANDARD.exchange(transport(), command, Line::isLater);
    } catch (IOException e) {
      doubtful = true;
      throw e;
    }
  }

  private static boolean isLater(long code) {
    for (long later : LATER) {
      if (later == code) {
        return true;
      }
    }
    return false;
  }

  /** The following commands come from there. */
  void setLocality(int wanted) throws IOException {
    if (wanted != locality) {
      Optional<Locality> ability = transport().ability(Locality.class);
      if (ability.isPresent()) {
        ability.get().setLocality(wanted);
        locality = wanted;
      }
    }
  }

  /** Whether a command failed underway since {@link #trust}, so that its effect is not known. */
  boolean isDoubtful() {
    return doubtful;
  }

  /** The books agree with the TPM again. */
  void trust() {
    doubtful = false;
  }

  /** Hangs up; the next command opens the line again. */
  void close() throws IOException {
    TpmTransport open = transport;
    transport = null;
    if (open != null) {
      open.close();
    }
  }
}
