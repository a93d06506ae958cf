package org.tssj.tpm12.trousers;

import java.util.UUID;
import org.tssj.core.Bytes;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.TpmKey;

/**
 * A key in a {@link KeyStoreFile}.
 *
 * @param uuid its name
 * @param parent the name of the key it is wrapped under; zeros for the storage root key
 * @param flags {@link #VALID}, {@link #PARENT_IN_SYSTEM_STORE}; 16 bits
 * @param publicData the modulus; zeros for the storage root key, whose modulus trousers hides
 * @param blob TPM_KEY or TPM_KEY12
 * @param vendorData what who registered it keeps with it; trousers' client library puts its name
 *     there
 */
public record RegisteredKey(
    UUID uuid, UUID parent, int flags, Bytes publicData, Bytes blob, Bytes vendorData) {

  /** The entry is in use. */
  public static final int VALID = 0x1;

  /** The parent is in {@code system.data}, not in the same user's {@code user.data}. */
  public static final int PARENT_IN_SYSTEM_STORE = 0x2;

  /**
   * The storage root key, as tcsd registers it when ownership is taken through it. Without this
   * entry trousers does not believe that there is one.
   */
  public static RegisteredKey storageRootKey() {
    Key root = KeyTemplates.storage();
    Bytes hidden = Bytes.zeros(256);
    return of(
        KeyUuid.STORAGE_ROOT_KEY,
        new UUID(0, 0),
        new Key(
            root.ver(),
            root.keyUsage(),
            root.keyFlags(),
            root.authDataUsage(),
            root.algorithmParms(),
            root.pcrInfo(),
            hidden,
            Bytes.EMPTY));
  }

  /** A key whose parent is in {@code system.data}, as trousers registers it. */
  public static RegisteredKey of(UUID uuid, UUID parent, TpmKey key) {
    return new RegisteredKey(
        uuid,
        parent,
        VALID | PARENT_IN_SYSTEM_STORE,
        key.pubKey(),
        TpmKey.CODEC.encode(key),
        Bytes.EMPTY);
  }

  /** This entry with another note of who registered it. */
  public RegisteredKey withVendorData(Bytes octets) {
    return new RegisteredKey(uuid, parent, flags, publicData, blob, octets);
  }

  /**
   * The key itself.
   *
   * @throws org.tssj.core.wire.WireException if the blob is no key
   */
  public TpmKey key() {
    return TpmKey.CODEC.decode(blob);
  }

  /** Whether the entry is in use. */
  public boolean isValid() {
    return (flags & VALID) != 0;
  }

  /** Whether the parent is in {@code system.data}. */
  public boolean isParentInSystemStore() {
    return (flags & PARENT_IN_SYSTEM_STORE) != 0;
  }
}
