package org.tssj.core.transport;

import java.io.IOException;

/** Ability of a transport to take the power from its TPM and give it back. */
public interface PowerControl {

  /** Takes the power away: volatile state is lost, what is in non-volatile memory stays. */
  void powerOff() throws IOException;

  /**
   * Gives power back ({@code _TPM_Init}). The TPM then waits for {@code TPM2_Startup} or {@code
   * TPM_Startup}, which is the caller's to send.
   */
  void powerOn() throws IOException;

  /** Power off, then on: the TPM then waits for its start-up command. */
  default void powerCycle() throws IOException {
    powerOff();
    powerOn();
  }
}
