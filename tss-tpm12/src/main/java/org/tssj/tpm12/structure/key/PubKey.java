package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.tssj.core.AuthValue;
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

  // Part 1, 31.1.1: the label is these four letters wherever OAEP is used.
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-1",
          "MGF1",
          MGF1ParameterSpec.SHA1,
          new PSource.PSpecified("TCPA".getBytes(StandardCharsets.US_ASCII)));

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
   * Encrypts for whoever holds the private part, as the key's scheme says: OAEP with SHA-1 and the
   * label {@code TCPA}, or PKCS#1 v1.5.
   *
   * @param message what fits: for OAEP 42 octets less than the modulus, else 11
   * @throws IllegalArgumentException if the key does not encrypt, or the message is too long
   */
  public Bytes encrypt(AuthValue message) {
    try {
      Cipher cipher = cipher();
      return Bytes.wrap(message.use(octets -> finish(cipher, octets)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key that encrypts: " + e.getMessage(), e);
    }
  }

  private Cipher cipher() throws GeneralSecurityException {
    EncScheme scheme = algorithmParms.encScheme();
    if (scheme.equals(EncScheme.RSAESOAEP_SHA1_MGF1)) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.ENCRYPT_MODE, toRsaPublicKey(), OAEP);
      return cipher;
    }
    if (scheme.equals(EncScheme.RSAESPKCSV15)) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, toRsaPublicKey());
      return cipher;
    }
    throw new IllegalArgumentException("the key's scheme " + scheme + " does not encrypt");
  }

  private static byte[] finish(Cipher cipher, byte[] octets) {
    try {
      return cipher.doFinal(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          octets.length + " octets do not fit the key: " + e.getMessage(), e);
    }
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

  /**
   * Whether a TPM signed one of its structures with this key: PKCS#1 v1.5 over its SHA-1, whichever
   * of the two schemes with SHA-1 the key has.
   *
   * @param structure its octets
   * @throws IllegalArgumentException if it is no RSA key that the JDK takes
   */
  public boolean hasSigned(Bytes structure, Bytes signature) {
    try {
      Signature verifier = Signature.getInstance("SHA1withRSA");
      verifier.initVerify(toRsaPublicKey());
      verifier.update(structure.toArray());
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      // Of another length than the key, or not a number below its modulus.
      return false;
    }
  }
}
