package org.tssj.attest.asn1;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tssj.core.Bytes;
import org.tssj.core.wire.DerHeader;
import org.tssj.core.wire.WireException;

/**
 * Whether octets are nested as DER is, before anybody reads what is in them: parsers of ASN.1 call
 * themselves for every level, and an attacker chooses how many there are.
 */
final class DerShape {

  private static final int DEEPEST = 32;

  private DerShape() {}

  /**
   * One element and nothing else.
   *
   * @throws WireException if elements do not fit into each other, or are nested too deeply
   */
  static void check(Bytes der) {
    Deque<Integer> ends = new ArrayDeque<>();
    DerHeader whole = DerHeader.read(der, 0, der.length());
    if (whole.end() != der.length()) {
      throw WireException.refused(
          "nothing may follow", whole.end(), (der.length() - whole.end()) + " bytes left over");
    }
    int at = 0;
    int within = der.length();
    while (at < der.length()) {
      DerHeader header = DerHeader.read(der, at, within);
      if (header.isConstructed() && header.content() < header.end()) {
        ends.push(within);
        within = header.end();
        at = header.content();
        if (ends.size() > DEEPEST) {
          throw WireException.refused("must be nested " + DEEPEST + " deep at most", at, "more");
        }
      } else {
        at = header.end();
      }
      while (at == within && !ends.isEmpty()) {
        within = ends.pop();
      }
    }
  }
}
