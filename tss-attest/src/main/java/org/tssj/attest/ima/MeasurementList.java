package org.tssj.attest.ima;

import java.nio.ByteOrder;
import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * A measurement list, as {@code binary_runtime_measurements} or {@code ascii_runtime_measurements}
 * hold it.
 *
 * <p>Any octets can be read as one. What is none has no entries, and {@link #end()} says why.
 *
 * @param entries in the order of the list
 * @param end how it ends
 */
public record MeasurementList(List<ImaEntry> entries, End end) {

  public MeasurementList {
    // Those are immutable already, and are made when somebody looks at them.
    entries = entries instanceof LazyEntries ? entries : List.copyOf(entries);
  }

  /** How a list ends. */
  public sealed interface End {

    /** With its last entry. */
    record Whole() implements End {}

    /**
     * In the midst of something that is no entry. Nothing behind it was read.
     *
     * @param offset where the entry would begin, in octets
     * @param problem what is wrong with it
     */
    record Broken(int offset, WireException problem) implements End {}
  }

  /**
   * Reads a list in either form, as far as it is one; never fails. Binary lists have the byte order
   * of the machine that made them, which their first numbers tell.
   */
  public static MeasurementList read(Bytes content) {
    if (AsciiList.looksLike(content)) {
      return readAscii(content, ByteOrder.LITTLE_ENDIAN);
    }
    return new BinaryList(content, BinaryList.orderOf(content)).read();
  }

  /**
   * Reads a list in words.
   *
   * @param order of the machine that made it: the words do not tell, and the template hashes depend
   *     on it
   */
  public static MeasurementList readAscii(Bytes content, ByteOrder order) {
    return new AsciiList(content, order).read();
  }
}
