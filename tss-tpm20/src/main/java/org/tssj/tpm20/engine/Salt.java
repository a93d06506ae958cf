package org.tssj.tpm20.engine;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.MlkemParms;
import org.tssj.tpm20.structure.object.PrivateKeys;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.Sensitive;

/**
 * A secret made for one TPM key: in the clear for us, encrypted for the TPM.
 *
 * @param secret the secret
 * @param encrypted TPM2B_ENCRYPTED_SECRET without its size: only the key's owner can read it
 * @see "TPM 2.0 Library, Part 1, Annex B.10.2 and C.6.1 Secret Sharing; 1.85, 47.4 Labeled KEM"
 */
public record Salt(AuthValue secret, Bytes encrypted) {

  /**
   * Makes a secret for a key.
   *
   * @param key the public area of an RSA, ECC or ML-KEM decryption key; its nameAlg is the hash of
   *     OAEP and the key derivation
   * @param label what the secret is for, ASCII: {@code SECRET} for a session's salt
   * @throws IllegalArgumentException if it is none of them
   */
  public static Salt forKey(Public key, String label, SecureRandom random) {
    Bank nameAlg = nameAlg(key);
    try {
      if (key.parameters() instanceof MlkemParms kem && key.unique() instanceof PublicId.Mlkem id) {
        return forMlkem(kem, id.key(), nameAlg, label, random);
      }
      PublicKey known = PublicKeys.toJava(key);
      return known instanceof RSAPublicKey rsa
          ? forRsa(rsa, nameAlg, label, random)
          : forEcc((ECPublicKey) known, nameAlg, label, random);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no secret can be shared with this key: " + key, e);
    }
  }

  /**
   * Recovers a secret that was made for a key of this process.
   *
   * @param key the private key of an RSA or ECC key
   * @param publicArea the public area that goes with it
   * @param encrypted TPM2B_ENCRYPTED_SECRET without its size
   * @throws IllegalArgumentException if it was not made for this key
   */
  public static AuthValue recover(PrivateKey key, Public publicArea, String label, Bytes encrypted) {
    Bank nameAlg = nameAlg(publicArea);
    try {
      PublicKey known = PublicKeys.toJava(publicArea);
      if (known instanceof RSAPublicKey) {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, oaep(nameAlg, label));
        return AuthValue.wrap(cipher.doFinal(encrypted.toArray()));
      }
      return recoverEcc(key, (ECPublicKey) known, nameAlg, label, encrypted);
    } catch (GeneralSecurityException | WireException e) {
      throw new IllegalArgumentException("the secret was not made for this key", e);
    }
  }

  /**
   * As {@link #recover(PrivateKey, Public, String, Bytes)}, for any kind of key.
   *
   * @param key its sensitive area
   */
  public static AuthValue recover(Sensitive key, Public publicArea, String label, Bytes encrypted) {
    if (publicArea.parameters() instanceof MlkemParms kem
        && publicArea.unique() instanceof PublicId.Mlkem id) {
      try (AuthValue shared =
          MlKem.decapsulate(kem.parameterSet(), key.sensitive(), encrypted)) {
        return fromShared(nameAlg(publicArea), shared, label, encrypted, id.key());
      }
    }
    return recover(PrivateKeys.toJava(publicArea, key), publicArea, label, encrypted);
  }

  private static Bank nameAlg(Public key) {
    return key.nameAlg()
        .hash()
        .orElseThrow(
            () -> new IllegalArgumentException("the key has the unknown nameAlg " + key.nameAlg()));
  }

  private static AuthValue recoverEcc(
      PrivateKey key, ECPublicKey publicKey, Bank nameAlg, String label, Bytes encrypted)
      throws GeneralSecurityException {
    EccPoint point = EccPoint.CODEC.decode(encrypted);
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(key);
    agreement.doPhase(PublicKeys.toJava(PublicKeys.curve(publicKey.getParams()), point), true);
    byte[] z = agreement.generateSecret();
    int size = (publicKey.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    byte[] secret =
        Kdf.kdfe(
            nameAlg,
            z,
            label,
            padded(new BigInteger(1, point.x().toArray()), size),
            padded(publicKey.getW().getAffineX(), size),
            8 * nameAlg.size());
    Arrays.fill(z, (byte) 0);
    return AuthValue.wrap(secret);
  }

  private static Salt forMlkem(
      MlkemParms kem, Bytes publicKey, Bank nameAlg, String label, SecureRandom random) {
    MlKem.Encapsulated made = MlKem.encapsulate(kem.parameterSet(), publicKey, random);
    try (AuthValue shared = made.sharedSecret()) {
      return new Salt(
          fromShared(nameAlg, shared, label, made.ciphertext(), publicKey), made.ciphertext());
    }
  }

  /**
   * The secret that an ML-KEM exchange makes: derived from the shared one with both halves of the
   * exchange, so that it has the size its use wants.
   *
   * @param shared what ML-KEM gave, 32 octets
   */
  public static AuthValue fromShared(
      Bank nameAlg, AuthValue shared, String label, Bytes ciphertext, Bytes publicKey) {
    return AuthValue.wrap(
        shared.use(
            octets ->
                Kdf.kdfa(nameAlg, octets, label, ciphertext, publicKey, 8 * nameAlg.size())));
  }

  private static OAEPParameterSpec oaep(Bank nameAlg, String label) {
    // The label's closing zero is part of it.
    byte[] terminated = (label + '\0').getBytes(StandardCharsets.US_ASCII);
    return new OAEPParameterSpec(
        nameAlg.javaName(),
        "MGF1",
        new MGF1ParameterSpec(nameAlg.javaName()),
        new PSource.PSpecified(terminated));
  }

  private static Salt forRsa(RSAPublicKey key, Bank nameAlg, String label, SecureRandom random)
      throws GeneralSecurityException {
    byte[] secret = new byte[nameAlg.size()];
    random.nextBytes(secret);
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, oaep(nameAlg, label), random);
    Bytes encrypted = Bytes.wrap(cipher.doFinal(secret));
    return new Salt(AuthValue.wrap(secret), encrypted);
  }

  private static Salt forEcc(ECPublicKey key, Bank nameAlg, String label, SecureRandom random)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(key.getParams(), random);
    KeyPair ephemeral = generator.generateKeyPair();
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(ephemeral.getPrivate());
    agreement.doPhase(key, true);
    byte[] z = agreement.generateSecret();
    int size = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    ECPublicKey point = (ECPublicKey) ephemeral.getPublic();
    Bytes x = padded(point.getW().getAffineX(), size);
    Bytes y = padded(point.getW().getAffineY(), size);
    byte[] secret =
        Kdf.kdfe(nameAlg, z, label, x, padded(key.getW().getAffineX(), size), 8 * nameAlg.size());
    Arrays.fill(z, (byte) 0);
    WireWriter out = new WireWriter();
    out.u16(size);
    out.bytes(x);
    out.u16(size);
    out.bytes(y);
    return new Salt(AuthValue.wrap(secret), out.toBytes());
  }

  private static Bytes padded(BigInteger number, int size) {
    byte[] signed = number.toByteArray();
    byte[] padded = new byte[size];
    int take = Math.min(signed.length, size);
    System.arraycopy(signed, signed.length - take, padded, size - take, take);
    return Bytes.wrap(padded);
  }
}
