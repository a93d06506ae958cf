package org.tssj.tpm20.session;

import org.tssj.core.AuthValue;

/**
 * What accompanies a command: the first ones authorise its handles in their order, up to three in
 * all.
 *
 * @see "TPM 2.0 Library, Part 1, 18.7 Authorization Area"
 */
public sealed interface Authorization permits Authorization.Password, SessionUse {

  /** The empty password, with which hierarchies and many objects start. */
  Authorization NONE = new Password(AuthValue.EMPTY);

  /**
   * Sends the auth value itself, in the clear. The answer is not protected: whoever sits between
   * can read the password and change the answer. Use a session where that matters.
   */
  static Authorization password(AuthValue authValue) {
    return new Password(authValue);
  }

  /**
   * TPM_RS_PW: an auth value in the clear.
   *
   * @param authValue the auth value of the handle it authorises
   */
  record Password(AuthValue authValue) implements Authorization {}
}
