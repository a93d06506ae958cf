package org.tssj.transport.swtpm;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.Link;

/**
 * The data channel of swtpm: a command goes as it is, and the answer comes as it is.
 *
 * <p>swtpm serves one client at a time on each of its channels and lets the others wait in silence.
 * So opening asks one harmless question, whose answer also tells the family; and the control
 * channel is connected for one request and left again.
 */
final class SwtpmTransport
    implements TpmTransport, PowerControl, Locality, Cancellable, StateControl, DynamicLaunch {

  /**
   * @param endpoint the connection string
   * @param data where the data channel listens
   * @param control where the control channel listens
   * @param connecting limit for connecting and the first answer
   * @param exchanging limit for one command
   * @param largest octets of the largest command or response
   */
  record Settings(
      String endpoint,
      SocketAddress data,
      SocketAddress control,
      Duration connecting,
      Duration exchanging,
      int largest) {}

  private final Settings settings;
  private final Link link;
  private final Family family;
  private int locality;

  private SwtpmTransport(Settings settings, Link link, Family family) {
    this.settings = settings;
    this.link = link;
    this.family = family;
  }

  /** Connects, and makes sure that swtpm listens to us. */
  static SwtpmTransport open(Settings settings) throws TpmTransportException {
    Link first =
        Link.connect(
            settings.data,
            settings.endpoint,
            settings.connecting,
            settings.connecting,
            settings.largest,
            "is swtpm running there, as \"swtpm socket --server type=... --flags not-need-init\"?");
    byte[] answer;
    try {
      answer = first.exchange(Family.question(), settings.largest);
    } catch (TpmTransportException e) {
      throw e.delivery() != Delivery.UNKNOWN
          ? e
          : new TpmTransportException(
              settings.endpoint,
              Delivery.UNKNOWN,
              "something accepts connections there, but gives no answer. swtpm serves one client at"
                  + " a time: is another one connected? ("
                  + e.getMessage()
                  + ")",
              e);
    }
    Optional<Family> family = Family.ofAnswer(answer);
    if (family.isEmpty()) {
      first.close();
      throw new TpmTransportException(
          settings.endpoint, Delivery.SENT, "what answers there is no TPM", null);
    }
    first.setLimit(settings.exchanging);
    return new SwtpmTransport(settings, first, family.get());
  }

  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    Frames.checkCommand(command, settings.largest);
    return link.exchange(command, settings.largest);
  }

  /**
   * Everything but {@link Cancellable} for a TPM 1.2: that one knows no cancelling. All of them go
   * over the control channel, and say so if there is none.
   */
  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return ability == Cancellable.class && family == Family.TPM12
        ? Optional.empty()
        : TpmTransport.super.ability(ability);
  }

  private interface Request {
    void to(SwtpmControl control) throws IOException;
  }

  private void control(Request request) throws IOException {
    if (link.isClosed()) {
      throw new TpmTransportException(
          settings.endpoint, Delivery.NOT_SENT, "this transport is closed", null);
    }
    try (SwtpmControl control =
        SwtpmControl.connect(
            settings.endpoint, settings.control, settings.connecting, settings.exchanging)) {
      request.to(control);
    }
  }

  /** Runs between two commands of this transport, so that none comes from the wrong state. */
  private void controlBetweenCommands(Request request) throws IOException {
    link.enter();
    try {
      control(request);
    } finally {
      link.leave();
    }
  }

  @Override
  public void powerOff() throws IOException {
    controlBetweenCommands(SwtpmControl::stop);
  }

  @Override
  public void powerOn() throws IOException {
    controlBetweenCommands(control -> control.init(SwtpmControl.Init.DELETE_VOLATILE_STATE));
  }

  @Override
  public void setLocality(int locality) throws IOException {
    if (locality < 0 || locality > 4) {
      throw new IllegalArgumentException("swtpm has localities 0 to 4, not " + locality);
    }
    controlBetweenCommands(control -> control.setLocality(locality));
    this.locality = locality;
  }

  /**
   * Asks as the protocol has it; but the swtpm of today looks at its control channel only between
   * two commands, so this waits until the command has ended by itself.
   */
  @Override
  public void cancel() throws IOException {
    control(SwtpmControl::cancel);
  }

  @Override
  public TpmState saveState() throws IOException {
    TpmState[] state = new TpmState[1];
    controlBetweenCommands(
        control -> {
          Bytes permanent = control.stateBlob(SwtpmControl.Blob.PERMANENT);
          Bytes saved =
              family == Family.TPM12 ? control.stateBlob(SwtpmControl.Blob.SAVED) : Bytes.EMPTY;
          Bytes now = control.stateBlob(SwtpmControl.Blob.VOLATILE);
          state[0] = new TpmState(family, permanent, now, saved);
        });
    return state[0];
  }

  @Override
  public void restoreState(TpmState state) throws IOException {
    if (state.family() != family) {
      throw new IllegalArgumentException(
          settings.endpoint + ": the state is that of a " + state.family());
    }
    controlBetweenCommands(
        control -> {
          control.stop();
          control.setStateBlob(SwtpmControl.Blob.PERMANENT, state.permanent());
          // What TPM_SaveState has put aside since then stays: swtpm has no request to remove it.
          if (!state.savedState().isEmpty()) {
            control.setStateBlob(SwtpmControl.Blob.SAVED, state.savedState());
          }
          control.setStateBlob(SwtpmControl.Blob.VOLATILE, state.volatileState());
          control.init(SwtpmControl.Init.DELETE_VOLATILE_STATE);
        });
  }

  @Override
  public void launch(byte[] code) throws IOException {
    controlBetweenCommands(
        control -> {
          control.hashStart();
          control.hashData(code);
          control.hashEnd();
        });
  }

  @Override
  public String endpoint() {
    return settings.endpoint;
  }

  /** Leaves; the TPM keeps running, and is back at locality 0 for whoever comes next. */
  @Override
  public void close() throws IOException {
    if (link.isClosed()) {
      return;
    }
    try {
      if (locality != 0) {
        setLocality(0);
      }
    } finally {
      link.close();
    }
  }
}
