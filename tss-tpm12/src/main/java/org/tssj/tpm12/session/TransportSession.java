package org.tssj.tpm12.session;

import java.io.IOException;
import org.tssj.core.Bytes;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * A transport session: commands executed through it travel inside TPM_ExecuteTransport, as its
 * parameters say encrypted, logged, or without anything in between. Everything else is as without
 * it; sessions that authorise commands are opened through it too.
 *
 * <p>A session that has ended, because the TPM refused one of its frames or because an exclusive
 * one was not alone, stays ended: the next one is another one. Closing it flushes it from the TPM.
 *
 * <p>Made by {@code Tpm12.transport(...)}.
 *
 * @see "TPM 1.2 Main, Part 1, 18 Transport Protection"
 */
public interface TransportSession extends CommandExecutor, AutoCloseable {

  /** The session's handle. */
  Handle handle();

  /** Whether the TPM has it still, as far as is known. */
  boolean isOpen();

  /**
   * Tells the public part of a key, which the log names. Keys that were loaded with {@code
   * Tpm12.load} are known; the storage root key, the endorsement key and others are not.
   */
  void knows(Handle handle, PubKey key);

  /** What was executed so far; empty for a session that is not logged. */
  TransportLog log();

  /**
   * Ends the session and has its log signed.
   *
   * @param keyHandle a signing or identity key
   * @param antiReplay the verifier's nonce, 20 octets
   * @param forKey for that key; none if it has no secret
   * @throws IllegalStateException if the session is not logged
   */
  SignedTransportLog release(Handle keyHandle, Bytes antiReplay, Authorization... forKey)
      throws IOException;

  /** Flushes it from the TPM and overwrites what it knew. Harmless when called twice. */
  @Override
  void close();
}
