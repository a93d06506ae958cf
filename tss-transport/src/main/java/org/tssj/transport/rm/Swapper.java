package org.tssj.transport.rm;

import java.io.IOException;

/**
 * Keeps the books of one TPM: what is loaded, where, and whose it is; and lets a command find there
 * what it names. Called by one thread at a time.
 */
interface Swapper {

  /**
   * Executes a command of one client, and moves others' things out of the way where it must.
   *
   * @param command whole, its header checked
   * @return the answer, as this client has to see it
   */
  byte[] exchange(Tenant tenant, byte[] command) throws IOException;

  /** Removes everything that a client leaves behind. */
  void depart(Tenant tenant) throws IOException;

  /** The TPM has lost what was loaded: power was off, or it was started anew. */
  void forgetLoaded();

  /**
   * Asks the TPM what it has loaded, because a command failed underway: drops from the books what is
   * gone, and from the TPM what nobody owns.
   */
  void takeStock() throws IOException;
}
