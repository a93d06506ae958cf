package org.tssj.attest.file;

import java.math.BigInteger;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;

/**
 * TSS blobs of TPM 1.2 stacks: {@code SEQUENCE { INTEGER structVersion, INTEGER blobType, INTEGER
 * blobLength, OCTET STRING blob }}.
 *
 * <p>trousers writes the length in four octets whatever its value, which DER forbids and ASN.1
 * libraries refuse; here numbers may have leading zeros.
 *
 * @param type what the blob is, see the constants
 * @param blob the octets inside
 */
record TssBlob(int type, Bytes blob) {

  /** TSS_BLOB_TYPE_KEY: a TPM_KEY. */
  static final int KEY = 1;

  /** TSS_BLOB_TYPE_PUBKEY: a TPM_PUBKEY. */
  static final int PUBKEY = 2;

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int STRUCT_VERSION = 1;

  /** Whether these octets begin like one: a sequence of a version 1 and another small number. */
  static boolean looksLike(Bytes content) {
    if (content.length() < 2 || content.get(0) != SEQUENCE) {
      return false;
    }
    int first = 2 + (content.get(1) < 0x80 ? 0 : content.get(1) & 0x7f);
    return content.length() > first + 5
        && content.get(first) == INTEGER
        && content.get(first + 1) == 1
        && content.get(first + 2) == STRUCT_VERSION
        && content.get(first + 3) == INTEGER;
  }

  static TssBlob read(Bytes content) {
    WireReader in = new WireReader(content.toArray());
    try {
      int outer = in.enter(header(in, SEQUENCE));
      int at = in.offset();
      int version = integer(in);
      if (version != STRUCT_VERSION) {
        throw WireException.refused("must be 1", at, Integer.toString(version))
            .within("structVersion");
      }
      int type = integer(in);
      at = in.offset();
      int length = integer(in);
      Bytes blob = in.bytes(header(in, OCTET_STRING));
      if (blob.length() != length) {
        throw WireException.refused(
                "must be the length of the blob, " + blob.length(), at, Integer.toString(length))
            .within("blobLength");
      }
      in.leave(outer);
      in.finish();
      return new TssBlob(type, blob);
    } catch (WireException e) {
      throw e.within("TSS blob");
    }
  }

  /** In DER proper, as tpm_verifyquote of tpm-quote-tools reads it. */
  Bytes write() {
    Bytes body =
        Bytes.join(
            element(INTEGER, unsigned(STRUCT_VERSION)),
            element(INTEGER, unsigned(type)),
            element(INTEGER, unsigned(blob.length())),
            element(OCTET_STRING, blob));
    return element(SEQUENCE, body);
  }

  private static Bytes unsigned(int value) {
    return Bytes.wrap(BigInteger.valueOf(value).toByteArray());
  }

  private static Bytes element(int tag, Bytes content) {
    int length = content.length();
    WireWriter out = new WireWriter(length + 6);
    out.u8(tag);
    if (length < 0x80) {
      out.u8(length);
    } else if (length <= 0xff) {
      out.u8(0x81);
      out.u8(length);
    } else {
      out.u8(0x82);
      out.u16(length);
    }
    out.bytes(content);
    return out.toBytes();
  }

  private static int integer(WireReader in) {
    int at = in.offset();
    int length = header(in, INTEGER);
    if (length < 1 || length > 4) {
      throw WireException.refused("an integer here has 1 to 4 octets", at, length + " octets");
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | in.u8();
    }
    if (value > Integer.MAX_VALUE) {
      throw WireException.refused("must not be negative", at, Long.toString(value));
    }
    return (int) value;
  }

  /** Reads tag and length, and returns the length. */
  private static int header(WireReader in, int tag) {
    int at = in.offset();
    int found = in.u8();
    if (found != tag) {
      throw WireException.refused(
          String.format("must have the tag 0x%02x", tag), at, String.format("0x%02x", found));
    }
    int length = in.u8();
    if (length < 0x80) {
      return length;
    }
    int octets = length & 0x7f;
    if (octets < 1 || octets > 4) {
      throw WireException.refused(
          "a length here has 1 to 4 octets", at, String.format("0x%02x", length));
    }
    long value = 0;
    for (int i = 0; i < octets; i++) {
      value = value << 8 | in.u8();
    }
    if (value > in.remaining()) {
      throw WireException.refused(
          "must be at most what is left, " + in.remaining(), at, Long.toString(value));
    }
    return (int) value;
  }
}
