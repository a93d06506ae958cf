package org.tssj.cli.key;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Locale;
import org.tssj.cli.argument.UsageException;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.trousers.TssBlob;
import org.tssj.tpm20.file.KeyPem;

/** How a public key is written. */
public enum PublicFormat {
  /** SubjectPublicKeyInfo in PEM. */
  PEM,
  /** SubjectPublicKeyInfo. */
  DER,
  /** A line of {@code authorized_keys}. */
  SSH,
  /** TPM2B_PUBLIC, or TPM_PUBKEY. */
  TPM,
  /** TPM 1.2: the TSS blob of a TPM_PUBKEY. */
  TSS;

  private static final int UNCOMPRESSED = 4;

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PublicFormat parse(String text) {
    for (PublicFormat format : values()) {
      if (format.toString().equals(text)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "a public key is written as pem, der, ssh, tpm or tss, not \"" + text + "\"");
  }

  /**
   * A key in this form.
   *
   * @throws UsageException if this form has no place for it
   */
  public Bytes write(PublicPart part) {
    if (this == TPM) {
      return part.octets();
    }
    if (this == TSS) {
      if (part instanceof PublicPart.Of12 of12) {
        return TssBlob.of(of12.key().toPubKey()).write();
      }
      throw new UsageException("--format tss is for keys of a TPM 1.2");
    }
    PublicKey key;
    try {
      key = part.toJava();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
    return switch (this) {
      case PEM -> Bytes.utf8(KeyPem.writePublic(key));
      case DER -> Bytes.of(key.getEncoded());
      default -> ssh(key);
    };
  }

  /** RFC 4253, 6.6 and RFC 5656, 3.1: strings behind their lengths, in base64. */
  private static Bytes ssh(PublicKey key) {
    WireWriter out = new WireWriter();
    String type;
    if (key instanceof RSAPublicKey rsa) {
      type = "ssh-rsa";
      string(out, Bytes.utf8(type));
      string(out, number(rsa.getPublicExponent()));
      string(out, number(rsa.getModulus()));
    } else if (key instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      String curve = "nistp" + bits;
      type = "ecdsa-sha2-" + curve;
      int size = (bits + 7) / 8;
      string(out, Bytes.utf8(type));
      string(out, Bytes.utf8(curve));
      string(
          out,
          Bytes.join(
              Bytes.of((byte) UNCOMPRESSED),
              padded(ec.getW().getAffineX(), size),
              padded(ec.getW().getAffineY(), size)));
    } else {
      throw new UsageException("SSH has RSA and NIST keys, not " + key.getAlgorithm());
    }
    String line = type + " " + Base64.getEncoder().encodeToString(out.toArray());
    return Bytes.utf8(line + "\n");
  }

  private static Bytes number(BigInteger value) {
    return Bytes.wrap(value.toByteArray());
  }

  private static Bytes padded(BigInteger value, int size) {
    byte[] signed = value.toByteArray();
    byte[] octets = new byte[size];
    int length = Math.min(signed.length, size);
    System.arraycopy(signed, signed.length - length, octets, size - length, length);
    return Bytes.wrap(octets);
  }

  private static void string(WireWriter out, Bytes octets) {
    out.u32(octets.length());
    out.bytes(octets);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
