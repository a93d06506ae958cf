package org.tssj.transport.rm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;

/**
 * One TPM, shared by any number of clients of this JVM: threads, or libraries that do not know of
 * each other. Each client sees a TPM of its own, with room for as much as it likes to load.
 *
 * <pre>{@code
 * try (SharedTpm shared = SharedTpm.over(() -> Transports.open("device:/dev/tpm0"));
 *     TpmTransport mine = shared.open();
 *     TpmTransport theirs = shared.open()) {
 *   ...
 * }
 * }</pre>
 *
 * <p>A connection string does the same: everybody in this JVM who opens {@code
 * rm:device:/dev/tpm0} shares one.
 *
 * <h2>What a client sees</h2>
 *
 * <ul>
 *   <li>Its own transient objects and sessions, and nobody else's: another client's handle is one
 *       that the TPM does not know. What it leaves loaded is flushed when it closes.
 *   <li>Handles of objects that are ours. The TPM never learns them, and no check depends on them:
 *       cpHash and policies are made of Names, and the Name of an object is the digest of its public
 *       area (TPM 2.0 Library, Part 1, 16 "Names"). So an object may be saved, flushed and loaded
 *       elsewhere between any two commands, and no HMAC notices.
 *   <li>Handles of sessions that are the TPM's. The Name of a session is its handle, which is
 *       therefore in the cpHash of, for example, TPM2_PolicySecret; and a session keeps its handle
 *       when it is saved and loaded (Part 1, 30 "Context Management"), so there is no need for
 *       another.
 *   <li>TPM2_GetCapability(TPM_CAP_HANDLES) lists the client's own objects and sessions. Asked within
 *       an audit session, it lists the TPM's: that answer is signed.
 *   <li>Persistent objects, NV indices, PCRs and hierarchies: the TPM's, shared by all.
 *   <li>A session that the client itself saved by TPM2_ContextSave may be loaded by whoever has the
 *       context, and outlives the client; that is how programs hand one over. It goes when the TPM
 *       has no handle left for a new session and its client is gone.
 * </ul>
 *
 * <h2>What happens below</h2>
 *
 * <p>Things stay loaded until their place is needed; then the one used least recently makes room. A
 * saved session that comes near the end of the TPM's context gap is loaded and saved again in time.
 * Which command has how many handles is asked of the TPM (TPM_CAP_COMMANDS), so commands that are
 * newer than this program are served too.
 *
 * <p>After a failure of the connection it is opened again with the next command, the TPM is asked
 * what it still has, and what nobody owns is flushed. After a TPM Reset, what was loaded is gone:
 * using it is answered as a TPM does, with TPM_RC_REFERENCE_H0 or _S0 and its number.
 *
 * <p>The manager needs a TPM to itself: {@code /dev/tpm0}, a simulator; what was loaded before it
 * came is left alone, but takes room. It never tries to share with another manager.
 *
 * <p>Of the abilities, cancelling stops a command of the same client only; the locality is each
 * client's own; power and dynamic launches concern all. State cannot be saved or restored through
 * it.
 */
public final class SharedTpm implements AutoCloseable {

  /** Opens the connection to the TPM that is shared: once, and again if it breaks. */
  @FunctionalInterface
  public interface Opener {

    /**
     * Opens it.
     *
     * @throws TpmTransportException if the TPM cannot be reached
     */
    TpmTransport open() throws IOException;
  }

  private final String endpoint;
  private final Consumer<SharedTpm> onEmpty;
  private final Line line;

  // Fair: a thread that does nothing but TPM commands must not keep the others out.
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Set<Tenant> tenants = new LinkedHashSet<>();
  private @Nullable Swapper swapper;
  private boolean closed;

  // Whose command the TPM is working on; guarded by its own lock, for cancelling does not wait.
  private final ReentrantLock running = new ReentrantLock();
  private @Nullable Tenant runner;

  SharedTpm(String endpoint, Opener opener, Consumer<SharedTpm> onEmpty) {
    this.endpoint = endpoint;
    this.onEmpty = onEmpty;
    this.line = new Line(opener);
  }

  /** Shares the TPM behind a transport. Nothing is opened yet. */
  public static SharedTpm over(Opener opener) {
    return new SharedTpm("rm:", opener, shared -> {});
  }

  /**
   * A new client. The first one opens the connection, the last one to close closes it.
   *
   * @throws TpmTransportException if the TPM cannot be reached, or this was closed
   */
  public TpmTransport open() throws IOException {
    return tryOpen()
        .orElseThrow(
            () ->
                new TpmTransportException(
                    endpoint, Delivery.NOT_SENT, "this shared TPM is closed", null));
  }

  /** A new client, unless this was closed. */
  Optional<TpmTransport> tryOpen() throws IOException {
    enter("opening");
    try {
      if (closed) {
        return Optional.empty();
      }
      try {
        prepare();
      } catch (IOException e) {
        closeIfEmpty();
        throw e;
      }
      Tenant tenant = new Tenant(this);
      tenants.add(tenant);
      return Optional.of(tenant);
    } finally {
      turn.unlock();
    }
  }

  private void enter(String what) throws TpmTransportException {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException cause = new InterruptedIOException();
      cause.initCause(e);
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "the thread was interrupted before " + what, cause);
    }
  }

  /** Makes sure that the line is open and the books are right. */
  private Swapper prepare() throws IOException {
    Swapper books = swapper;
    if (books == null) {
      books = newSwapper();
      swapper = books;
      line.trust();
    } else if (line.isDoubtful()) {
      recover(books);
      line.trust();
    }
    return books;
  }

  private Swapper newSwapper() throws IOException {
    byte[] answer = line.ask(Family.question());
    Family family =
        Family.ofAnswer(answer)
            .orElseThrow(
                () ->
                    new TpmTransportException(
                        endpoint, Delivery.SENT, "what answers there is no TPM", null));
    Swapper books = family == Family.TPM12 ? new Swapper12(line) : new Swapper20(line);
    books.takeStock();
    return books;
  }

  private void recover(Swapper books) throws IOException {
    try {
      books.takeStock();
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      // Most transports close themselves when they fail; this one did.
      closeQuietly();
      books.takeStock();
    }
  }

  private void closeQuietly() {
    try {
      line.close();
    } catch (IOException e) {
      // It had failed already, and its descriptor is gone whatever it says.
    }
  }

  byte[] exchange(Tenant tenant, byte[] command) throws IOException {
    enter("sending");
    try {
      requireOpen(tenant);
      Swapper books = prepare();
      line.setLocality(tenant.locality());
      setRunner(tenant);
      try {
        return books.exchange(tenant, command);
      } finally {
        setRunner(null);
      }
    } finally {
      turn.unlock();
    }
  }

  private void setRunner(@Nullable Tenant tenant) {
    running.lock();
    try {
      runner = tenant;
    } finally {
      running.unlock();
    }
  }

  private void requireOpen(Tenant tenant) throws TpmTransportException {
    if (closed || !tenants.contains(tenant)) {
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "this transport is closed", null);
    }
  }

  /** Cancels, if the TPM is working for this client. */
  void cancel(Tenant tenant) throws IOException {
    running.lock();
    try {
      if (runner == tenant) {
        Optional<Cancellable> ability = line.ability(Cancellable.class);
        if (ability.isPresent()) {
          ability.get().cancel();
        }
      }
    } finally {
      running.unlock();
    }
  }

  /** What is done with an ability of the TPM, between two commands. */
  interface Deed<T> {
    void with(T ability) throws IOException;
  }

  <T> void between(Tenant tenant, Class<T> ability, Deed<T> deed) throws IOException {
    enter("sending");
    try {
      requireOpen(tenant);
      Swapper books = prepare();
      line.setLocality(tenant.locality());
      T found =
          line.transport()
              .ability(ability)
              .orElseThrow(() -> new IllegalStateException("the TPM has lost an ability"));
      try {
        deed.with(found);
      } finally {
        if (ability == PowerControl.class) {
          books.forgetLoaded();
        }
      }
    } finally {
      turn.unlock();
    }
  }

  /** What the connection can do, but for what would make the books wrong. */
  boolean has(Class<?> ability) {
    turn.lock();
    try {
      return ability != StateControl.class && line.ability(ability).isPresent();
    } finally {
      turn.unlock();
    }
  }

  void depart(Tenant tenant) throws IOException {
    turn.lock();
    // Those who are told to end close what they have, and must be able to.
    boolean interrupted = Thread.interrupted();
    try {
      if (!tenants.contains(tenant)) {
        return;
      }
      try {
        if (!closed) {
          prepare().depart(tenant);
        }
      } finally {
        tenants.remove(tenant);
        closeIfEmpty();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      turn.unlock();
    }
  }

  private void closeIfEmpty() throws IOException {
    if (tenants.isEmpty() && !closed) {
      // Whoever comes next finds a new line, and perhaps another TPM behind it.
      swapper = null;
      try {
        line.close();
      } finally {
        onEmpty.accept(this);
      }
    }
  }

  String endpoint() {
    return endpoint;
  }

  /**
   * Nobody comes in again: for a manager that is thrown away when its last client goes. Called with
   * no client left.
   */
  void retire() {
    closed = true;
  }

  /**
   * Closes the connection; every client that is still open is closed with it, after what it left has
   * been flushed. Harmless when called twice.
   */
  @Override
  public void close() throws IOException {
    turn.lock();
    try {
      List<Tenant> left = new ArrayList<>(tenants);
      try {
        for (Tenant tenant : left) {
          depart(tenant);
        }
      } finally {
        closed = true;
        line.close();
      }
    } finally {
      turn.unlock();
    }
  }
}
