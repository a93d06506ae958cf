package org.tssj.attest.evidence;

import java.util.List;
import java.util.Map;
import org.tssj.core.Bytes;

/** What an evidence file is written to, value by value, in either form. */
interface EvidenceOutput {

  /**
   * A map (an object in JSON).
   *
   * @param members by name, in the order in which people would look for them; each writes its value
   */
  void map(Map<String, Runnable> members);

  /** A list, each of whose elements writes itself. */
  void list(List<Runnable> elements);

  /** Text. */
  void text(String text);

  /** A whole number that is not negative. */
  void number(long number);

  /** Octets: base64 in JSON. */
  void octets(Bytes octets);

  /** A digest: hexadecimal digits in JSON. */
  void digest(Bytes digest);

  /** All that was written. */
  Bytes written();
}
