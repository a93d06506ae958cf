package org.tssj.attest.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.tssj.attest.crypto.SubjectKeys;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.TssBlob;
import org.tssj.tpm20.structure.object.Public;

/**
 * The public part of an attestation key, as tools write it, told apart by content:
 *
 * <ul>
 *   <li>PEM: a public key ({@code PUBLIC KEY}, {@code RSA PUBLIC KEY}) or a certificate;
 *   <li>DER: SubjectPublicKeyInfo or a certificate;
 *   <li>TPM 2.0: TPM2B_PUBLIC ({@code tpm2_createak -f tss}) or TPMT_PUBLIC;
 *   <li>TPM 1.2: TSS blobs in DER, also with the padded length that trousers writes ({@code
 *       tpm_mkaik}), TPM_PUBKEY, and TPM_KEY or TPM_KEY12.
 * </ul>
 */
public final class AttestationPublicKeyFile {

  private static final int TPM_ALG_RSA_OF_12 = 1;
  private static final int VERSION_1_1 = 0x0101;
  private static final int TAG_KEY12 = 0x0028;

  private AttestationPublicKeyFile() {}

  /**
   * Reads a key.
   *
   * @throws WireException if the content is of no form known here, or of one but broken
   */
  public static AttestationPublicKey read(Bytes content) {
    try {
      return told(content);
    } catch (WireException e) {
      throw e.within("attestation key");
    }
  }

  /**
   * A key of which nothing is known but its numbers.
   *
   * @param info SubjectPublicKeyInfo in DER
   * @throws WireException if it is none, or of an algorithm that is not known here
   */
  public static AttestationPublicKey plain(Bytes info) {
    try {
      return new AttestationPublicKey.Plain(
          SubjectKeys.read(SubjectPublicKeyInfo.getInstance(info.toArray())));
    } catch (WireException e) {
      throw e.within("SubjectPublicKeyInfo");
    } catch (RuntimeException e) {
      // Bouncy Castle answers malformed ASN.1 with whatever exception its constructors throw.
      throw refused("must be SubjectPublicKeyInfo in DER", e);
    }
  }

  /**
   * The key that a certificate is of. The certificate is not judged, and nothing in it but the key
   * has to be well-formed.
   *
   * @param certificate X.509 in DER
   * @throws WireException if it is none, or the key of an algorithm that is not known here
   */
  public static AttestationPublicKey certified(Bytes certificate) {
    try {
      return new AttestationPublicKey.Plain(
          SubjectKeys.read(
              Certificate.getInstance(certificate.toArray()).getSubjectPublicKeyInfo()));
    } catch (WireException e) {
      throw e.within("certificate");
    } catch (RuntimeException e) {
      // Bouncy Castle answers malformed ASN.1 with whatever exception its constructors throw.
      throw refused("must be a certificate in DER", e);
    }
  }

  /** A key of a TPM 1.2 as the TSS blob in DER that tpm-quote-tools read. */
  public static Bytes tssBlob(PubKey key) {
    return TssBlob.of(key).write();
  }

  private static AttestationPublicKey told(Bytes content) {
    if (content.length() < 4) {
      throw WireException.refused("must hold a key", 0, content.length() + " bytes");
    }
    int first = content.get(0) << 8 | content.get(1);
    int second = content.get(2) << 8 | content.get(3);
    if (startsLikeText(content)) {
      return new AttestationPublicKey.Plain(pem(content));
    }
    if (TssBlob.looksLike(content)) {
      return blob(TssBlob.read(content));
    }
    if (first == content.length() - 2) {
      return new AttestationPublicKey.Tpm20(Public.SIZED_CODEC.decode(content));
    }
    if (content.get(0) == 0x30) {
      return new AttestationPublicKey.Plain(der(content));
    }
    if (first == 0 && second == TPM_ALG_RSA_OF_12) {
      return pubKey(content);
    }
    if (first == VERSION_1_1 || first == TAG_KEY12) {
      return AttestationPublicKey.Tpm12.of(TpmKey.CODEC.decode(content));
    }
    return new AttestationPublicKey.Tpm20(Public.CODEC.decode(content));
  }

  private static AttestationPublicKey blob(TssBlob blob) {
    return switch (blob.type()) {
      case TssBlob.PUBKEY -> pubKey(blob.blob());
      case TssBlob.KEY -> AttestationPublicKey.Tpm12.of(TpmKey.CODEC.decode(blob.blob()));
      default ->
          throw WireException.refused(
                  "must be 1 (a key) or 2 (a public key)", 0, Integer.toString(blob.type()))
              .within("blobType")
              .within("TSS blob");
    };
  }

  private static AttestationPublicKey pubKey(Bytes octets) {
    return new AttestationPublicKey.Tpm12(PubKey.CODEC.decode(octets), Optional.empty());
  }

  private static boolean startsLikeText(Bytes content) {
    // Text may come before the first boundary: openssl prints certificates so.
    for (int i = 0; i < Math.min(content.length(), 64); i++) {
      int octet = content.get(i);
      if (octet > 0x7e || octet < 0x20 && octet != '\n' && octet != '\r' && octet != '\t') {
        return false;
      }
    }
    return true;
  }

  private static PublicKey pem(Bytes content) {
    String text = new String(content.toArray(), StandardCharsets.ISO_8859_1);
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      Object found = parser.readObject();
      if (found instanceof SubjectPublicKeyInfo info) {
        return SubjectKeys.read(info);
      }
      if (found instanceof X509CertificateHolder certificate) {
        return SubjectKeys.read(certificate.getSubjectPublicKeyInfo());
      }
      throw WireException.refused(
          "must be a public key or a certificate in PEM",
          0,
          found == null ? "text without a PEM boundary" : found.getClass().getSimpleName());
    } catch (WireException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle answers malformed ASN.1 with whatever exception its constructors throw.
      throw refused("must be a public key or a certificate in PEM", e);
    }
  }

  private static PublicKey der(Bytes content) {
    try {
      return SubjectKeys.read(SubjectPublicKeyInfo.getInstance(content.toArray()));
    } catch (WireException e) {
      throw e;
    } catch (RuntimeException notAPublicKey) {
      try {
        return SubjectKeys.read(
            new X509CertificateHolder(content.toArray()).getSubjectPublicKeyInfo());
      } catch (WireException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        e.addSuppressed(notAPublicKey);
        throw refused("must be a public key or a certificate in DER", e);
      }
    }
  }

  private static WireException refused(String rule, Exception cause) {
    WireException refused = WireException.refused(rule, 0, String.valueOf(cause.getMessage()));
    refused.initCause(cause);
    return refused;
  }
}
