package org.tssj.junit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.Tpm20;

/** One TPM of one test, and the views of it that the test may ask for. */
final class TestTpm implements AutoCloseable {

  /** What a parameter may be. */
  static final Set<Class<?>> VIEWS =
      Set.of(Tpm.class, Tpm20.class, Tpm12.class, TpmTransport.class);

  private final Family family;
  private final RunningTpm running;
  private final BorrowedTransport borrowed;
  private @Nullable Tpm tpm;

  private TestTpm(Family family, RunningTpm running) {
    this.family = family;
    this.running = running;
    this.borrowed = new BorrowedTransport(running.transport());
  }

  static TestTpm start(Settings settings, ExtensionContext test) throws IOException {
    return new TestTpm(settings.family(), RunningTpm.start(settings, test));
  }

  /**
   * @throws ParameterResolutionException if a parameter cannot be this, with these settings
   */
  static void requireView(Class<?> type, Settings settings) {
    if (!VIEWS.contains(type)) {
      throw new ParameterResolutionException(
          "@SoftwareTpm gives a Tpm, Tpm20, Tpm12 or TpmTransport, not a " + type.getTypeName());
    }
    Optional<Family> needed =
        type == Tpm20.class
            ? Optional.of(Family.TPM20)
            : type == Tpm12.class ? Optional.of(Family.TPM12) : Optional.empty();
    if (needed.isPresent() && needed.get() != settings.family()) {
      throw new ParameterResolutionException(
          "a "
              + type.getSimpleName()
              + " needs @SoftwareTpm(family = Family."
              + needed.get().name()
              + "), and this one asks for a "
              + settings.family());
    }
  }

  /** The view of this type, always the same one. */
  Object as(Class<?> type) throws IOException {
    if (type == TpmTransport.class) {
      return borrowed;
    }
    Tpm all = tpm;
    if (all == null) {
      all = Tpm.over(borrowed);
      tpm = all;
    }
    if (type == Tpm20.class) {
      return all.tpm20().orElseThrow();
    }
    return type == Tpm12.class ? all.tpm12().orElseThrow() : all;
  }

  /** What is still loaded, in words; empty if nothing is. */
  List<String> leftovers() throws IOException {
    // A test may leave its thread interrupted, and then nothing could be asked.
    boolean interrupted = Thread.interrupted();
    try {
      return family == Family.TPM20
          ? Tpm20Leftovers.in(running.transport())
          : Tpm12Leftovers.in(running.transport());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  String endpoint() {
    return running.transport().endpoint();
  }

  /** Powers it off. */
  @Override
  public void close() throws IOException {
    borrowed.close();
    running.close();
  }
}
