package org.tssj.core;

import org.jspecify.annotations.Nullable;

/**
 * A TPM, or what stands before it, answered, and the answer is a refusal or cannot be believed.
 *
 * <p>Bytes that did not arrive at all are a {@link org.tssj.core.transport.TpmTransportException};
 * bytes that are not what they claim are a {@link org.tssj.core.wire.WireException}.
 */
public abstract sealed class TpmException extends RuntimeException
    permits TpmResponseException, TpmServiceException, TpmAuthenticityException {

  private static final long serialVersionUID = 1L;

  TpmException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
