package org.tssj.attest.ima.xattr;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Public keys, found by the identifier that signatures carry: what a kernel has in its keyring
 * {@code .ima}.
 *
 * @param keys by identifier, unsigned 32 bits
 */
public record ImaKeyring(Map<Long, PublicKey> keys) {

  /** No key. */
  public static final ImaKeyring EMPTY = new ImaKeyring(Map.of());

  public ImaKeyring {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }

  /** How a signature, a digest and the keys agree. */
  public enum Check {
    /** One of the keys signed this digest. */
    VALID,
    /** The key that is named did not sign this digest. */
    INVALID,
    /** No key has the identifier. */
    KEY_UNKNOWN,
    /**
     * The signature is of version 1, of a hash or key not known here, or of another hash's digest.
     */
    NOT_CHECKABLE
  }

  /** With one more key, under the identifier that the kernel computes from it. */
  public ImaKeyring with(PublicKey key) {
    return with(keyId(key), key);
  }

  /**
   * With the key of one more certificate, under the identifier that the certificate gives it.
   *
   * @param certificate X.509 in DER, as the kernel loads it
   * @throws WireException if it is none, or its key is of no known algorithm
   */
  public ImaKeyring withCertificate(Bytes certificate) {
    try {
      X509CertificateHolder holder = new X509CertificateHolder(certificate.toArray());
      PublicKey key = converter().getPublicKey(holder.getSubjectPublicKeyInfo());
      Extension identifier = holder.getExtension(Extension.subjectKeyIdentifier);
      return identifier == null
          ? with(key)
          : with(
              last4(
                  Bytes.of(
                      SubjectKeyIdentifier.getInstance(identifier.getParsedValue())
                          .getKeyIdentifier())),
              key);
    } catch (IOException | RuntimeException e) {
      throw refused("must be a certificate", e);
    }
  }

  /**
   * With the keys of a file: a certificate in DER, or any number of certificates and public keys in
   * PEM.
   *
   * @throws WireException if there is none in it
   */
  public ImaKeyring withFile(Bytes content) {
    if (!content.isEmpty() && content.get(0) == 0x30) {
      return withCertificate(content);
    }
    ImaKeyring all = this;
    String text = new String(content.toArray(), StandardCharsets.ISO_8859_1);
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
        if (found instanceof X509CertificateHolder certificate) {
          all = all.withCertificate(Bytes.wrap(certificate.getEncoded()));
        } else if (found instanceof SubjectPublicKeyInfo key) {
          all = all.with(converter().getPublicKey(key));
        }
      }
    } catch (WireException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw refused("must be certificates or public keys in PEM", e);
    }
    if (all.keys.size() == keys.size()) {
      throw WireException.refused(
          "must be a certificate in DER, or certificates or public keys in PEM", 0, "no new key");
    }
    return all;
  }

  private static JcaPEMKeyConverter converter() {
    return new JcaPEMKeyConverter().setProvider(BouncyCastle.provider());
  }

  // Bouncy Castle answers malformed ASN.1 with whatever exception its constructors throw.
  private static WireException refused(String rule, Exception cause) {
    WireException refused = WireException.refused(rule, 0, String.valueOf(cause.getMessage()));
    refused.initCause(cause);
    return refused;
  }

  /** With a key under an identifier that somebody chose, as {@code evmctl --keyid} does. */
  public ImaKeyring with(long keyId, PublicKey key) {
    Map<Long, PublicKey> more = new LinkedHashMap<>(keys);
    more.put(keyId, key);
    return new ImaKeyring(more);
  }

  /**
   * The identifier of a key without a certificate, or with one that gives it none: the last 4
   * octets of SHA-1 over the public key as certificates hold it.
   */
  public static long keyId(PublicKey key) {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
    return last4(Bank.SHA1.hash(Bytes.of(info.getPublicKeyData().getOctets())));
  }

  private static long last4(Bytes identifier) {
    long id = 0;
    for (int i = Math.max(0, identifier.length() - 4); i < identifier.length(); i++) {
      id = id << 8 | identifier.get(i);
    }
    return id;
  }

  /**
   * Checks security.ima of a file.
   *
   * @param attribute with a signature
   * @param hash the hash of the digest
   * @param digest of the file's contents, or of fs-verity where the signature is of that
   */
  public Check check(SecurityIma attribute, KernelHash hash, Bytes digest) {
    if (attribute instanceof SecurityIma.Signed signed) {
      return check(signed.type(), signed.signature(), hash, digest);
    }
    if (attribute instanceof SecurityIma.VeritySigned signed) {
      return check(signed.type(), signed.signature(), hash, digest);
    }
    return Check.NOT_CHECKABLE;
  }

  /**
   * Checks the signature that is appended to a kernel module or another file.
   *
   * @param hash the hash of the digest
   * @param digest of the file without the signature, or of the signed attributes: what {@code
   *     d-modsig} of a measurement list has
   */
  public Check check(ModuleSignature module, KernelHash hash, Bytes digest) {
    if (!module.hash().equals(hash) || digest.length() != hash.size()) {
      return Check.NOT_CHECKABLE;
    }
    if (module.attributes().filter(each -> !hash.hash(each).equals(digest)).isPresent()) {
      return Check.INVALID;
    }
    if (module.signer() instanceof ModuleSignature.Signer.KeyIdentifier named) {
      return Optional.ofNullable(keys.get(last4(named.identifier())))
          .map(key -> check(key, module.signature(), hash, digest))
          .orElse(Check.KEY_UNKNOWN);
    }
    // Keys are kept without issuer and number, so each of them may be the one.
    return keys.values().stream()
            .anyMatch(key -> check(key, module.signature(), hash, digest) == Check.VALID)
        ? Check.VALID
        : Check.KEY_UNKNOWN;
  }

  /** Checks security.evm of a file, if it is a portable signature. */
  public Check checkPortable(SecurityIma attribute, EvmMetadata metadata) {
    return checkPortable(attribute, metadata, ByteOrder.LITTLE_ENDIAN);
  }

  /** Checks security.evm of a file, made on a machine of this byte order. */
  public Check checkPortable(SecurityIma attribute, EvmMetadata metadata, ByteOrder order) {
    if (attribute instanceof SecurityIma.Portable portable
        && portable.signature() instanceof FileSignature.V2 signature
        && signature.version() == 2
        && signature.hash().isPresent()) {
      KernelHash hash = signature.hash().get();
      return check(signature, hash, metadata.digest(hash, order));
    }
    return Check.NOT_CHECKABLE;
  }

  private Check check(int type, FileSignature any, KernelHash hash, Bytes digest) {
    if (!(any instanceof FileSignature.V2 signature)
        || signature.hashNumber() != hash.number()
        || digest.length() != hash.size()) {
      return Check.NOT_CHECKABLE;
    }
    return check(
        signature, hash, signature.version() == 3 ? digestOfVersion3(type, hash, digest) : digest);
  }

  /** ima_file_id: what version 3 signs. */
  static Bytes digestOfVersion3(int type, KernelHash hash, Bytes digest) {
    return hash.hash(Bytes.of((byte) type, (byte) hash.number()), digest);
  }

  private Check check(FileSignature.V2 signature, KernelHash hash, Bytes signed) {
    Optional<PublicKey> key = Optional.ofNullable(keys.get(signature.keyId()));
    return key.isEmpty()
        ? Check.KEY_UNKNOWN
        : check(key.get(), signature.signature(), hash, signed);
  }

  private static Check check(PublicKey key, Bytes signature, KernelHash hash, Bytes signed) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa(rsa, signature, hash.digestInfo(signed));
    }
    if (key instanceof ECPublicKey) {
      return ecdsa(key, signature, signed);
    }
    return Check.NOT_CHECKABLE;
  }

  // RFC 8017, 8.2.2: what the signature opens to is compared with the one encoding that is right,
  // so that no padding is ever parsed.
  private static Check rsa(RSAPublicKey key, Bytes signature, Bytes digestInfo) {
    int size = (key.getModulus().bitLength() + 7) / 8;
    BigInteger number = new BigInteger(1, signature.toArray());
    if (signature.length() != size
        || number.compareTo(key.getModulus()) >= 0
        || digestInfo.length() + 11 > size) {
      return Check.INVALID;
    }
    byte[] expected = new byte[size];
    Arrays.fill(expected, (byte) 0xff);
    expected[0] = 0;
    expected[1] = 1;
    expected[size - digestInfo.length() - 1] = 0;
    digestInfo.copyTo(expected, size - digestInfo.length());
    BigInteger opened = number.modPow(key.getPublicExponent(), key.getModulus());
    return opened.equals(new BigInteger(1, expected)) ? Check.VALID : Check.INVALID;
  }

  private static Check ecdsa(PublicKey key, Bytes signature, Bytes digest) {
    try {
      Signature ecdsa = Signature.getInstance("NONEwithECDSA", BouncyCastle.provider());
      ecdsa.initVerify(key);
      ecdsa.update(digest.toBuffer());
      return ecdsa.verify(signature.toArray()) ? Check.VALID : Check.INVALID;
    } catch (java.security.InvalidKeyException e) {
      return Check.NOT_CHECKABLE;
    } catch (GeneralSecurityException e) {
      // Providers say so of octets that could be no signature.
      return Check.INVALID;
    }
  }
}
