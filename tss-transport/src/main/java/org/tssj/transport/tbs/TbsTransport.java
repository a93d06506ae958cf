package org.tssj.transport.tbs;

import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.transport.link.CommandLimits;
import org.tssj.transport.link.Courier;

/**
 * A TPM behind Windows' TPM Base Services, which share it among programs and keep apart what each
 * has loaded.
 *
 * <p>A thread inside TBS hears of no time-out and no interruption, so a {@link Courier} is inside.
 * Whoever stops waiting has the command cancelled; if the TPM goes on all the same, the next
 * command waits for it first.
 */
final class TbsTransport implements TpmTransport, Cancellable {

  private final String endpoint;
  private final TbsContext context;
  private final Courier courier;

  private TbsTransport(String endpoint, TbsContext context, CommandLimits limits) {
    this.endpoint = endpoint;
    this.context = context;
    this.courier = new Courier(endpoint, limits, context);
  }

  /**
   * Opens a context.
   *
   * @param endpoint the connection string
   * @throws TpmTransportException if TBS gives none; the message says what to do
   */
  static TbsTransport open(String endpoint, Tbs tbs, CommandLimits limits)
      throws TpmTransportException {
    return new TbsTransport(endpoint, TbsContext.create(endpoint, tbs), limits);
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.tssj.core.TpmServiceException if TBS or Windows refuses the command, and the TPM
   *     has not seen it
   */
  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    return courier.exchange(command);
  }

  @Override
  public void cancel() throws TpmTransportException {
    context.cancel();
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  /** Closes; an exchange that another thread is in the middle of fails, and is cancelled. */
  @Override
  public void close() {
    courier.close();
  }
}
