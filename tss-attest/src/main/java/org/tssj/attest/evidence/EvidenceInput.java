package org.tssj.attest.evidence;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * What an evidence file is read from, value by value, in either form. Nothing is kept of what
 * nobody asks for, and nothing is set aside before it is known to be there.
 *
 * <p>Every method takes one whole value, and fails with {@link WireException} if there is another.
 */
interface EvidenceInput {

  /** Octets that a member's name may have. */
  int LONGEST_NAME = 64;

  /**
   * A map (an object in JSON).
   *
   * @param most members it may have
   * @param member takes the value of the member with this name
   */
  void map(int most, Consumer<String> member);

  /**
   * A list.
   *
   * @param most elements it may have
   * @param element takes one element
   */
  void list(int most, Runnable element);

  /** Text of {@code most} characters at most. */
  String text(int most);

  /** A whole number from 0 to {@code most}. */
  long number(long most);

  /** Octets, {@code most} at most: base64 in JSON. */
  Bytes octets(int most);

  /** A digest of {@code size} octets: hexadecimal digits in JSON. */
  Bytes digest(int size);

  /** Whatever comes next, unread. */
  void skip();

  /** The end. */
  void finish();

  /** The names of one map, none of them twice: different readers would take different ones. */
  final class Names {

    private final Set<String> seen = new HashSet<>();
    private final int most;

    Names(int most) {
      this.most = most;
    }

    void add(String name, int offset) {
      if (!seen.add(name)) {
        throw WireException.refused("may have each name once", offset, '"' + name + "\" again");
      }
      if (seen.size() > most) {
        throw WireException.refused("may have " + most + " members", offset, "more");
      }
    }
  }
}
