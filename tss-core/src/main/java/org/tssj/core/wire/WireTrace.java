package org.tssj.core.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tssj.core.Bytes;

/** Watches a reader and notes what stands where. Made for one message. */
final class WireTrace {

  private final Deque<List<WireTree>> open = new ArrayDeque<>();

  static WireTree describe(Codec<?> codec, WireReader in) {
    String name = codec.layout().name();
    return describe(
        name,
        in,
        trace -> {
          int start = in.offset();
          Object value = codec.read(in);
          if (trace.isEmpty()) {
            trace.note(leaf("value", codec, start, in, value));
          }
        });
  }

  /** Notes what {@code reading} finds, as far as it comes. */
  static WireTree describe(String name, WireReader in, Consumer<WireTrace> reading) {
    WireTrace trace = new WireTrace();
    in.trace(trace);
    List<WireTree> top = new ArrayList<>();
    trace.open.push(top);
    int start = in.offset();
    Optional<WireException> problem = Optional.empty();
    try {
      reading.accept(trace);
      in.finish();
    } catch (WireException e) {
      problem = Optional.of(e.within(name));
    } catch (IllegalArgumentException e) {
      problem = Optional.of(in.refused(e).within(name));
    }
    return new WireTree(name, name, start, in.offset() - start, "", top, problem);
  }

  private boolean isEmpty() {
    List<WireTree> here = open.peek();
    return here == null || here.isEmpty();
  }

  /** Reads one named part and notes it, also when it fails halfway. */
  <A> A read(String name, Codec<A> codec, WireReader in) {
    int start = in.offset();
    List<WireTree> children = new ArrayList<>();
    open.push(children);
    boolean whole = false;
    try {
      A value = codec.read(in);
      whole = true;
      open.pop();
      note(
          children.isEmpty()
              ? leaf(name, codec, start, in, value)
              : branch(name, codec, start, in, children));
      return value;
    } catch (WireException e) {
      throw e.within(name);
    } catch (IllegalArgumentException e) {
      throw in.refused(e).within(name);
    } finally {
      if (!whole) {
        open.pop();
        if (!children.isEmpty()) {
          note(branch(name, codec, start, in, children));
        }
      }
    }
  }

  private static WireTree branch(
      String name, Codec<?> codec, int start, WireReader in, List<WireTree> children) {
    return new WireTree(
        name, codec.layout().name(), start, in.offset() - start, "", children, Optional.empty());
  }

  private static WireTree leaf(
      String name, Codec<?> codec, int start, WireReader in, Object value) {
    return new WireTree(
        name,
        codec.layout().name(),
        start,
        in.offset() - start,
        words(value),
        List.of(),
        Optional.empty());
  }

  private void note(WireTree tree) {
    List<WireTree> parent = open.peek();
    if (parent != null) {
      parent.add(tree);
    }
  }

  static String words(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      String decimal = value instanceof Long ? Long.toUnsignedString(number) : value.toString();
      return number >= 0 && number < 10
          ? decimal
          : decimal + " (0x" + Long.toHexString(number) + ")";
    }
    if (value instanceof Bytes bytes) {
      return bytes.isEmpty() ? "(no bytes)" : bytes.toHex();
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? "(absent)" : words(optional.get());
    }
    if (value instanceof List<?> list && list.isEmpty()) {
      return "(none)";
    }
    return String.valueOf(value);
  }
}
