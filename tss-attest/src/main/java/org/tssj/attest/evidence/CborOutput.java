package org.tssj.attest.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tssj.core.Bytes;

/**
 * Evidence in CBOR, in its core deterministic encoding (RFC 8949, 4.2.1): shortest lengths, and the
 * members of a map in the order of their encoded names, which puts short names first.
 */
final class CborOutput implements EvidenceOutput {

  private static final Comparator<String> ORDER =
      Comparator.comparingInt((String name) -> Bytes.utf8(name).length())
          .thenComparing(Bytes::utf8);

  private static final int NUMBER = 0;
  private static final int OCTETS = 2;
  private static final int TEXT = 3;
  private static final int LIST = 4;
  private static final int MAP = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Override
  public void map(Map<String, Runnable> members) {
    head(MAP, members.size());
    members.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .forEach(
            member -> {
              text(member.getKey());
              member.getValue().run();
            });
  }

  @Override
  public void list(List<Runnable> elements) {
    head(LIST, elements.size());
    elements.forEach(Runnable::run);
  }

  @Override
  public void text(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    head(TEXT, octets.length);
    out.writeBytes(octets);
  }

  @Override
  public void number(long number) {
    head(NUMBER, number);
  }

  @Override
  public void octets(Bytes octets) {
    head(OCTETS, octets.length());
    out.writeBytes(octets.toArray());
  }

  @Override
  public void digest(Bytes digest) {
    octets(digest);
  }

  @Override
  public Bytes written() {
    return Bytes.wrap(out.toByteArray());
  }

  private void head(int kind, long value) {
    int size = value < 24 ? 0 : value < 1 << 8 ? 1 : value < 1 << 16 ? 2 : value < 1L << 32 ? 4 : 8;
    int information = size == 0 ? (int) value : 24 + Integer.numberOfTrailingZeros(size);
    out.write(kind << 5 | information);
    for (int i = size - 1; i >= 0; i--) {
      out.write((int) (value >>> 8 * i));
    }
  }
}
