package org.tssj.tpm20.structure.auth;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_SESSION: what a session does for one command, 8 bits.
 *
 * @param bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.4 TPMA_SESSION"
 */
public record SessionAttributes(int bits) implements WireBits {

  /** The session goes on after the command. */
  public static final SessionAttributes CONTINUE_SESSION = new SessionAttributes(1 << 0);

  /** Audit: no other command may come, or came, in between. */
  public static final SessionAttributes AUDIT_EXCLUSIVE = new SessionAttributes(1 << 1);

  /** Audit: the digest starts anew. */
  public static final SessionAttributes AUDIT_RESET = new SessionAttributes(1 << 2);

  /** The command's first parameter is encrypted. */
  public static final SessionAttributes DECRYPT = new SessionAttributes(1 << 5);

  /** The response's first parameter is encrypted. */
  public static final SessionAttributes ENCRYPT = new SessionAttributes(1 << 6);

  /** The command is recorded. */
  public static final SessionAttributes AUDIT = new SessionAttributes(1 << 7);

  /** TPMA_SESSION: 8 bits. */
  public static final Codec<SessionAttributes> CODEC =
      Codecs.bits8("TPMA_SESSION", SessionAttributes::new);

  /** Whether all of {@code others} are set here. */
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
