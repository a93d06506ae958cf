package org.tssj.attest.ima;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** binary_runtime_measurements: PCR, template hash, template name, template data. */
final class BinaryList {

  private static final int HASH = 20;
  private static final int LEGACY_NAME = 256;
  private static final int MOST_NAME = 255;
  private static final int LAST_PCR = 31;

  private final Bytes content;
  private final ByteOrder order;

  // Most entries have the template of the one before them. Whichever thread looks at entries, it
  // finds one whole value here or the other.
  private Named last = new Named(Bytes.EMPTY, new Template(Template.LEGACY, List.of()));

  /** A template by its name as it stands. */
  private record Named(Bytes name, Template template) {}

  BinaryList(Bytes content, ByteOrder order) {
    this.content = content;
    this.order = order;
  }

  /** The order in which the first entry's numbers are small. */
  static ByteOrder orderOf(Bytes content) {
    boolean big = content.length() >= 4 && content.slice(0, 3).isZero() && content.get(3) != 0;
    return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  MeasurementList read() {
    LazyEntries.Offsets offsets = new LazyEntries.Offsets();
    OctetReader in = OctetReader.of(content, order);
    while (in.remaining() > 0) {
      int at = in.offset();
      try {
        entry(offsets.count(), in);
      } catch (WireException e) {
        return new MeasurementList(
            entries(offsets),
            new MeasurementList.End.Broken(at, e.within("entry " + offsets.count())));
      }
      offsets.add(at);
    }
    return new MeasurementList(entries(offsets), new MeasurementList.End.Whole());
  }

  private LazyEntries entries(LazyEntries.Offsets offsets) {
    OctetReader in = OctetReader.of(content, order);
    return new LazyEntries(offsets, (number, at) -> entry(number, in.at(at)));
  }

  private ImaEntry entry(int number, OctetReader in) {
    long pcr = in.u32("pcr");
    if (pcr > LAST_PCR) {
      throw WireException.refused("must be a PCR", in.offset() - 4, Long.toString(pcr))
          .within("pcr");
    }
    Bytes hash = in.bytes("templateHash", HASH);
    int at = in.offset();
    long nameLength = in.u32("templateNameLength");
    if (nameLength < 1 || nameLength > MOST_NAME) {
      throw WireException.refused("must be 1 to " + MOST_NAME, at, Long.toString(nameLength))
          .within("templateNameLength");
    }
    Template template = template(at, in.bytes("templateName", nameLength));
    if (template.isLegacy()) {
      return legacy(number, pcr, hash, template, in);
    }
    long length = in.u32("templateDataLength");
    at = in.offset();
    Bytes data = in.bytes("templateData", length);
    OctetReader inside = in.reread(at, data);
    for (String field : template.fields()) {
      inside.skip(field, inside.u32(field + "Length"));
    }
    if (!template.fields().isEmpty()) {
      inside.finish();
    }
    return new ImaEntry(
        number, pcr, hash, template, new LazyFields(data, order, template.fields().size()), data);
  }

  private Template template(int at, Bytes octets) {
    Named before = last;
    if (before.name().equals(octets)) {
      return before.template();
    }
    String name = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
    if (!name.chars().allMatch(letter -> 0x20 < letter && letter < 0x7f)) {
      throw WireException.refused("must be a name", at + 4, "octets that are no letters")
          .within("templateName");
    }
    Template template = Template.named(name).orElse(new Template(name, List.of()));
    last = new Named(octets, template);
    return template;
  }

  private static ImaEntry legacy(
      int number, long pcr, Bytes hash, Template template, OctetReader in) {
    Bytes digest = in.bytes("digest", HASH);
    Bytes name = in.bytes("filename", in.u32("filenameLength"));
    return legacy(number, pcr, hash, template, digest, name);
  }

  /** The hash is over the name in a field of 256 octets; what is longer was cut by the kernel. */
  static ImaEntry legacy(
      int number, long pcr, Bytes hash, Template template, Bytes digest, Bytes name) {
    int kept = Math.min(name.length(), LEGACY_NAME);
    Bytes data = Bytes.join(digest, name.slice(0, kept), Bytes.zeros(LEGACY_NAME - kept));
    return new ImaEntry(number, pcr, hash, template, List.of(digest, name), data);
  }
}
