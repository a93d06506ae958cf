package org.tssj.core.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tssj.core.Bytes;

/**
 * What stands where in a message: the printable form that falls out of a codec's declaration.
 *
 * @param name the field's name in the specification, or the type's at the root
 * @param type the wire type's name
 * @param offset octets from the start of the message
 * @param length octets it takes
 * @param text the value in words; empty if it has children
 * @param children its parts, in wire order
 * @param problem why reading stopped here, at the root of a tree that is not whole
 */
public record WireTree(
    String name,
    String type,
    int offset,
    int length,
    String text,
    List<WireTree> children,
    Optional<WireException> problem) {

  public WireTree {
    children = List.copyOf(children);
  }

  /**
   * What {@code reading} finds in {@code octets}, as far as it comes: for messages whose shape is
   * known only while they are read. Whatever it reads by {@link WireReader#read} or by a field
   * becomes a part of the tree.
   *
   * @param name the message's name
   */
  public static WireTree describe(String name, Bytes octets, Consumer<WireReader> reading) {
    WireReader in = new WireReader(octets.toArray());
    return WireTrace.describe(name, in, trace -> reading.accept(in));
  }

  /**
   * Where the last part ends that was read whole. Octets from here on are in nobody's part; there
   * are some only in a tree that has a problem.
   */
  public int end() {
    if (children.isEmpty()) {
      return text.isEmpty() ? offset : offset + length;
    }
    return children.get(children.size() - 1).end();
  }

  /** The tree as lines of text, indented by depth: offset, name, value. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    print(out, 0);
    problem.ifPresent(e -> out.append("stopped: ").append(e.getMessage()).append('\n'));
    return out.toString();
  }

  private void print(StringBuilder out, int depth) {
    out.append(String.format("%04x  ", offset)).append("  ".repeat(depth)).append(name);
    if (!text.isEmpty()) {
      out.append(": ").append(text);
    } else if (children.isEmpty()) {
      out.append(": (empty)");
    }
    out.append('\n');
    for (WireTree child : children) {
      child.print(out, depth + 1);
    }
  }
}
