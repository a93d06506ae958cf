package org.tssj.junit;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.transport.swtpm.SwtpmProcess;

/**
 * A software TPM that runs for one test.
 *
 * @param transport how it is reached
 * @param end what becomes of it after the test
 */
record RunningTpm(TpmTransport transport, End end) implements AutoCloseable {

  /** What becomes of a TPM after its test. */
  @FunctionalInterface
  interface End {
    void end() throws IOException;
  }

  /**
   * Starts one.
   *
   * @throws IOException if it does not start; the message says what to do
   */
  static RunningTpm start(Settings settings, ExtensionContext test) throws IOException {
    return switch (settings.transport()) {
      case LIBTPMS -> startLibtpms(settings, LibtpmsTurn.take(test));
      case SWTPM -> startSwtpm(settings);
    };
  }

  private static RunningTpm startLibtpms(Settings settings, LibtpmsTurn turn) throws IOException {
    boolean started = false;
    try {
      TpmTransport transport = Transports.open("libtpms:family=" + settings.family().version());
      RunningTpm running =
          new RunningTpm(
              transport,
              () -> {
                try (turn) {
                  transport.close();
                }
              });
      running.bringTo(settings);
      started = true;
      return running;
    } finally {
      if (!started) {
        turn.close();
      }
    }
  }

  private static RunningTpm startSwtpm(Settings settings) throws IOException {
    SwtpmProcess process = SwtpmProcess.start(settings.family());
    boolean started = false;
    try {
      TpmTransport transport = Transports.open(process.connectionString());
      RunningTpm running =
          new RunningTpm(
              transport,
              () -> {
                try (process) {
                  transport.close();
                }
              });
      running.bringTo(settings);
      started = true;
      return running;
    } finally {
      if (!started) {
        process.close();
      }
    }
  }

  /** From what a transport opens, powered on and started, to what the test asks for. */
  private void bringTo(Settings settings) throws IOException {
    boolean there = false;
    try {
      Preparation.bring(transport, settings);
      there = true;
    } finally {
      if (!there) {
        close();
      }
    }
  }

  /** Ends it. */
  @Override
  public void close() throws IOException {
    end.end();
  }
}
