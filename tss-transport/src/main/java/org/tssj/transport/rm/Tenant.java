package org.tssj.transport.rm;

import java.io.IOException;
import java.util.Optional;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.transport.link.Frames;

/** One client of a shared TPM. */
final class Tenant implements TpmTransport, PowerControl, Locality, Cancellable, DynamicLaunch {

  private final SharedTpm shared;
  private volatile int locality;

  Tenant(SharedTpm shared) {
    this.shared = shared;
  }

  int locality() {
    return locality;
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    Frames.checkCommand(command, Frames.LARGEST);
    return shared.exchange(this, command);
  }

  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return shared.has(ability) ? TpmTransport.super.ability(ability) : Optional.empty();
  }

  @Override
  public void setLocality(int wanted) throws IOException {
    int before = locality;
    locality = wanted;
    boolean done = false;
    try {
      // Switches now, so that a transport that has no such locality says it here.
      shared.between(this, Locality.class, ability -> {});
      done = true;
    } finally {
      if (!done) {
        locality = before;
      }
    }
  }

  @Override
  public void cancel() throws IOException {
    shared.cancel(this);
  }

  @Override
  public void powerOff() throws IOException {
    shared.between(this, PowerControl.class, PowerControl::powerOff);
  }

  @Override
  public void powerOn() throws IOException {
    shared.between(this, PowerControl.class, PowerControl::powerOn);
  }

  @Override
  public void launch(byte[] code) throws IOException {
    shared.between(this, DynamicLaunch.class, ability -> ability.launch(code));
  }

  @Override
  public String endpoint() {
    return shared.endpoint();
  }

  /** Leaves; what this client left in the TPM is flushed. */
  @Override
  public void close() throws IOException {
    shared.depart(this);
  }
}
