package org.tssj.attest.ima.xattr;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Locale;
import javax.crypto.Cipher;
import org.tssj.core.Bytes;

/**
 * Signs files for the builder of an image: makes the values of security.ima and security.evm.
 *
 * @param key RSA or elliptic curve; may lie in a token
 * @param keyId by which the kernel finds the public key: {@link ImaKeyring#keyId}
 */
public record ImaSigner(PrivateKey key, long keyId) {

  /** {@code security.ima} with a signature of a file's digest, version 2. */
  public SecurityIma sign(KernelHash hash, Bytes digest) {
    return new SecurityIma.Signed(v2(2, hash, digest));
  }

  /** {@code security.ima} with a signature of a file's digest of fs-verity, version 3. */
  public SecurityIma signVerity(KernelHash hash, Bytes digest) {
    return new SecurityIma.VeritySigned(
        v2(3, hash, ImaKeyring.digestOfVersion3(SIGNED_VERITY, hash, digest)));
  }

  /** {@code security.evm} with a portable signature of a file's attributes and owner. */
  public SecurityIma signPortable(KernelHash hash, EvmMetadata metadata) {
    return new SecurityIma.Portable(v2(2, hash, metadata.digest(hash)));
  }

  private static final int SIGNED_VERITY = 0x06;

  private FileSignature.V2 v2(int version, KernelHash hash, Bytes digest) {
    if (digest.length() != hash.size()) {
      throw new IllegalArgumentException(
          "a digest of " + hash + " has " + hash.size() + " bytes, this one " + digest.length());
    }
    return new FileSignature.V2(version, hash.number(), keyId, signature(hash, digest));
  }

  private Bytes signature(KernelHash hash, Bytes digest) {
    String algorithm = key.getAlgorithm().toUpperCase(Locale.ROOT);
    try {
      if (algorithm.equals("RSA")) {
        Cipher padding = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        padding.init(Cipher.ENCRYPT_MODE, key);
        return Bytes.wrap(padding.doFinal(hash.digestInfo(digest).toArray()));
      }
      if (algorithm.equals("EC")) {
        Signature ecdsa = Signature.getInstance("NONEwithECDSA");
        ecdsa.initSign(key);
        // Of a buffer the JDK takes 63 octets, of an array 64.
        ecdsa.update(digest.toArray());
        return Bytes.wrap(ecdsa.sign());
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key cannot sign: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("a key must be RSA or EC, not " + key.getAlgorithm());
  }
}
