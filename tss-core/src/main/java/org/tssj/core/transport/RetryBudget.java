package org.tssj.core.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long to go on asking a TPM that says "later". The pause doubles from 1 ms to 250 ms; what is
 * left of the time bounds the last one.
 *
 * @param atMost the longest time in all, waits included
 */
public record RetryBudget(Duration atMost) {

  /** Thirty seconds: a self-test on an old chip takes a few. */
  public static final RetryBudget STANDARD = new RetryBudget(Duration.ofSeconds(30));

  /** None: the first "later" is an answer like any other. */
  public static final RetryBudget NONE = new RetryBudget(Duration.ZERO);

  private static final Logger LOG = LoggerFactory.getLogger(RetryBudget.class);
  private static final int RESPONSE_CODE_OFFSET = 6;
  private static final long LONGEST_PAUSE_MILLIS = 250;

  /**
   * Sends a command until the answer is something else than "later", or the time is over.
   *
   * @param transport where to
   * @param command sent again as it is: a TPM that says "later" has not begun, and no nonce has
   *     rolled
   * @param later which response codes mean it
   * @return the last answer, which may still be "later"
   * @throws IOException if the bytes could not be carried, or the thread was interrupted while
   *     waiting
   */
  public byte[] exchange(TpmTransport transport, byte[] command, LongPredicate later)
      throws IOException {
    byte[] response = transport.exchange(command);
    long code = code(response);
    if (code == 0 || !later.test(code)) {
      return response;
    }
    long start = System.nanoTime();
    long pause = 1;
    while (later.test(code)) {
      long left = atMost.toMillis() - (System.nanoTime() - start) / 1_000_000;
      if (left <= 0) {
        LOG.debug("{}: still answers 0x{} after {}", transport.endpoint(), hex(code), atMost);
        return response;
      }
      sleep(transport, Math.min(pause, left));
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      response = transport.exchange(command);
      code = code(response);
    }
    return response;
  }

  private static String hex(long code) {
    return Long.toHexString(code);
  }

  private static void sleep(TpmTransport transport, long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TpmTransportException(
          transport.endpoint(),
          TpmTransportException.Delivery.SENT,
          "interrupted while waiting for the TPM, which had asked to try again later",
          e);
    }
  }

  /** The response code of an answer, or 0 if it is too short to have one. */
  private static long code(byte[] response) {
    if (response.length < RESPONSE_CODE_OFFSET + 4) {
      return 0;
    }
    return (response[RESPONSE_CODE_OFFSET] & 0xffL) << 24
        | (response[RESPONSE_CODE_OFFSET + 1] & 0xffL) << 16
        | (response[RESPONSE_CODE_OFFSET + 2] & 0xffL) << 8
        | response[RESPONSE_CODE_OFFSET + 3] & 0xffL;
  }
}
