package org.tssj.tpm12.migration;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.engine.Mgf1;
import org.tssj.tpm12.structure.key.MigrateAsymkey;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.StoreAsymkey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.storage.PayloadType;

/**
 * A key that travels by TPM_MS_MIGRATE: TPM_CreateMigrationBlob makes one, TPM_ConvertMigrationBlob
 * takes one. Both can also be done here: by a migration authority or a back-up that is software,
 * and by software that hands a key of its own to a TPM.
 *
 * <p>The two parts are to go different ways: neither alone says anything about the key.
 *
 * @param random what the key was XORed with
 * @param outData the key, encrypted for its destination
 * @see "TPM 1.2 Main, Part 3, 11.1 TPM_CreateMigrationBlob"
 */
public record MigratingKey(AuthValue random, Bytes outData) {

  /** Octets of the encoded key, whatever the key's size; a storage key of 2048 bits needs all. */
  private static final int ENCODED = 198;

  private static final int SEED = 20;

  /**
   * Sends a key off.
   *
   * @param key its private part
   * @param destination the storage key it is for
   * @throws IllegalArgumentException if the key is longer than 2048 bits
   */
  public static MigratingKey of(StoreAsymkey key, PubKey destination, SecureRandom source) {
    byte[] encoded = encode(key);
    byte[] pad = new byte[encoded.length];
    source.nextBytes(pad);
    for (int k = 0; k < encoded.length; k++) {
      encoded[k] ^= pad[k];
    }
    try (AuthValue message = AuthValue.wrap(encoded)) {
      return new MigratingKey(AuthValue.wrap(pad), destination.encrypt(message));
    }
  }

  /**
   * Receives it in software.
   *
   * @param destination the private part of the key it was encrypted for
   * @throws WireException if it was not made for this destination, or is damaged
   */
  public StoreAsymkey open(PrivateKey destination) {
    byte[] encoded = decrypt(destination);
    try {
      if (encoded.length != random.length()) {
        throw refused("must be as long as what it was XORed with", encoded.length);
      }
      random.use(
          pad -> {
            for (int k = 0; k < encoded.length; k++) {
              encoded[k] ^= pad[k];
            }
            return encoded;
          });
      return decode(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private byte[] decrypt(PrivateKey destination) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.DECRYPT_MODE, destination, PubKey.oaep());
      return cipher.doFinal(outData.toArray());
    } catch (GeneralSecurityException e) {
      throw refused("must be encrypted for this key: " + e.getMessage(), outData.length());
    }
  }

  private static WireException refused(String rule, int found) {
    return WireException.refused(rule, 0, found + " bytes").within("outData");
  }

  /** OAEP, with the first octets of the prime as seed and the migration secret as pHash. */
  private static byte[] encode(StoreAsymkey key) {
    WireWriter prime = new WireWriter();
    prime.u32(key.privKey().length());
    prime.secret(key.privKey());
    byte[] halves = prime.toArray();
    prime.wipe();
    byte[] seed = Arrays.copyOf(halves, SEED);
    byte[] rest = Arrays.copyOfRange(halves, SEED, halves.length);
    Arrays.fill(halves, (byte) 0);
    WireWriter message = new WireWriter();
    try (AuthValue partPrivKey = AuthValue.wrap(rest)) {
      MigrateAsymkey.CODEC.write(
          new MigrateAsymkey(
              PayloadType.MIGRATE, key.usageAuth(), key.pubDataDigest(), partPrivKey),
          message);
    }
    int room = ENCODED - SEED - Bank.SHA1.size() - 1;
    if (message.size() > room) {
      throw new IllegalArgumentException(
          "a key of " + 16 * key.privKey().length() + " bits does not fit; 2048 do");
    }
    byte[] block = new byte[ENCODED - SEED];
    key.migrationAuth().copyTo(block, 0);
    byte[] octets = message.toArray();
    message.wipe();
    block[block.length - octets.length - 1] = 1;
    System.arraycopy(octets, 0, block, block.length - octets.length, octets.length);
    Arrays.fill(octets, (byte) 0);
    Mgf1.xor(block, 0, Mgf1.mask(block.length, seed));
    Mgf1.xor(seed, 0, Mgf1.mask(SEED, block));
    byte[] encoded = Arrays.copyOf(seed, ENCODED);
    System.arraycopy(block, 0, encoded, SEED, block.length);
    return encoded;
  }

  private static StoreAsymkey decode(byte[] encoded) {
    if (encoded.length < 2 * SEED + 1) {
      throw refused("must have a seed and a digest", encoded.length);
    }
    byte[] seed = Arrays.copyOf(encoded, SEED);
    byte[] block = Arrays.copyOfRange(encoded, SEED, encoded.length);
    Mgf1.xor(seed, 0, Mgf1.mask(SEED, block));
    Mgf1.xor(block, 0, Mgf1.mask(block.length, seed));
    int start = Bank.SHA1.size();
    while (start < block.length && block[start] == 0) {
      start++;
    }
    if (start == block.length || block[start] != 1) {
      throw refused("must be the OAEP encoding of a key", encoded.length);
    }
    start++;
    try {
      MigrateAsymkey inside =
          MigrateAsymkey.CODEC.decode(WireReader.part(block, start, block.length - start));
      if (!inside.payload().equals(PayloadType.MIGRATE)
          && !inside.payload().equals(PayloadType.CMK_MIGRATE)) {
        throw WireException.refused(
            "must be TPM_PT_MIGRATE or TPM_PT_CMK_MIGRATE", 0, inside.payload().toString());
      }
      return key(inside, seed, AuthValue.of(block, 0, Bank.SHA1.size()));
    } finally {
      Arrays.fill(block, (byte) 0);
      Arrays.fill(seed, (byte) 0);
    }
  }

  private static StoreAsymkey key(MigrateAsymkey inside, byte[] seed, AuthValue migrationAuth) {
    int length = WireReader.part(seed, 0, Integer.BYTES).bits32();
    byte[] prime = new byte[SEED - Integer.BYTES + inside.partPrivKey().length()];
    if (length != prime.length) {
      throw WireException.refused(
          "must be the length of the prime, " + prime.length, 0, Integer.toString(length));
    }
    System.arraycopy(seed, Integer.BYTES, prime, 0, SEED - Integer.BYTES);
    inside.partPrivKey().copyTo(prime, SEED - Integer.BYTES);
    return new StoreAsymkey(
        inside.payload().equals(PayloadType.MIGRATE)
            ? PayloadType.ASYM
            : PayloadType.MIGRATE_EXTERNAL,
        inside.usageAuth(),
        migrationAuth,
        inside.pubDataDigest(),
        AuthValue.wrap(prime));
  }

  /**
   * A private part as a key for JCA.
   *
   * @param key the key's public part
   * @param inside its private part
   * @throws IllegalArgumentException if the two do not belong together
   */
  public static RSAPrivateCrtKey toRsaPrivateKey(TpmKey key, StoreAsymkey inside) {
    BigInteger modulus = new BigInteger(1, key.pubKey().toArray());
    BigInteger exponent = key.algorithmParms().rsa().publicExponent();
    BigInteger p = inside.privKey().use(octets -> new BigInteger(1, octets));
    BigInteger[] q = p.signum() == 0 ? new BigInteger[] {p, p} : modulus.divideAndRemainder(p);
    if (p.signum() == 0 || q[1].signum() != 0) {
      throw new IllegalArgumentException("the private part is not that of this key");
    }
    BigInteger pLess = p.subtract(BigInteger.ONE);
    BigInteger qLess = q[0].subtract(BigInteger.ONE);
    BigInteger d = exponent.modInverse(pLess.multiply(qLess));
    try {
      return (RSAPrivateCrtKey)
          KeyFactory.getInstance("RSA")
              .generatePrivate(
                  new RSAPrivateCrtKeySpec(
                      modulus,
                      exponent,
                      d,
                      p,
                      q[0],
                      d.mod(pLess),
                      d.mod(qLess),
                      q[0].modInverse(p)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no RSA private key: " + e.getMessage(), e);
    }
  }
}
