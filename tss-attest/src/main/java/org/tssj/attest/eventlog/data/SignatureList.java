package org.tssj.attest.eventlog.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * EFI_SIGNATURE_LIST: certificates or hashes of one kind, as PK, KEK, db and dbx hold them.
 *
 * @param kind EFI_GUID of the kind: X.509 certificate, SHA-256 hash and so on
 * @param header by kind; empty in all known ones
 * @param signatures each with its owner
 * @see "UEFI Specification, 32.4.1 Signature Database"
 */
public record SignatureList(UUID kind, Bytes header, List<Signature> signatures) {

  /** EFI_CERT_X509_GUID: DER-encoded certificates. */
  public static final UUID X509 = UUID.fromString("a5c059a1-94e4-4aa7-87b5-ab155c2bf072");

  /** EFI_CERT_SHA256_GUID: SHA-256 hashes of images. */
  public static final UUID SHA256 = UUID.fromString("c1c41626-504c-4092-aca9-41f936934328");

  private static final Map<UUID, String> NAMES =
      Map.of(
          X509,
          "X.509",
          SHA256,
          "SHA-256",
          UUID.fromString("826ca512-cf10-4ac9-b187-be01496631bd"),
          "SHA-1",
          UUID.fromString("0b6e5233-a65c-44c9-9407-d9ab83bfc8bd"),
          "SHA-224",
          UUID.fromString("ff3e5307-9fd0-48c9-85f1-8ad56c701e01"),
          "SHA-384",
          UUID.fromString("093e0fae-a6c4-4f50-9f1b-d41e2b89c19a"),
          "SHA-512",
          UUID.fromString("3bd2a492-96c0-4079-b420-fcf98ef103ed"),
          "X.509 SHA-256",
          UUID.fromString("7076876e-80c2-4ee6-aad2-28b349a6865b"),
          "X.509 SHA-384",
          UUID.fromString("446dbf63-2502-4cda-bcfa-2465d2b0fe9d"),
          "X.509 SHA-512",
          UUID.fromString("3c5766e8-269c-4e34-aa14-ed776e85b3b6"),
          "RSA-2048");

  private static final int HEADER = 28;
  private static final int OWNER = 16;

  public SignatureList {
    signatures = List.copyOf(signatures);
  }

  /**
   * EFI_SIGNATURE_DATA: one entry.
   *
   * @param owner EFI_GUID of whoever put it there
   * @param data the certificate or hash
   */
  public record Signature(UUID owner, Bytes data) {}

  /**
   * Reads lists up to the end.
   *
   * @throws WireException if the sizes do not add up
   */
  static List<SignatureList> readAll(OctetReader in) {
    List<SignatureList> lists = new ArrayList<>();
    while (in.remaining() > 0) {
      lists.add(read(in));
    }
    return lists;
  }

  private static SignatureList read(OctetReader in) {
    int at = in.offset();
    UUID kind = in.guid("signatureType");
    long listSize = in.u32("signatureListSize");
    long headerSize = in.u32("signatureHeaderSize");
    long size = in.u32("signatureSize");
    if (listSize < HEADER) {
      throw WireException.refused("must be at least 28", at + 16, Long.toString(listSize))
          .within("signatureListSize");
    }
    OctetReader body = in.region("signatures", listSize - HEADER);
    Bytes header = body.bytes("signatureHeader", headerSize);
    if (size <= OWNER || body.remaining() % size != 0) {
      throw WireException.refused(
              "must be more than 16 and divide the " + body.remaining() + " bytes of the list",
              at + 24,
              Long.toString(size))
          .within("signatureSize");
    }
    List<Signature> signatures = new ArrayList<>();
    while (body.remaining() > 0) {
      signatures.add(
          new Signature(body.guid("signatureOwner"), body.bytes("signatureData", size - OWNER)));
    }
    return new SignatureList(kind, header, signatures);
  }

  /** As in {@code 77 of SHA-256}. */
  @Override
  public String toString() {
    return signatures.size() + " of " + NAMES.getOrDefault(kind, kind.toString());
  }
}
