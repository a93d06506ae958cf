package org.tssj.attest.asn1;

import java.io.IOException;
import java.io.OutputStream;
import java.security.PublicKey;
import java.util.Map;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.tssj.attest.crypto.BouncyCastle;
import org.tssj.core.Bytes;
import org.tssj.core.wire.DerHeader;
import org.tssj.core.wire.WireException;

/**
 * SIGNED: what certificates, revocation lists, attribute certificates and requests have in common.
 * The signature is checked over the very octets that came, never over what would be written: some
 * TPMs have certificates that are not quite DER.
 *
 * @param signed the octets that the signature is over
 * @param algorithm with its parameters
 * @param signature its octets
 * @see "RFC 5280, 4.1.1"
 */
public record SignedOctets(Bytes signed, AlgorithmIdentifier algorithm, Bytes signature) {

  private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS =
      Map.ofEntries(
          Map.entry(PKCSObjectIdentifiers.sha1WithRSAEncryption, "sha1WithRSA"),
          Map.entry(PKCSObjectIdentifiers.sha256WithRSAEncryption, "sha256WithRSA"),
          Map.entry(PKCSObjectIdentifiers.sha384WithRSAEncryption, "sha384WithRSA"),
          Map.entry(PKCSObjectIdentifiers.sha512WithRSAEncryption, "sha512WithRSA"),
          Map.entry(PKCSObjectIdentifiers.id_RSASSA_PSS, "rsassaPss"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA1, "ecdsaWithSha1"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA256, "ecdsaWithSha256"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA384, "ecdsaWithSha384"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA512, "ecdsaWithSha512"),
          Map.entry(new ASN1ObjectIdentifier("1.2.156.10197.1.501"), "sm2WithSm3"),
          Map.entry(NISTObjectIdentifiers.id_ml_dsa_44, "mlDsa44"),
          Map.entry(NISTObjectIdentifiers.id_ml_dsa_65, "mlDsa65"),
          Map.entry(NISTObjectIdentifiers.id_ml_dsa_87, "mlDsa87"));

  /**
   * Takes the three parts from each other.
   *
   * @throws WireException if there are not three, or something is wrong with their nesting
   */
  public static SignedOctets read(Bytes der) {
    DerShape.check(der);
    DerHeader whole = DerHeader.read(der, 0, der.length());
    DerHeader signed = DerHeader.read(der, whole.content(), whole.end());
    DerHeader algorithm = DerHeader.read(der, signed.end(), whole.end());
    DerHeader signature = DerHeader.read(der, algorithm.end(), whole.end());
    if (whole.tag() != DerHeader.SEQUENCE || signature.end() != whole.end()) {
      throw WireException.refused(
          "must be a SEQUENCE of content, algorithm and signature", 0, der.length() + " bytes");
    }
    return new SignedOctets(
        der.slice(whole.content(), signed.end()),
        Asn1.read(
            "AlgorithmIdentifier",
            der.slice(signed.end(), algorithm.end()),
            AlgorithmIdentifier::getInstance),
        Asn1.read(
            "signature",
            der.slice(algorithm.end(), signature.end()),
            bits -> Bytes.of(ASN1BitString.getInstance(bits).getOctets())));
  }

  /** The algorithm's name, as in {@code sha256WithRSA}; its number where it is not known here. */
  public String algorithmName() {
    String number = algorithm.getAlgorithm().getId();
    return ALGORITHMS.getOrDefault(algorithm.getAlgorithm(), number);
  }

  /** Whether it rests on SHA-1, for which collisions can be made. */
  public boolean usesSha1() {
    return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.sha1WithRSAEncryption)
        || algorithm.getAlgorithm().equals(X9ObjectIdentifiers.ecdsa_with_SHA1);
  }

  /** Whether its algorithm is one of those checked here; MD2 and MD5 are none of them. */
  public boolean isSupported() {
    return ALGORITHMS.containsKey(algorithm.getAlgorithm());
  }

  /**
   * Whether the signature is this key's, over exactly these octets; false too for one that is not
   * supported.
   */
  public boolean isBy(PublicKey key) {
    if (!isSupported()) {
      return false;
    }
    try {
      ContentVerifier verifier =
          new JcaContentVerifierProviderBuilder()
              .setProvider(BouncyCastle.provider())
              .build(key)
              .get(algorithm);
      try (OutputStream out = verifier.getOutputStream()) {
        signed.writeTo(out);
      }
      return verifier.verify(signature.toArray());
    } catch (OperatorCreationException | IOException | RuntimeException e) {
      // A key of another kind than the algorithm's, parameters that are none, a signature that
      // could be nobody's: whatever the provider says of them, the signature is not this key's.
      return false;
    }
  }
}
