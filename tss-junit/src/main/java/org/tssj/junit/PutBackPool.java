package org.tssj.junit;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.tssj.core.Family;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.core.transport.TpmTransport;

/**
 * Processes of TPM 1.2 that go from test to test, put back in between: a new one makes two RSA keys
 * until it is enabled and activated, one that is put back makes one, and that is all but a few
 * milliseconds of what they cost.
 *
 * <p>Never for a TPM 2.0, which starts in the time that this takes, and whose saved state has that
 * of its random number generator in it: tests would get each other's nonces and keys.
 */
final class PutBackPool implements AutoCloseable {

  private record Idle(RunningTpm running, TpmState ready) {}

  private final Queue<Idle> idle = new ConcurrentLinkedQueue<>();

  private PutBackPool() {}

  /** Whether such a TPM is one to be kept. */
  static boolean serves(Settings settings) {
    return settings.family() == Family.TPM12
        && settings.transport() == SoftwareTpm.Transport.SWTPM
        && settings.state() == SoftwareTpm.State.READY;
  }

  /** The pool of this run of tests, which ends its processes with it. */
  static PutBackPool of(ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(PutBackPool.class))
        .getOrComputeIfAbsent(PutBackPool.class, key -> new PutBackPool(), PutBackPool.class);
  }

  /** One that is put back to where it was after its preparation, or a new one. */
  RunningTpm take(Settings settings) throws IOException {
    for (Idle next = idle.poll(); next != null; next = idle.poll()) {
      RunningTpm again = putBack(next);
      if (again != null) {
        return again;
      }
    }
    RunningTpm started = RunningTpm.startSwtpm(settings);
    return lent(new Idle(started, control(started.transport()).saveState()));
  }

  private @Nullable RunningTpm putBack(Idle next) throws IOException {
    try {
      control(next.running.transport()).restoreState(next.ready);
      return lent(next);
    } catch (IOException e) {
      // What its last test did to it is not this test's concern: it gets a new one.
      next.running.close();
      return null;
    }
  }

  private RunningTpm lent(Idle taken) {
    return new RunningTpm(taken.running.transport(), () -> idle.add(taken));
  }

  private static StateControl control(TpmTransport transport) {
    return transport.ability(StateControl.class).orElseThrow();
  }

  /** Ends the processes that are idle; all are, when no test runs any more. */
  @Override
  public void close() throws IOException {
    for (Idle next = idle.poll(); next != null; next = idle.poll()) {
      next.running.close();
    }
  }
}
