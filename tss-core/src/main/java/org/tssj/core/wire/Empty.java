package org.tssj.core.wire;

/** TPMS_EMPTY: nothing, the response of a command that only succeeds or fails. */
public enum Empty {
  /** The only value. */
  EMPTY;

  /** No octets. */
  public static final Struct<Empty> CODEC = Struct.struct("TPMS_EMPTY", EMPTY);
}
