package org.tssj.core.transport;

import java.io.IOException;
import java.util.Optional;

/**
 * Carries one command to a TPM and brings its response back. Knows bytes, not their meaning.
 *
 * <p>A transport is used by one thread at a time; {@code Tpm20} and {@code Tpm12} see to that.
 * After an exception it is either usable again, with no answer of the failed command pending, or
 * closed: never out of step.
 */
public interface TpmTransport extends AutoCloseable {

  /**
   * Sends one whole command and waits for one whole response.
   *
   * @param command a command with its 10-byte header, at most the TPM's maximum (4096 octets, 8192
   *     with ML-DSA); not kept, not changed
   * @return the response with its header, at least 10 octets; the caller owns it
   * @throws TpmTransportException if the bytes could not be carried; it says whether the TPM may
   *     have seen them
   * @throws IOException if an underlying stream failed in a way no transport explained
   * @throws IllegalArgumentException if this is no command at all: shorter than a header, longer
   *     than the transport carries, or of another size than its header says
   */
  byte[] exchange(byte[] command) throws IOException;

  /**
   * What else this plug can do: {@link Locality}, {@link PowerControl}, {@link Cancellable}, {@link
   * StateControl} or {@link DynamicLaunch}.
   *
   * <p>A decorator that does not change the ability hands out the one of the transport it wraps.
   *
   * @param ability the interface asked for
   * @return the ability, or empty if this plug cannot
   */
  default <T> Optional<T> ability(Class<T> ability) {
    return ability.isInstance(this) ? Optional.of(ability.cast(this)) : Optional.empty();
  }

  /** Where this leads, for error messages: the connection string without secrets. */
  String endpoint();

  /** Gives the connection back. Harmless when called twice. */
  @Override
  void close() throws IOException;
}
