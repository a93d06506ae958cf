package org.tssj.attest.identity.ca;

import java.time.Duration;
import java.time.Instant;

/**
 * Validity: from when and until when a certificate counts. Certificates know whole seconds.
 *
 * @param notBefore from here on
 * @param notAfter until here, after {@code notBefore}
 */
public record Validity(Instant notBefore, Instant notAfter) {

  public Validity {
    if (!notAfter.isAfter(notBefore)) {
      throw new IllegalArgumentException(
          "a certificate ends after it begins: " + notBefore + ", " + notAfter);
    }
  }

  /** From a time on, for so long. */
  public static Validity from(Instant notBefore, Duration length) {
    return new Validity(notBefore, notBefore.plus(length));
  }
}
