package org.tssj.core.transport;

import java.io.IOException;

/** Ability of a transport to send the following commands from another locality. */
public interface Locality {

  /**
   * Chooses the locality of every command that follows.
   *
   * @param locality 0 to 4; TPM 2.0 also knows 32 to 255
   * @throws IOException if the transport could not switch
   * @throws IllegalArgumentException if the number is none a TPM knows
   */
  void setLocality(int locality) throws IOException;
}
