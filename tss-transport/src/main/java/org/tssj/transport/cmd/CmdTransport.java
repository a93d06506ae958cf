package org.tssj.transport.cmd;

import java.io.IOException;
import java.time.Duration;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.Link;

/** A TPM behind a child process. It carries commands and nothing else, so it has no abilities. */
final class CmdTransport implements TpmTransport {

  /**
   * @param endpoint the connection string
   * @param connecting limit for the first answer
   * @param exchanging limit for one command
   * @param leaving how long the program may take to end when its input ends
   * @param largest octets of the largest command or response
   */
  record Settings(
      String endpoint, Duration connecting, Duration exchanging, Duration leaving, int largest) {}

  private final Settings settings;
  private final Child child;
  private final Link link;

  private CmdTransport(Settings settings, Child child, Link link) {
    this.settings = settings;
    this.child = child;
    this.link = link;
  }

  /** Starts the program and makes sure that a TPM answers. */
  static CmdTransport open(Settings settings, CommandLine command) throws TpmTransportException {
    if (Thread.currentThread().isInterrupted()) {
      throw new TpmTransportException(
          settings.endpoint,
          Delivery.NOT_SENT,
          "the thread was interrupted before the program was started",
          null);
    }
    ProcessBuilder builder = new ProcessBuilder(command.words());
    builder.environment().putAll(command.environment());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new TpmTransportException(
          settings.endpoint,
          Delivery.NOT_SENT,
          "the program " + command.words().get(0) + " cannot be started: " + e.getMessage(),
          e);
    }
    return open(settings, process);
  }

  /** Makes sure that a TPM answers behind a process. */
  static CmdTransport open(Settings settings, Process process) throws TpmTransportException {
    Child child = new Child(process);
    Link link = new Link(child, settings.endpoint, settings.connecting, settings.largest);
    boolean opened = false;
    try {
      byte[] answer = link.exchange(Family.question(), settings.largest);
      if (Family.ofAnswer(answer).isEmpty()) {
        throw new TpmTransportException(
            settings.endpoint, Delivery.SENT, "what the program answers is not from a TPM", null);
      }
      link.setLimit(settings.exchanging);
      opened = true;
      return new CmdTransport(settings, child, link);
    } catch (TpmTransportException e) {
      String words = child.words();
      throw words.isEmpty() || String.valueOf(e.getMessage()).contains(Child.quoted(words))
          ? e
          : new TpmTransportException(
              settings.endpoint,
              e.delivery(),
              "the program gave no answer of a TPM, but"
                  + Child.quoted(words)
                  + " ("
                  + e.getMessage()
                  + ")",
              e);
    } finally {
      if (!opened) {
        link.close();
      }
    }
  }

  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    Frames.checkCommand(command, settings.largest);
    return link.exchange(command, settings.largest);
  }

  @Override
  public String endpoint() {
    return settings.endpoint;
  }

  /**
   * Ends the program's input and waits until the program has ended by itself; one that does not is
   * killed after ten seconds, and at once in the middle of a command.
   */
  @Override
  public void close() {
    if (!link.isClosed() && link.tryEnter()) {
      try {
        child.finish(settings.leaving);
      } finally {
        link.leave();
      }
    }
    link.close();
  }
}
