package org.tssj.transport.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.CommandLimits;
import org.tssj.transport.link.Courier;

/**
 * A TPM behind the Linux kernel's driver.
 *
 * <p>Neither time-out nor interruption reaches a thread that is inside the driver: its poll waits
 * for a lock that is held while the TPM works, whatever time-out it was given. So a {@link Courier}
 * is inside, and callers wait outside.
 *
 * <p>A command that was written cannot be taken back; whoever stops waiting for it leaves its
 * answer owed. So the device stays open, and what is loaded through {@code /dev/tpmrm0} stays
 * loaded. A failure that the driver reports closes it.
 */
final class DeviceTransport implements TpmTransport, Cancellable {

  private final String endpoint;
  private final DeviceNode node;
  private final Courier courier;

  private Family family = Family.TPM20;

  private DeviceTransport(String endpoint, DeviceNode node, CommandLimits limits, DeviceFile file) {
    this.endpoint = endpoint;
    this.node = node;
    this.courier = new Courier(endpoint, limits, file);
  }

  /**
   * Opens the device and asks its TPM for its family.
   *
   * @param endpoint the connection string
   * @throws TpmTransportException if it cannot be opened, or what answers is no TPM; the message
   *     says what to do
   */
  static DeviceTransport open(String endpoint, Posix posix, DeviceNode node, CommandLimits limits)
      throws TpmTransportException {
    int opened;
    do {
      opened = posix.open(node.path().toString());
    } while (opened == -Errno.EINTR);
    if (opened < 0) {
      throw new TpmTransportException(endpoint, Delivery.NOT_SENT, node.refusal(-opened), null);
    }
    var file = new DeviceFile(endpoint, posix, opened);
    var transport = new DeviceTransport(endpoint, node, limits, file);
    boolean usable = false;
    try {
      if (!node.isDevice()) {
        throw new TpmTransportException(
            endpoint, Delivery.NOT_SENT, node.path() + " is no device", null);
      }
      transport.family =
          Family.ofAnswer(transport.exchange(Family.question()))
              .orElseThrow(
                  () ->
                      new TpmTransportException(
                          endpoint, Delivery.SENT, "what answers there is no TPM", null));
      usable = true;
      return transport;
    } finally {
      if (!usable) {
        transport.close();
      }
    }
  }

  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    return courier.exchange(command);
  }

  /** Cancelling is for a TPM 1.2, where the driver offers it. */
  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return ability == Cancellable.class && (family != Family.TPM12 || node.cancel().isEmpty())
        ? Optional.empty()
        : TpmTransport.super.ability(ability);
  }

  @Override
  public void cancel() throws IOException {
    Path file =
        node.cancel()
            .orElseThrow(
                () ->
                    new TpmTransportException(
                        endpoint, Delivery.NOT_SENT, "this driver cannot cancel", null));
    try {
      Files.write(file, "-".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "the command is not cancelled; that takes the right to write to " + file,
          e);
    }
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  /** Closes; an exchange that another thread is in the middle of fails. */
  @Override
  public void close() {
    courier.close();
  }
}
