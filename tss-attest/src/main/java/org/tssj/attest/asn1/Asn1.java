package org.tssj.attest.asn1;

import java.io.IOException;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** Reading and writing through Bouncy Castle, without its exceptions. */
public final class Asn1 {

  private Asn1() {}

  /**
   * Reads one value.
   *
   * @param what its name, for the message
   * @param der one element and nothing else
   * @param reader makes the value of the element, and may throw whatever it likes
   * @throws WireException if it cannot be read
   */
  public static <T> T read(String what, Bytes der, Function<ASN1Primitive, T> reader) {
    try {
      DerShape.check(der);
      return reader.apply(ASN1Primitive.fromByteArray(der.toArray()));
    } catch (WireException e) {
      throw e.within(what);
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle answers malformed ASN.1 with whatever exception its constructors throw.
      WireException refused =
          WireException.refused(
              "must be as its specification has it", 0, String.valueOf(e.getMessage()));
      refused.initCause(e);
      throw refused.within(what);
    }
  }

  /** The value in DER. */
  public static Bytes write(ASN1Encodable value) {
    try {
      return Bytes.wrap(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalArgumentException("not to be written in DER: " + e.getMessage(), e);
    }
  }

  /** A string of any kind; of anything else its octets in hex. */
  public static String text(ASN1Encodable value) {
    return value.toASN1Primitive() instanceof ASN1String string
        ? string.getString()
        : write(value).toHex();
  }
}
