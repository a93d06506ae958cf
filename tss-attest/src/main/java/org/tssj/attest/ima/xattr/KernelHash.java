package org.tssj.attest.ima.xattr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.core.Bytes;

/**
 * hash_algo: a hash by the number that the Linux kernel gives it.
 *
 * @param number in attributes, 8 bits
 * @param name in measurement lists: {@code sha256}
 * @param size octets of a digest
 * @param javaName for {@link MessageDigest#getInstance(String)}
 * @param oid in signatures of RSA
 * @see "Linux, include/uapi/linux/hash_info.h"
 */
public record KernelHash(int number, String name, int size, String javaName, String oid) {

  /** MD5. */
  public static final KernelHash MD5 = new KernelHash(1, "md5", 16, "MD5", "1.2.840.113549.2.5");

  /** SHA-1. */
  public static final KernelHash SHA1 = new KernelHash(2, "sha1", 20, "SHA-1", "1.3.14.3.2.26");

  /** RIPEMD-160. */
  public static final KernelHash RMD160 =
      new KernelHash(3, "rmd160", 20, "RIPEMD160", "1.3.36.3.2.1");

  /** SHA-256. */
  public static final KernelHash SHA256 =
      new KernelHash(4, "sha256", 32, "SHA-256", "2.16.840.1.101.3.4.2.1");

  /** SHA-384. */
  public static final KernelHash SHA384 =
      new KernelHash(5, "sha384", 48, "SHA-384", "2.16.840.1.101.3.4.2.2");

  /** SHA-512. */
  public static final KernelHash SHA512 =
      new KernelHash(6, "sha512", 64, "SHA-512", "2.16.840.1.101.3.4.2.3");

  /** SHA-224. */
  public static final KernelHash SHA224 =
      new KernelHash(7, "sha224", 28, "SHA-224", "2.16.840.1.101.3.4.2.4");

  /** SM3. */
  public static final KernelHash SM3 = new KernelHash(17, "sm3", 32, "SM3", "1.2.156.10197.1.401");

  /** Streebog, 256 bits. */
  public static final KernelHash STREEBOG256 =
      new KernelHash(18, "streebog256", 32, "GOST3411-2012-256", "1.2.643.7.1.1.2.2");

  /** Streebog, 512 bits. */
  public static final KernelHash STREEBOG512 =
      new KernelHash(19, "streebog512", 64, "GOST3411-2012-512", "1.2.643.7.1.1.2.3");

  /** SHA3-256. */
  public static final KernelHash SHA3_256 =
      new KernelHash(20, "sha3-256", 32, "SHA3-256", "2.16.840.1.101.3.4.2.8");

  /** SHA3-384. */
  public static final KernelHash SHA3_384 =
      new KernelHash(21, "sha3-384", 48, "SHA3-384", "2.16.840.1.101.3.4.2.9");

  /** SHA3-512. */
  public static final KernelHash SHA3_512 =
      new KernelHash(22, "sha3-512", 64, "SHA3-512", "2.16.840.1.101.3.4.2.10");

  private static final List<KernelHash> ALL =
      List.of(
          MD5,
          SHA1,
          RMD160,
          SHA256,
          SHA384,
          SHA512,
          SHA224,
          SM3,
          STREEBOG256,
          STREEBOG512,
          SHA3_256,
          SHA3_384,
          SHA3_512);

  /** Every hash known here. */
  public static List<KernelHash> all() {
    return ALL;
  }

  /** The hash with this number. */
  public static Optional<KernelHash> of(int number) {
    return ALL.stream().filter(hash -> hash.number == number).findFirst();
  }

  /** The hash with this name; {@code sm3-256} is an older one of {@code sm3}. */
  public static Optional<KernelHash> named(String name) {
    String now = name.equals("sm3-256") ? "sm3" : name;
    return ALL.stream().filter(hash -> hash.name.equals(now)).findFirst();
  }

  /**
   * A fresh digest.
   *
   * @throws UnsupportedOperationException if no security provider has it
   */
  public MessageDigest digest() {
    try {
      return MessageDigest.getInstance(javaName);
    } catch (NoSuchAlgorithmException e) {
      try {
        return MessageDigest.getInstance(javaName, BouncyCastle.provider());
      } catch (NoSuchAlgorithmException none) {
        e.addSuppressed(none);
        throw new UnsupportedOperationException("no security provider has " + javaName, e);
      }
    }
  }

  /** The digest of the parts, one after the other. */
  public Bytes hash(Bytes... parts) {
    MessageDigest digest = digest();
    for (Bytes part : parts) {
      part.update(digest);
    }
    return Bytes.wrap(digest.digest());
  }

  /** DigestInfo of PKCS #1: the digest with the hash's name before it. */
  Bytes digestInfo(Bytes digest) {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
    try {
      return Bytes.wrap(new DigestInfo(algorithm, digest.toArray()).getEncoded("DER"));
    } catch (IOException e) {
      throw new UncheckedIOException("octets in memory can be written", e);
    }
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
