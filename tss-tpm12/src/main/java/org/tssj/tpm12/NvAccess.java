package org.tssj.tpm12;

import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.auth.Secret;

/** In whose name an NV area is read or written. What the area allows, its permissions say. */
public sealed interface NvAccess {

  /** In nobody's: for areas without permissions, or those that want presence alone. */
  NvAccess ANYBODY = new Anybody();

  /**
   * As the TPM's owner: OWNERREAD, OWNERWRITE.
   *
   * @param secret the owner's, 20 octets
   */
  static NvAccess owner(AuthValue secret) {
    return new Owner(Secret.checked("owner", secret));
  }

  /**
   * With the area's own secret: AUTHREAD, AUTHWRITE.
   *
   * @param secret the area's, 20 octets
   */
  static NvAccess area(AuthValue secret) {
    return new Area(Secret.checked("NV area", secret));
  }

  /** In nobody's name. */
  record Anybody() implements NvAccess {}

  /**
   * As owner.
   *
   * @param secret the owner's, 20 octets
   */
  record Owner(AuthValue secret) implements NvAccess {}

  /**
   * With the area's secret.
   *
   * @param secret the area's, 20 octets
   */
  record Area(AuthValue secret) implements NvAccess {}
}
