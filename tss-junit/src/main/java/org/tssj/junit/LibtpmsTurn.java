package org.tssj.junit;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * A test's turn with libtpms, which is one TPM per process.
 *
 * <p>Not a lock of a thread: a test may end in another thread than it began in. And JUnit may begin
 * a test in the middle of another one, in the same thread, where that one waits for a fork-join
 * task; waiting would never end there, so it is refused.
 */
final class LibtpmsTurn implements AutoCloseable {

  private static final Semaphore TURN = new Semaphore(1, true);
  private static volatile @Nullable LibtpmsTurn current;

  private final String id;
  private final String displayName;
  private final Thread thread = Thread.currentThread();

  private LibtpmsTurn(String id, String displayName) {
    this.id = id;
    this.displayName = displayName;
  }

  /**
   * Waits for the turn.
   *
   * @throws ParameterResolutionException if it would wait for itself, or is interrupted
   */
  static LibtpmsTurn take(ExtensionContext test) {
    return take(test.getUniqueId(), test.getDisplayName());
  }

  static LibtpmsTurn take(String id, String displayName) {
    LibtpmsTurn holder = current;
    if (holder != null && holder.id.equals(id)) {
      throw new ParameterResolutionException(
          displayName
              + " has a TPM of libtpms already, and libtpms is one TPM per process: ask for the"
              + " second with @SoftwareTpm(transport = SWTPM)");
    }
    if (holder != null && holder.thread == Thread.currentThread()) {
      throw new ParameterResolutionException(
          displayName
              + " was begun in the middle of "
              + holder.displayName
              + ", in the same thread, and libtpms is one TPM per process: run them one after the"
              + " other (@Execution(SAME_THREAD)), or with @SoftwareTpm(transport = SWTPM)");
    }
    try {
      TURN.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ParameterResolutionException(
          displayName + " was interrupted while it waited for libtpms", e);
    }
    LibtpmsTurn turn = new LibtpmsTurn(id, displayName);
    current = turn;
    return turn;
  }

  /** Whether somebody has it now. */
  static boolean isTaken() {
    return current != null;
  }

  /** Lets the next test have it. Harmless when called twice. */
  @Override
  public void close() {
    if (current == this) {
      current = null;
      TURN.release();
    }
  }
}
