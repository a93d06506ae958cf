package org.tssj.tpm20;

/**
 * Bouncy Castle is needed and is not there. Wire, sessions and policies work without it; key files,
 * post-quantum algorithms and ciphers that the JDK lacks do not.
 */
public final class MissingBouncyCastleException extends UnsupportedOperationException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what needs it, the beginning of a sentence
   * @param cause what the class loader said
   */
  public MissingBouncyCastleException(String what, Throwable cause) {
    super(
        what
            + " needs Bouncy Castle: put bcprov-jdk18on 1.81 or later on the class path, or on the"
            + " module path with --add-modules org.bouncycastle.provider",
        cause);
  }
}
