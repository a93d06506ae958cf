package org.tssj.tpm20.file;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.engine.BouncyCastle;

/**
 * Keys of this process in PEM, as OpenSSL and others write them; {@code PublicKeys} and {@code
 * PrivateKeys} turn them into structures of the TPM.
 */
public final class KeyPem {

  private static final String PUBLIC = "PUBLIC KEY";

  private KeyPem() {}

  /**
   * Reads a public key: RSA or elliptic-curve, {@code -----BEGIN PUBLIC KEY-----}.
   *
   * @throws WireException if there is none, or it is not what it claims
   */
  public static PublicKey readPublic(String pem) {
    Bytes der = Pem.parse(pem, PUBLIC).content();
    X509EncodedKeySpec spec = new X509EncodedKeySpec(der.toArray());
    for (String algorithm : new String[] {"RSA", "EC"}) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(spec);
      } catch (GeneralSecurityException e) {
        continue; // it may be of the other kind
      }
    }
    throw WireException.refused("must be an RSA or EC public key", 0, der.toHex()).within("PEM");
  }

  /** The PEM of a public key. */
  public static String writePublic(PublicKey key) {
    return new Pem(PUBLIC, Bytes.of(key.getEncoded())).toText();
  }

  /**
   * Reads a private key that has no password, and computes the public key that goes with it: {@code
   * PRIVATE KEY} (PKCS #8), {@code RSA PRIVATE KEY} (PKCS #1) or {@code EC PRIVATE KEY} (SEC 1).
   *
   * @throws WireException if there is none, or it is not what it claims
   * @throws org.tssj.tpm20.MissingBouncyCastleException without Bouncy Castle
   */
  public static KeyPair readPair(String pem) {
    Pem key =
        Pem.parse(
            pem, PrivateKeyDer.PKCS8, PrivateKeyDer.PKCS1, PrivateKeyDer.SEC1);
    return BouncyCastle.with(
        "A private key in PEM", () -> PrivateKeyDer.readPair(key.label(), key.content()));
  }
}
