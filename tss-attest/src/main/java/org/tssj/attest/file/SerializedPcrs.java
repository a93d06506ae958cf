package org.tssj.attest.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;

/**
 * The file of {@code tpm2_quote -o}: TPML_PCR_SELECTION, a count, and as many TPML_DIGEST, all as C
 * structures of fixed size with little-endian numbers. One TPML_DIGEST is one answer of
 * TPM2_PCR_Read and holds up to eight values; they follow each other in the order of the selection.
 */
final class SerializedPcrs {

  private static final int MOST_BANKS = 16;
  private static final int MOST_SELECT = 4;
  // TPMS_PCR_SELECTION: u16 hash, u8 sizeofSelect, 4 octets, 1 octet of padding.
  private static final int SELECTION = 8;
  private static final int SELECTIONS = 4 + MOST_BANKS * SELECTION;
  private static final int HEADER = SELECTIONS + 4;
  private static final int MOST_DIGESTS = 8;
  private static final int MOST_DIGEST = 64;
  private static final int DIGESTS = 4 + MOST_DIGESTS * (2 + MOST_DIGEST);
  private static final int MOST_LISTS = 32;

  private final ByteBuffer in;
  private int list = -1;
  private int inList;
  private int listCount;

  private SerializedPcrs(Bytes content) {
    this.in = content.toBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether the sizes fit; values end to end would need 16 banks at most in their first octets. */
  static boolean looksLike(Bytes content) {
    if (content.length() < HEADER || (content.length() - HEADER) % DIGESTS != 0) {
      return false;
    }
    SerializedPcrs file = new SerializedPcrs(content);
    return Integer.compareUnsigned(file.in.getInt(0), MOST_BANKS) <= 0
        && file.in.getInt(SELECTIONS) == file.lists();
  }

  static PcrValues read(Bytes content) {
    return new SerializedPcrs(content).read();
  }

  static Bytes write(PcrValues values) {
    List<Bytes> inOrder = new ArrayList<>();
    values.banks().forEach(bank -> inOrder.addAll(values.bank(bank).values()));
    int lists = (inOrder.size() + MOST_DIGESTS - 1) / MOST_DIGESTS;
    ByteBuffer out = ByteBuffer.allocate(HEADER + lists * DIGESTS).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0, values.banks().size());
    int at = 4;
    for (Bank bank : values.banks()) {
      Bytes bitmap = PcrBitmap.of(values.bank(bank).keySet()).octets();
      if (bitmap.length() > MOST_SELECT) {
        throw new IllegalArgumentException(
            "tpm2-tools know PCRs 0 to " + (8 * MOST_SELECT - 1) + ", not " + values.bank(bank));
      }
      out.putShort(at, (short) bank.algorithm());
      out.put(at + 2, (byte) bitmap.length());
      out.put(at + 3, bitmap.toArray());
      at += SELECTION;
    }
    out.putInt(SELECTIONS, lists);
    for (int k = 0; k < inOrder.size(); k++) {
      int list = HEADER + k / MOST_DIGESTS * DIGESTS;
      int digest = list + 4 + k % MOST_DIGESTS * (2 + MOST_DIGEST);
      out.putInt(list, k % MOST_DIGESTS + 1);
      out.putShort(digest, (short) inOrder.get(k).length());
      out.put(digest + 2, inOrder.get(k).toArray());
    }
    return Bytes.wrap(out.array());
  }

  private int lists() {
    return (in.capacity() - HEADER) / DIGESTS;
  }

  private PcrValues read() {
    if (lists() > MOST_LISTS) {
      throw WireException.refused(
          "must hold at most " + MOST_LISTS + " lists", SELECTIONS, Integer.toString(lists()));
    }
    CollectedPcrs collected = new CollectedPcrs();
    int banks = in.getInt(0);
    for (int i = 0; i < banks; i++) {
      int at = 4 + i * SELECTION;
      int algorithm = Short.toUnsignedInt(in.getShort(at));
      int size = Byte.toUnsignedInt(in.get(at + 2));
      if (size > MOST_SELECT) {
        throw WireException.refused(
                "must be at most " + MOST_SELECT, at + 2, Integer.toString(size))
            .within("sizeofSelect");
      }
      Bytes bitmap = octets(at + 3, size);
      if (bitmap.isZero()) {
        continue;
      }
      Bank bank =
          Bank.of(algorithm)
              .orElseThrow(
                  () ->
                      WireException.refused(
                              "must be a known bank", at, String.format("0x%04x", algorithm))
                          .within("hash"));
      for (int index : new PcrBitmap(bitmap).indices()) {
        next(collected, bank, index);
      }
    }
    if (list + 1 < lists() || inList < listCount) {
      throw WireException.refused(
          "must hold as many values as PCRs are selected", HEADER, "more values");
    }
    return collected.values();
  }

  private void next(CollectedPcrs collected, Bank bank, int index) {
    while (inList == listCount) {
      list++;
      if (list == lists()) {
        throw WireException.refused(
            "must hold as many values as PCRs are selected",
            in.capacity(),
            "none for PCR " + index + " of the " + bank + " bank");
      }
      inList = 0;
      listCount = in.getInt(HEADER + list * DIGESTS);
      if (listCount < 0 || listCount > MOST_DIGESTS) {
        throw WireException.refused(
                "must be at most " + MOST_DIGESTS,
                HEADER + list * DIGESTS,
                Integer.toUnsignedString(listCount))
            .within("count");
      }
    }
    int at = HEADER + list * DIGESTS + 4 + inList * (2 + MOST_DIGEST);
    int size = Short.toUnsignedInt(in.getShort(at));
    if (size > MOST_DIGEST) {
      throw WireException.refused("must be at most " + MOST_DIGEST, at, Integer.toString(size))
          .within("size");
    }
    collected.add(bank, index, octets(at + 2, size), at);
    inList++;
  }

  private Bytes octets(int offset, int length) {
    byte[] octets = new byte[length];
    in.get(offset, octets);
    return Bytes.wrap(octets);
  }
}
