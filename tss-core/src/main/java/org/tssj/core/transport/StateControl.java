package org.tssj.core.transport;

import java.io.IOException;

/** Ability of a software TPM to be copied, and to be put back to what it was. */
public interface StateControl {

  /**
   * Copies everything the TPM remembers, while it is powered on. The TPM does not notice.
   *
   * @throws TpmTransportException if the TPM is off or does not give its state
   */
  TpmState saveState() throws IOException;

  /**
   * Makes the TPM the one that it was when {@code state} was taken: permanent and volatile, powered
   * on, and started if it had been. What it remembers now is lost.
   *
   * @throws TpmTransportException if the TPM does not accept the state; it is then powered off
   * @throws IllegalArgumentException if the state is that of the other family
   */
  void restoreState(TpmState state) throws IOException;
}
