package org.tssj.transport.tcsd;

import org.tssj.core.wire.WireException;

/** TCSD_PACKET_TYPE: the octets of a packet's type table. */
public enum ParameterType {
  /** One octet. */
  BYTE(0),
  /** One octet, 0 or 1. */
  BOOL(1),
  /** Two octets. */
  UINT16(2),
  /** Four octets. */
  UINT32(3),
  /** Octets that the number before them counts. */
  PBYTE(4),
  /** 20 octets. */
  NONCE(6),
  /** 45 octets in a request, 41 in an answer. */
  AUTH(7),
  /** 20 octets. */
  DIGEST(8),
  /** 16 octets. */
  UUID(9),
  /** 20 octets. */
  ENCAUTH(10),
  /** Four octets. */
  VERSION(11),
  /** A key of the key store. */
  KM_KEYINFO(12),
  /** A key of the key store, with the store it is in. */
  KM_KEYINFO2(13),
  /** What a parent's authorisation for LOADKEYBYUUID needs. */
  LOADKEY_INFO(14),
  /** An event of the event log. */
  PCR_EVENT(15),
  /** 10 octets, which no tcsd can send. */
  COUNTER_VALUE(16),
  /** Eight octets. */
  UINT64(17),
  /** 20 octets in the clear. */
  SECRET(18);

  private static final ParameterType[] ALL = values();

  private final int code;

  ParameterType(int code) {
    this.code = code;
  }

  /** The octet in the type table. */
  public int code() {
    return code;
  }

  static ParameterType of(int code, int offset) {
    for (ParameterType type : ALL) {
      if (type.code == code) {
        return type;
      }
    }
    throw WireException.refused(
        "must be the type of a parameter, 0 to 4 or 6 to 18", offset, Integer.toString(code));
  }
}
