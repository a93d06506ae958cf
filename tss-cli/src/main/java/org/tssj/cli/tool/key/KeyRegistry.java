package org.tssj.cli.tool.key;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.tssj.cli.environment.Environment;
import org.tssj.core.TpmServiceException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.transport.tcsd.TcsdClient;

/**
 * Keys by UUID: trousers' persistent storage of the system.
 *
 * <p>What is refused is a {@link TpmServiceException} of the layer {@code tcs} with trousers'
 * numbers, wherever the keys are kept.
 */
public sealed interface KeyRegistry permits DaemonKeys, KeyFile {

  /** TSS_E_PS_KEY_NOTFOUND. */
  long NOT_FOUND = 0x2020;

  /** TSS_E_KEY_ALREADY_REGISTERED. */
  long ALREADY_REGISTERED = 0x2008;

  /** Where the keys of this TPM are kept: the daemon it is behind, else a file. */
  static KeyRegistry of(Tpm12 tpm, Environment machine) {
    Optional<TcsdClient> daemon = tpm.transport().ability(TcsdClient.class);
    return daemon.isPresent() ? new DaemonKeys(daemon.get()) : KeyFile.of(machine);
  }

  /**
   * A key and those above it.
   *
   * @throws TpmServiceException {@link #NOT_FOUND}
   */
  KeyStoreFile with(UUID key) throws IOException;

  /**
   * Keeps a key that is wrapped under the storage root key.
   *
   * @throws TpmServiceException {@link #ALREADY_REGISTERED}
   */
  void register(UUID name, TpmKey key) throws IOException;

  /**
   * Forgets a key.
   *
   * @throws TpmServiceException {@link #NOT_FOUND}
   */
  void unregister(UUID key) throws IOException;
}
