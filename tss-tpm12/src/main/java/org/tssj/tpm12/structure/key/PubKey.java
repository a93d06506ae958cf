package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;

/**
 * TPM_PUBKEY: a public key with its parameters.
 *
 * @param algorithmParms algorithm, schemes and size
 * @param pubKey TPM_STORE_PUBKEY: the modulus, big-endian, without its length
 * @see "TPM 1.2 Main, Part 2, 10.5 TPM_PUBKEY"
 */
public record PubKey(KeyParms algorithmParms, Bytes pubKey) {

  /** TPM_PUBKEY: parameters, length of the modulus, modulus. */
  public static final Codec<PubKey> CODEC =
      struct(
          "TPM_PUBKEY",
          PubKey::new,
          field("algorithmParms", KeyParms.CODEC, PubKey::algorithmParms),
          bytes32("pubKey", PubKey::pubKey));

  /**
   * The TPM's form of an RSA public key.
   *
   * @param encScheme how the key encrypts
   * @param sigScheme how the key signs
   */
  public static PubKey of(RSAPublicKey key, EncScheme encScheme, SigScheme sigScheme) {
    Bytes modulus = unsigned(key.getModulus());
    Bytes exponent =
        key.getPublicExponent().equals(BigInteger.valueOf(65537))
            ? Bytes.EMPTY
            : unsigned(key.getPublicExponent());
    return new PubKey(
        new KeyParms(encScheme, sigScheme, new RsaKeyParms(8L * modulus.length(), 2, exponent)),
        modulus);
  }

  private static Bytes unsigned(BigInteger number) {
    Bytes octets = Bytes.wrap(number.toByteArray());
    return octets.length() > 1 && octets.get(0) == 0 ? octets.slice(1, octets.length()) : octets;
  }

  /** The SHA-1 of this structure, 20 octets, by which certificates and tickets name the key. */
  public Bytes digest() {
    return Bank.SHA1.hash(CODEC.encode(this));
  }

  /**
   * The key for JCA.
   *
   * @throws IllegalArgumentException if it is no RSA key that the JDK takes
   */
  public RSAPublicKey toRsaPublicKey() {
    BigInteger exponent = algorithmParms.rsa().publicExponent();
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(new BigInteger(1, pubKey.toArray()), exponent));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no RSA public key: " + e.getMessage(), e);
    }
  }
}
