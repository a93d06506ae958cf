package org.tssj.tpm20.structure.auth;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_SESSION: what a session does for one command.
 *
 * <p>Decrypt and encrypt are named as the TPM sees them: it decrypts what the command carries and
 * encrypts what the response carries.
 *
 * @param bits 8 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.4 TPMA_SESSION"
 */
public record SessionAttributes(int bits) implements WireBits {

  /** Nothing: the session authorizes, and ends with the command. */
  public static final SessionAttributes NONE = new SessionAttributes(0);

  /** continueSession: the session goes on after the command. */
  public static final SessionAttributes CONTINUE_SESSION = new SessionAttributes(1);

  /** auditExclusive: an audit in which no other command may come, or came, in between. */
  public static final SessionAttributes AUDIT_EXCLUSIVE = new SessionAttributes(1 << 1);

  /** auditReset: the audit digest starts anew. */
  public static final SessionAttributes AUDIT_RESET = new SessionAttributes(1 << 2);

  /** decrypt: the command's first parameter is encrypted. */
  public static final SessionAttributes DECRYPT = new SessionAttributes(1 << 5);

  /** encrypt: the response's first parameter is encrypted. */
  public static final SessionAttributes ENCRYPT = new SessionAttributes(1 << 6);

  /** audit: the command is recorded in the session's audit digest. */
  public static final SessionAttributes AUDIT = new SessionAttributes(1 << 7);

  /** TPMA_SESSION: one octet. */
  public static final Codec<SessionAttributes> CODEC =
      Codecs.bits8("TPMA_SESSION", SessionAttributes::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(SessionAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public SessionAttributes with(SessionAttributes others) {
    return new SessionAttributes(bits | others.bits);
  }

  /** These without {@code others}. */
  public SessionAttributes without(SessionAttributes others) {
    return new SessionAttributes(bits & ~others.bits);
  }

  /** The session goes on after the command. */
  public boolean continueSession() {
    return has(CONTINUE_SESSION);
  }

  /** An audit in which no other command may come, or came, in between. */
  public boolean auditExclusive() {
    return has(AUDIT_EXCLUSIVE);
  }

  /** The audit digest starts anew. */
  public boolean auditReset() {
    return has(AUDIT_RESET);
  }

  /** The command's first parameter is encrypted. */
  public boolean decrypt() {
    return has(DECRYPT);
  }

  /** The response's first parameter is encrypted. */
  public boolean encrypt() {
    return has(ENCRYPT);
  }

  /** The command is recorded. */
  public boolean audit() {
    return has(AUDIT);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "continueSession",
        "auditExclusive",
        "auditReset",
        "",
        "",
        "decrypt",
        "encrypt",
        "audit");
  }
}
