package org.tssj.attest.file;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.object.Signature;

/**
 * The signature of a quote of a TPM 2.0, as tools write it, told apart by length and first octets:
 * TPMT_SIGNATURE ({@code tpm2_quote -f tss}), the octets of an RSA signature, or r and s of an
 * elliptic-curve signature in DER ({@code tpm2_quote -f plain}) or end to end.
 *
 * <p>What a signature without TPMT_SIGNATURE does not say, its scheme and hash, is taken from the
 * key, from the signature's own padding and from the length of the quoted digest. A wrong guess
 * cannot verify.
 */
public final class SignatureFile {

  private static final Map<String, Bank> HASH_OIDS =
      Map.of(
          "1.3.14.3.2.26", Bank.SHA1,
          "2.16.840.1.101.3.4.2.1", Bank.SHA256,
          "2.16.840.1.101.3.4.2.2", Bank.SHA384,
          "2.16.840.1.101.3.4.2.3", Bank.SHA512,
          "2.16.840.1.101.3.4.2.8", Bank.SHA3_256,
          "2.16.840.1.101.3.4.2.9", Bank.SHA3_384,
          "2.16.840.1.101.3.4.2.10", Bank.SHA3_512,
          "1.2.156.10197.1.401", Bank.SM3_256);

  private SignatureFile() {}

  /**
   * Reads a signature.
   *
   * @param content the file
   * @param key the key it is said to be of
   * @param message the TPMS_ATTEST it is said to be over
   * @return TPMT_SIGNATURE, octet by octet
   * @throws WireException if the content is of no form known here that fits the key
   */
  public static Bytes read(Bytes content, AttestationPublicKey key, Bytes message) {
    Optional<Bytes> read = tpmtSignature(content);
    if (read.isEmpty()) {
      read = octets(content, key, message);
    }
    return read.orElseThrow(
        () ->
            WireException.refused(
                    "must be TPMT_SIGNATURE, or r and s or as many octets as the key's modulus has",
                    0,
                    content.length() + " other bytes")
                .within("signature"));
  }

  private static Optional<Bytes> tpmtSignature(Bytes content) {
    try {
      return Optional.of(Signature.CODEC.encode(Signature.CODEC.decode(content)));
    } catch (WireException e) {
      return Optional.empty();
    }
  }

  private static Optional<Bytes> octets(Bytes content, AttestationPublicKey key, Bytes message) {
    try {
      PublicKey publicKey = key.publicKey();
      if (publicKey instanceof RSAPublicKey rsa) {
        return rsa(content, rsa, key, message);
      }
      return publicKey instanceof ECPublicKey ec
          ? ecc(content, ec, key, message)
          : Optional.empty();
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      // The key is none, which its own check will say.
      return Optional.empty();
    }
  }

  private static Optional<Bytes> rsa(
      Bytes content, RSAPublicKey rsa, AttestationPublicKey key, Bytes message) {
    if (content.length() != (rsa.getModulus().bitLength() + 7) / 8) {
      return Optional.empty();
    }
    Scheme.Hashed scheme =
        schemeOf(key)
            .or(() -> padding(content, rsa))
            .orElseGet(() -> new Scheme.Hashed(AlgorithmId.RSAPSS, hash(message)));
    return Optional.of(
        Signature.CODEC.encode(new Signature.Rsa(scheme.scheme(), scheme.hashAlg(), content)));
  }

  // What the signature opens to: 00 01 ff .. ff 00 and a DigestInfo, or something masked.
  private static Optional<Scheme.Hashed> padding(Bytes content, RSAPublicKey rsa) {
    BigInteger opened =
        new BigInteger(1, content.toArray()).modPow(rsa.getPublicExponent(), rsa.getModulus());
    byte[] octets = opened.toByteArray();
    int at = 0;
    while (at < octets.length && octets[at] != 0) {
      at++;
    }
    if (octets.length < 2 || octets[0] != 1 || octets[1] != -1 || at >= octets.length) {
      return Optional.empty();
    }
    try {
      DigestInfo info =
          DigestInfo.getInstance(Bytes.of(octets, at + 1, octets.length - at - 1).toArray());
      return Optional.ofNullable(HASH_OIDS.get(info.getAlgorithmId().getAlgorithm().getId()))
          .map(bank -> new Scheme.Hashed(AlgorithmId.RSASSA, AlgorithmId.of(bank)));
    } catch (RuntimeException e) {
      // Bouncy Castle answers malformed ASN.1 with whatever exception its constructors throw.
      return Optional.empty();
    }
  }

  private static Optional<Bytes> ecc(
      Bytes content, ECPublicKey ec, AttestationPublicKey key, Bytes message) {
    int size = (ec.getParams().getOrder().bitLength() + 7) / 8;
    Bytes r;
    Bytes s;
    if (content.length() == 2 * size) {
      r = content.slice(0, size);
      s = content.slice(size, 2 * size);
    } else {
      try {
        ASN1Sequence numbers = ASN1Sequence.getInstance(content.toArray());
        r = unsigned(ASN1Integer.getInstance(numbers.getObjectAt(0)).getPositiveValue());
        s = unsigned(ASN1Integer.getInstance(numbers.getObjectAt(1)).getPositiveValue());
        if (numbers.size() != 2) {
          return Optional.empty();
        }
      } catch (RuntimeException e) {
        return Optional.empty();
      }
    }
    if (r.length() > size || s.length() > size) {
      return Optional.empty();
    }
    Scheme.Hashed scheme =
        schemeOf(key).orElseGet(() -> new Scheme.Hashed(AlgorithmId.ECDSA, hash(message)));
    return Optional.of(
        Signature.CODEC.encode(new Signature.Ecc(scheme.scheme(), scheme.hashAlg(), r, s)));
  }

  private static Bytes unsigned(BigInteger number) {
    byte[] octets = number.toByteArray();
    return octets.length > 1 && octets[0] == 0
        ? Bytes.of(octets, 1, octets.length - 1)
        : Bytes.of(octets);
  }

  private static Optional<Scheme.Hashed> schemeOf(AttestationPublicKey key) {
    return key instanceof AttestationPublicKey.Tpm20 tpm20 ? tpm20.scheme() : Optional.empty();
  }

  // The quoted digest is made with the hash of the signature.
  private static AlgorithmId hash(Bytes message) {
    int size = 0;
    try {
      if (Attest.CODEC.decode(message).attested() instanceof Attested.Quote quote) {
        size = quote.pcrDigest().length();
      }
    } catch (WireException e) {
      size = 0;
    }
    for (Bank bank : Bank.all()) {
      if (bank.size() == size) {
        return AlgorithmId.of(bank);
      }
    }
    return AlgorithmId.SHA256;
  }
}
