package org.tssj.attest.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Bouncy Castle's security provider, for our own use: made when first needed, never registered. */
public final class BouncyCastle {

  private BouncyCastle() {}

  /** The one instance. */
  public static Provider provider() {
    return Holder.PROVIDER;
  }

  private static final class Holder {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }
}
