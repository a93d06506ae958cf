package org.tssj.core.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The wire did not carry it: no TPM answered, or what came back was not a whole response.
 *
 * <p>Reconnect; what the TPM did is known only as far as {@link #delivery()} says.
 */
public final class TpmTransportException extends IOException {

  private static final long serialVersionUID = 1L;

  /** How far the command is known to have come. */
  public enum Delivery {
    /** The TPM cannot have seen the command. */
    NOT_SENT,
    /** Some or all of it left; whether the TPM executed it is unknown. */
    UNKNOWN,
    /** The TPM took the command; its answer was lost or unusable. */
    SENT
  }

  private final String endpoint;
  private final Delivery delivery;

  /**
   * @param endpoint the connection string, without secrets
   * @param delivery how far the command came
   * @param message what happened and what to do about it; the endpoint is put before it
   * @param cause what failed underneath, or null
   */
  // A module that catches this need not read the annotations.
  @SuppressWarnings("exports")
  public TpmTransportException(
      String endpoint, Delivery delivery, String message, @Nullable Throwable cause) {
    super(endpoint + (endpoint.endsWith(":") ? " " : ": ") + message, cause);
    this.endpoint = endpoint;
    this.delivery = delivery;
  }

  /** The connection string of the transport, without secrets. */
  public String endpoint() {
    return endpoint;
  }

  /** How far the command is known to have come. */
  public Delivery delivery() {
    return delivery;
  }
}
