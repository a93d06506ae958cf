package org.tssj.attest.ima.xattr;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * PKCS #7 SignedData as sign-file appends it to a kernel module, and as the template ima-modsig has
 * it in the field {@code modsig}. It signs the file without itself, whose digest is in the field
 * {@code d-modsig}; or attributes, and then the digest in that field is of those.
 *
 * @param hash of what is signed
 * @param signer whose certificate it names
 * @param attributes that are signed, in DER; empty if the file itself is
 * @param signature PKCS #1 v1.5 for RSA, DER for elliptic curves
 * @see "Linux, security/integrity/ima/ima_modsig.c; RFC 5652, 5.3 SignerInfo"
 */
public record ModuleSignature(
    KernelHash hash, Signer signer, Optional<Bytes> attributes, Bytes signature) {

  /** How the signer's certificate is named. */
  public sealed interface Signer {

    /** By its subject key identifier, as {@code sign-file -k} does. */
    record KeyIdentifier(Bytes identifier) implements Signer {}

    /**
     * By its number among those of its issuer.
     *
     * @param issuer the distinguished name in words
     * @param serial the number
     */
    record Certificate(String issuer, BigInteger serial) implements Signer {}
  }

  /**
   * Reads one.
   *
   * @throws WireException if it is none, has another number of signers than one, or is of a hash
   *     that is not known here
   */
  public static ModuleSignature read(Bytes pkcs7) {
    try {
      Collection<SignerInformation> signers =
          new CMSSignedData(pkcs7.toArray()).getSignerInfos().getSigners();
      // The kernel takes no other number: the digest would be of one of them, and nobody knew
      // whose.
      if (signers.size() != 1) {
        throw WireException.refused("must have one signer", 0, signers.size() + " of them");
      }
      SignerInformation info = signers.iterator().next();
      KernelHash hash =
          KernelHash.all().stream()
              .filter(each -> each.oid().equals(info.getDigestAlgOID()))
              .findFirst()
              .orElseThrow(
                  () -> WireException.refused("must be a known hash", 0, info.getDigestAlgOID()));
      return new ModuleSignature(
          hash,
          signer(info.getSID()),
          Optional.ofNullable(info.getEncodedSignedAttributes()).map(Bytes::of),
          Bytes.of(info.getSignature()));
    } catch (WireException e) {
      throw e;
    } catch (CMSException | IOException | RuntimeException e) {
      // Bouncy Castle answers malformed ASN.1 with whatever exception its constructors throw.
      WireException refused =
          WireException.refused("must be SignedData of PKCS #7", 0, String.valueOf(e.getMessage()));
      refused.initCause(e);
      throw refused;
    }
  }

  private static Signer signer(SignerId id) {
    return id.getSubjectKeyIdentifier() == null
        ? new Signer.Certificate(String.valueOf(id.getIssuer()), id.getSerialNumber())
        : new Signer.KeyIdentifier(Bytes.of(id.getSubjectKeyIdentifier()));
  }
}
