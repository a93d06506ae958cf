package org.tssj.attest.evidence;

import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * The evidence file: one {@link Evidence} in JSON, for people and programs, or in CBOR, which takes
 * a quarter less. Both hold the same, and the first octet tells them apart.
 *
 * <p>The same evidence is always the same octets. {@code docs/reference/evidence.md} describes
 * every field.
 */
public final class EvidenceFile {

  /** What every file says it is, under {@code format}. */
  public static final String FORMAT = "tssj-evidence";

  /** The version that is written, under {@code version}. */
  public static final String VERSION = "1.0";

  /** Octets of the largest file that is read or written: 64 MiB. */
  public static final int LARGEST = 64 << 20;

  /** The two forms of a file. */
  public enum Form {
    /** JSON (RFC 8259): octets are base64, digests hexadecimal. */
    JSON,
    /** CBOR (RFC 8949) in its core deterministic encoding. */
    CBOR
  }

  private EvidenceFile() {}

  /**
   * Reads a file of either form. Nothing of it is proven afterwards, but nothing in it contradicts
   * the rest.
   *
   * @throws WireException naming the field, if the content is no evidence, of a version that is not
   *     known here, larger than allowed, or if two fields contradict each other
   */
  public static Evidence read(Bytes content) {
    try {
      Form form = form(content);
      if (content.length() > LARGEST) {
        throw WireException.refused(
            "may have " + LARGEST + " octets", 0, content.length() + " of them");
      }
      FormatVersion version = FormatVersion.read(input(content, form));
      Evidence evidence = new EvidenceReader(input(content, form), version).read();
      Contradictions.refuse(evidence);
      return evidence;
    } catch (WireException e) {
      throw e.within("evidence");
    }
  }

  /**
   * Writes a file.
   *
   * @throws IllegalArgumentException if {@link #read} would refuse it: something is larger than
   *     allowed, or contradicts the rest
   */
  public static Bytes write(Evidence evidence, Form form) {
    EvidenceOutput out = form == Form.JSON ? new JsonOutput() : new CborOutput();
    new EvidenceWriter(evidence).write(out);
    Bytes written = out.written();
    try {
      read(written);
    } catch (WireException e) {
      throw new IllegalArgumentException("no evidence file can hold this: " + e.getMessage(), e);
    }
    return written;
  }

  /**
   * Which form a file has, if it is one.
   *
   * @throws WireException if it can be neither
   */
  public static Form form(Bytes content) {
    int first = content.isEmpty() ? -1 : content.get(0);
    if (first == '{' || first == ' ' || first == '\t' || first == '\n' || first == '\r') {
      return Form.JSON;
    }
    if (first >> 5 == CborInput.MAP) {
      return Form.CBOR;
    }
    throw WireException.refused(
        "must begin with a brace (JSON) or a map (CBOR)",
        0,
        first < 0 ? "empty" : String.format("0x%02x", first));
  }

  private static EvidenceInput input(Bytes content, Form form) {
    return form == Form.JSON ? new JsonInput(content) : new CborInput(content);
  }
}
