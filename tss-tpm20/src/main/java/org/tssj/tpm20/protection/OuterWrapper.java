package org.tssj.tpm20.protection;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Hmac;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.tpm20.engine.BouncyCastle;
import org.tssj.tpm20.engine.Kdf;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.IdObject;
import org.tssj.tpm20.structure.object.MlkemParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.object.RsaParms;

/**
 * Encryption and integrity of what is protected by a storage key: both keys come from one seed,
 * and the integrity covers the Name of the object it is about.
 *
 * @param hash the protector's nameAlg
 * @param cipher the protector's cipher
 * @see "TPM 2.0 Library, Part 1, 22.4 and 24.5"
 */
record OuterWrapper(Bank hash, SymDefObject.Block cipher) {

  private static final int BLOCK = 16;

  /**
   * The wrapper of a storage or endorsement key.
   *
   * @throws IllegalArgumentException if the key protects nothing: it has no cipher
   */
  static OuterWrapper of(Public protector) {
    Bank hash =
        protector
            .nameAlg()
            .hash()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the protecting key has the unknown nameAlg " + protector.nameAlg()));
    SymDefObject symmetric = cipherOf(protector.parameters());
    if (symmetric instanceof SymDefObject.Block block) {
      return new OuterWrapper(hash, block);
    }
    throw new IllegalArgumentException(
        "a key protects others if it is an RSA, ECC or ML-KEM storage key; this "
            + protector.type()
            + " key has no cipher");
  }

  private static SymDefObject cipherOf(PublicParms parms) {
    if (parms instanceof RsaParms rsa) {
      return rsa.symmetric();
    }
    if (parms instanceof EccParms ecc) {
      return ecc.symmetric();
    }
    return parms instanceof MlkemParms kem ? kem.symmetric() : SymDef.NULL;
  }

  /** HMAC, then the octets encrypted: TPMS_ID_OBJECT, or a duplicate. */
  Bytes wrap(AuthValue seed, Bytes name, byte[] plain) {
    Bytes encrypted = Bytes.wrap(crypt(Cipher.ENCRYPT_MODE, seed, name, plain));
    return IdObject.CODEC.encode(new IdObject(integrity(seed, name, encrypted), encrypted));
  }

  /**
   * The octets inside.
   *
   * @throws TpmAuthenticityException if the HMAC does not fit: another seed, Name or content
   * @throws org.tssj.core.wire.WireException if there is no HMAC
   */
  byte[] unwrap(String what, AuthValue seed, Bytes name, Bytes wrapped) {
    IdObject parts = IdObject.CODEC.decode(wrapped);
    if (!parts.integrityHmac().equals(integrity(seed, name, parts.encIdentity()))) {
      throw new TpmAuthenticityException(
          what, "its integrity value does not fit: another key, another object, or changed");
    }
    return crypt(Cipher.DECRYPT_MODE, seed, name, parts.encIdentity().toArray());
  }

  private Bytes integrity(AuthValue seed, Bytes name, Bytes encrypted) {
    byte[] key =
        seed.use(
            octets ->
                Kdf.kdfa(hash, octets, "INTEGRITY", Bytes.EMPTY, Bytes.EMPTY, 8 * hash.size()));
    try {
      return Hmac.keyed(hash, key).update(encrypted).update(name).finish();
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private byte[] crypt(int mode, AuthValue seed, Bytes name, byte[] octets) {
    byte[] key =
        seed.use(
            secret -> Kdf.kdfa(hash, secret, "STORAGE", name, Bytes.EMPTY, cipher.keyBits()));
    try {
      return crypt(mode, cipher, key, octets);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** CFB with an initial vector of zeros, as every protection here uses a key once. */
  static byte[] crypt(int mode, SymDefObject.Block cipher, byte[] key, byte[] octets) {
    if (!cipher.mode().equals(AlgorithmId.CFB)) {
      throw new IllegalArgumentException("keys protect others in CFB mode, not with " + cipher);
    }
    if (!cipher.algorithm().equals(AlgorithmId.AES)) {
      return BouncyCastle.with(
          "The cipher " + cipher.algorithm(),
          () -> CfbByBouncyCastle.crypt(mode == Cipher.ENCRYPT_MODE, cipher, key, octets));
    }
    try {
      Cipher aes = Cipher.getInstance("AES/CFB/NoPadding");
      aes.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
      return aes.doFinal(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("AES cannot be used with this key: " + e.getMessage(), e);
    }
  }
}
