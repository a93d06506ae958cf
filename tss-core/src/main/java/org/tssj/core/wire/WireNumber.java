package org.tssj.core.wire;

/**
 * A number with a name, from an open set: algorithms, curves, handles, response codes. A number
 * this version does not know survives the round trip, because the set grows (vendors, newer
 * revisions) and an enum would force a lie.
 */
public interface WireNumber {

  /** The number as it stands on the wire; 32-bit ones keep their bits and may be negative. */
  int value();
}
