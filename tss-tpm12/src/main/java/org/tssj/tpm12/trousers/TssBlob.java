package org.tssj.tpm12.trousers;

import java.math.BigInteger;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TSS blobs: {@code SEQUENCE { INTEGER structVersion, INTEGER blobType, INTEGER blobLength, OCTET
 * STRING blob }}, as {@code Tspi_EncodeDER_TssBlob} makes them.
 *
 * <p>trousers writes the length in four octets whatever its value, so that the header always has
 * 20; DER forbids that, and ASN.1 libraries of today refuse it, {@code tpm_verifyquote} with them.
 * Here both forms are read and written.
 *
 * @param type what the blob is, see the constants
 * @param blob the octets inside
 * @see "TSS 1.2, 3.23 Portable data"
 */
public record TssBlob(int type, Bytes blob) {

  /** TSS_BLOB_TYPE_KEY: a TPM_KEY or TPM_KEY12. */
  public static final int KEY = 1;

  /** TSS_BLOB_TYPE_PUBKEY: a TPM_PUBKEY. */
  public static final int PUBKEY = 2;

  /** TSS_BLOB_TYPE_MIGKEY: a TPM_KEY on its way to another TPM. */
  public static final int MIGKEY = 3;

  /** TSS_BLOB_TYPE_SEALEDDATA: a TPM_STORED_DATA. */
  public static final int SEALED_DATA = 4;

  /** TSS_BLOB_TYPE_BOUNDDATA: what a binding key decrypts. */
  public static final int BOUND_DATA = 5;

  /** TSS_BLOB_TYPE_MIGTICKET: a TPM_MIGRATIONKEYAUTH. */
  public static final int MIGRATION_TICKET = 6;

  /** TSS_BLOB_TYPE_PRIVATEKEY: a key's private part. */
  public static final int PRIVATE_KEY = 7;

  /** TSS_BLOB_TYPE_PRIVATEKEY_MOD1: a key's private part with its public one. */
  public static final int PRIVATE_KEY_MOD1 = 8;

  /** TSS_BLOB_TYPE_RANDOM_XOR: the random octets of a migration. */
  public static final int RANDOM_XOR = 9;

  /** TSS_BLOB_TYPE_CERTIFY_INFO: a TPM_CERTIFY_INFO. */
  public static final int CERTIFY_INFO = 10;

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int STRUCT_VERSION = 1;

  /** The blob of a public key, as {@code tpm_mkaik} writes it beside the key. */
  public static TssBlob of(PubKey key) {
    return new TssBlob(PUBKEY, PubKey.CODEC.encode(key));
  }

  /** Whether these octets begin like one: a sequence of a version 1 and another small number. */
  public static boolean looksLike(Bytes content) {
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

  /**
   * Reads either form.
   *
   * @throws WireException if it is no TSS blob
   */
  public static TssBlob read(Bytes content) {
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
  public Bytes write() {
    return write(unsigned(blob.length()));
  }

  /** With a length of four octets, as trousers writes it. */
  public Bytes writeAsTrousers() {
    return write(Codecs.U32.encode((long) blob.length()));
  }

  private Bytes write(Bytes blobLength) {
    return element(
        SEQUENCE,
        Bytes.join(
            element(INTEGER, unsigned(STRUCT_VERSION)),
            element(INTEGER, unsigned(type)),
            element(INTEGER, blobLength),
            element(OCTET_STRING, blob)));
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
