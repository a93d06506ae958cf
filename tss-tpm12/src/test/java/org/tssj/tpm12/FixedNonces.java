package org.tssj.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tssj.core.Bytes;

/** Nonces as they were in a capture. */
final class FixedNonces extends SecureRandom {

  private static final long serialVersionUID = 1L;

  private final transient Deque<Bytes> nonces;

  FixedNonces(List<Bytes> nonces) {
    this.nonces = new ArrayDeque<>(nonces);
  }

  @Override
  public void nextBytes(byte[] octets) {
    Bytes next = nonces.poll();
    assertTrue(next != null, "one nonce more than the capture has");
    assertEquals(octets.length, next.length());
    next.copyTo(octets, 0);
  }
}
