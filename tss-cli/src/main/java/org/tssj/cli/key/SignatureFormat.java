package org.tssj.cli.key;

import java.math.BigInteger;
import java.util.Locale;
import org.tssj.cli.argument.UsageException;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.Signature;

/** How a signature is written. */
public enum SignatureFormat {
  /** As OpenSSL has it: an ECDSA signature in DER. */
  DER,
  /** r and s, each as long as the field. */
  RAW,
  /** TPMT_SIGNATURE. */
  TPM;

  private static final int SHORT = 0x80;

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static SignatureFormat parse(String text) {
    for (SignatureFormat format : values()) {
      if (format.toString().equals(text)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "a signature is written as der, raw or tpm, not \"" + text + "\"");
  }

  /** A signature in this form. */
  public Bytes write(Signature signature, Public key) {
    if (this == TPM) {
      return Signature.CODEC.encode(signature);
    }
    if (signature instanceof Signature.Rsa rsa) {
      return rsa.sig();
    }
    if (signature instanceof Signature.Ecc ecc) {
      BigInteger r = new BigInteger(1, ecc.signatureR().toArray());
      BigInteger s = new BigInteger(1, ecc.signatureS().toArray());
      return this == DER ? sequence(integer(r).concat(integer(s))) : raw(key, r, s);
    }
    throw new UsageException(
        "a signature of " + signature.sigAlg() + " is written with --format tpm alone");
  }

  private static Bytes raw(Public key, BigInteger r, BigInteger s) {
    int size = fieldSize(key);
    return padded(r, size).concat(padded(s, size));
  }

  private static int fieldSize(Public key) {
    if (!(key.parameters() instanceof EccParms)) {
      throw new IllegalArgumentException("an ECDSA signature of a key that is " + key.type());
    }
    var ec = (java.security.interfaces.ECPublicKey) PublicKeys.toJava(key);
    return (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
  }

  private static Bytes padded(BigInteger number, int size) {
    byte[] octets = new byte[size];
    byte[] signed = number.toByteArray();
    int length = Math.min(signed.length, size);
    System.arraycopy(signed, signed.length - length, octets, size - length, length);
    return Bytes.wrap(octets);
  }

  private static Bytes integer(BigInteger number) {
    Bytes octets = Bytes.wrap(number.toByteArray());
    return Bytes.of((byte) 0x02, (byte) octets.length()).concat(octets);
  }

  // Two numbers of at most 67 octets: one octet of length, or 0x81 and one.
  private static Bytes sequence(Bytes content) {
    Bytes head =
        content.length() < SHORT
            ? Bytes.of((byte) 0x30, (byte) content.length())
            : Bytes.of((byte) 0x30, (byte) 0x81, (byte) content.length());
    return head.concat(content);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
