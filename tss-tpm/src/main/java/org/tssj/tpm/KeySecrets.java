package org.tssj.tpm;

import org.tssj.core.AuthValue;

/**
 * What it takes to use a key.
 *
 * @param key the key's auth value; empty if it has none
 * @param storageRoot of the storage root key that it is loaded under; empty means well known
 */
public record KeySecrets(AuthValue key, AuthValue storageRoot) {

  /** Neither the key nor the storage root key has a secret. */
  public static final KeySecrets NONE = new KeySecrets(AuthValue.EMPTY, AuthValue.EMPTY);
}
