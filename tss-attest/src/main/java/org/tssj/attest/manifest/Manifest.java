package org.tssj.attest.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.predict.StartValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Which files an image is made of, and their digests.
 *
 * <p>The text is that of GNU coreutils' {@code sha1sum}, {@code sha256sum}, {@code sha384sum} and
 * {@code sha512sum}, plain, binary or with {@code --tag}, odd names escaped as they do it; lines
 * that begin with {@code #} are comments. A file may have a line for each hash.
 *
 * @param parts in the order in which they are measured; no name is there twice
 */
public record Manifest(List<Part> parts) {

  /**
   * A file.
   *
   * @param name relative to the image's folder, with slashes between folders, never out of it
   * @param digests of its content, by hash; at least one
   */
  public record Part(String name, Map<Bank, Bytes> digests) {
    public Part {
      digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }
  }

  public Manifest {
    parts = List.copyOf(parts);
  }

  /**
   * Reads the text.
   *
   * @throws WireException naming the line, if it is none or there is none, or if its name is
   *     absolute, has a part {@code ..} or has been on a line of the same hash before
   */
  public static Manifest read(Bytes text) {
    Map<String, Map<Bank, Bytes>> parts = new LinkedHashMap<>();
    int number = 0;
    for (int from = 0; from < text.length(); ) {
      number++;
      int end = from;
      while (end < text.length() && text.get(end) != '\n') {
        end++;
      }
      try {
        line(decoded(text.slice(from, end), from), from, parts);
      } catch (WireException e) {
        throw e.within("line " + number).within("manifest");
      }
      from = end + 1;
    }
    if (parts.isEmpty()) {
      // Otherwise a manifest that was cut off would agree with everything.
      throw WireException.refused("must name a file", 0, "none").within("manifest");
    }
    List<Part> inOrder = new ArrayList<>();
    parts.forEach((name, digests) -> inOrder.add(new Part(name, digests)));
    return new Manifest(inOrder);
  }

  private static void line(String line, int offset, Map<String, Map<Bank, Bytes>> parts) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    ManifestLine read = ManifestLine.read(line, offset);
    Bytes before =
        parts
            .computeIfAbsent(read.name(), ignored -> new LinkedHashMap<>())
            .put(read.bank(), read.digest());
    if (before != null) {
      throw WireException.refused(
          "must name each file once for each hash", offset, '"' + read.name() + "\" again");
    }
  }

  private static String decoded(Bytes line, int offset) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toArray())).toString();
    } catch (CharacterCodingException e) {
      throw WireException.refused("must be UTF-8", offset, "other octets");
    }
  }

  /**
   * The text, as {@code sha256sum} writes it. Where a file has several digests the lines say which
   * hash they are of, as with {@code --tag}.
   */
  public Bytes write() {
    boolean several = parts.stream().anyMatch(part -> part.digests().size() > 1);
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      part.digests()
          .forEach(
              (bank, digest) ->
                  text.append(new ManifestLine(bank, digest, part.name()).write(several)));
    }
    return Bytes.utf8(text.toString());
  }

  /** The hashes of which every part has a digest: the banks a PCR can be predicted in. */
  public Set<Bank> banks() {
    Set<Bank> banks = new LinkedHashSet<>(Bank.all());
    parts.forEach(part -> banks.retainAll(part.digests().keySet()));
    return parts.isEmpty() ? Set.of() : banks;
  }

  /** The parts as they are measured, in order. */
  public List<Measurement> measurements() {
    return parts.stream().map(part -> new Measurement(part.name(), part.digests())).toList();
  }

  /**
   * What a PCR will hold when every part has been extended into it, in order, from its start value.
   *
   * @param pcr the index
   */
  public PcrPrediction prediction(int pcr) {
    return new PcrPrediction(pcr, StartValue.ofPcr(pcr), measurements());
  }
}
