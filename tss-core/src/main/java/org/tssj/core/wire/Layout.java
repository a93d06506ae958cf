package org.tssj.core.wire;

import java.util.List;
import java.util.Map;
import org.tssj.core.Bytes;

/**
 * The shape of a wire type as data: what a codec's declaration says, for comparison with the
 * specification's tables and for documentation. Lengths and prefixes are in octets.
 */
public sealed interface Layout {

  /** The type's name in the specification, or a plain word for unnamed shapes. */
  String name();

  /** An integer of fixed width: 1, 2, 4 or 8. */
  record Int(String name, int width) implements Layout {}

  /** Exactly {@code length} octets. */
  record Octets(int length) implements Layout {
    @Override
    public String name() {
      return "BYTE[" + length + "]";
    }
  }

  /** Octets behind their count. */
  record Counted(int prefix) implements Layout {
    @Override
    public String name() {
      return "octets behind a UINT" + 8 * prefix;
    }
  }

  /** All octets that are left in the region. */
  record Rest() implements Layout {
    @Override
    public String name() {
      return "the remaining octets";
    }
  }

  /** Octets whose count stands further in front. */
  record CountedBefore() implements Layout {
    @Override
    public String name() {
      return "octets counted before";
    }
  }

  /** Nothing on the wire. */
  record Nothing(String name) implements Layout {}

  /** Octets that are always the same. */
  record Constant(Bytes value) implements Layout {
    @Override
    public String name() {
      return "constant " + value;
    }
  }

  /** A region behind its size; {@code optional} if a size of zero means that it is absent. */
  record Sized(int prefix, Layout inner, boolean optional) implements Layout {
    @Override
    public String name() {
      return "TPM2B of " + inner.name();
    }
  }

  /** Elements behind their count. */
  record Listing(int prefix, Layout element) implements Layout {
    @Override
    public String name() {
      return "list of " + element.name();
    }
  }

  /** Elements to the end of the region, or one element if there is anything left. */
  record Tail(Layout element) implements Layout {
    @Override
    public String name() {
      return "optional " + element.name();
    }
  }

  /** Named parts, one after the other. */
  record Structure(String name, List<Part> parts) implements Layout {
    public Structure {
      parts = List.copyOf(parts);
    }
  }

  /** One of several shapes, by a number that stands before it. */
  record Choice(String name, Map<Integer, Layout> arms) implements Layout {
    public Choice {
      arms = Map.copyOf(arms);
    }
  }

  /** A named part of a structure. */
  record Part(String name, Layout layout) {}
}
