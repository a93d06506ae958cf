package org.tssj.tpm20.structure.object;

import java.util.Arrays;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_X509_KEY_USAGE: the key usage of a certificate that TPM2_CertifyX509 makes. The bits run
 * downwards from 31, so that the first bit of the X.509 extension is the highest here.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.11 TPMA_X509_KEY_USAGE; RFC 5280, 4.2.1.3"
 */
public record X509KeyUsage(int bits) implements WireBits {

  /** digitalSignature. */
  public static final X509KeyUsage DIGITAL_SIGNATURE = new X509KeyUsage(1 << 31);

  /** nonrepudiation/contentCommitment. */
  public static final X509KeyUsage NON_REPUDIATION = new X509KeyUsage(1 << 30);

  /** keyEncipherment. */
  public static final X509KeyUsage KEY_ENCIPHERMENT = new X509KeyUsage(1 << 29);

  /** dataEncipherment. */
  public static final X509KeyUsage DATA_ENCIPHERMENT = new X509KeyUsage(1 << 28);

  /** keyAgreement. */
  public static final X509KeyUsage KEY_AGREEMENT = new X509KeyUsage(1 << 27);

  /** keyCertSign. */
  public static final X509KeyUsage KEY_CERT_SIGN = new X509KeyUsage(1 << 26);

  /** cRLSign. */
  public static final X509KeyUsage CRL_SIGN = new X509KeyUsage(1 << 25);

  /** encipherOnly. */
  public static final X509KeyUsage ENCIPHER_ONLY = new X509KeyUsage(1 << 24);

  /** decipherOnly. */
  public static final X509KeyUsage DECIPHER_ONLY = new X509KeyUsage(1 << 23);

  /** TPMA_X509_KEY_USAGE: four octets. */
  public static final Codec<X509KeyUsage> CODEC =
      Codecs.bits32("TPMA_X509_KEY_USAGE", X509KeyUsage::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(X509KeyUsage others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public X509KeyUsage with(X509KeyUsage others) {
    return new X509KeyUsage(bits | others.bits);
  }

  /** These without {@code others}. */
  public X509KeyUsage without(X509KeyUsage others) {
    return new X509KeyUsage(bits & ~others.bits);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    String[] names = new String[32];
    Arrays.fill(names, "");
    names[23] = "decipherOnly";
    names[24] = "encipherOnly";
    names[25] = "cRLSign";
    names[26] = "keyCertSign";
    names[27] = "keyAgreement";
    names[28] = "dataEncipherment";
    names[29] = "keyEncipherment";
    names[30] = "nonrepudiation/contentCommitment";
    names[31] = "digitalSignature";
    return WireBits.describe(bits, names);
  }
}
