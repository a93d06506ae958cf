package org.tssj.transport.tcsd;

import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.transport.link.Frames;

/** The frames of a TPM 1.2, as far as their outside goes. */
final class TpmFrame {

  /** TPM_TAG_RQU_COMMAND; one and two more for one and two authorisations. */
  static final int REQUEST = 0x00c1;

  /** TPM_TAG_RSP_COMMAND; likewise. */
  static final int ANSWER = 0x00c4;

  static final int MOST_AUTHORIZATIONS = 2;

  /** Octets of an authorisation in a command. */
  static final int REQUEST_AUTH = 45;

  /** Octets of an authorisation in an answer. */
  static final int ANSWER_AUTH = 41;

  static final int HANDLE = 4;

  // What a TPM says of a frame that is none of its commands.
  static final int BAD_ORDINAL = 0x0a;
  static final int BAD_PARAM_SIZE = 0x19;
  static final int BAD_TAG = 0x1e;

  private TpmFrame() {}

  static int tag(byte[] frame) {
    return (frame[0] & 0xff) << 8 | frame[1] & 0xff;
  }

  /** How many authorisations a command's tag says; below zero or above two if it is no command. */
  static int authorizations(byte[] command) {
    return tag(command) - REQUEST;
  }

  static int ordinal(byte[] command) {
    return Frames.codeIn(command);
  }

  static int number(byte[] octets, int at) {
    return WireReader.part(octets, at, 4).bits32();
  }

  /** Begins an answer; {@link #finish} says how long it became. */
  static WireWriter answer(int authorizations, int code) {
    WireWriter out = new WireWriter();
    out.u16(ANSWER + authorizations);
    out.u32(0);
    out.u32(code);
    return out;
  }

  static byte[] finish(WireWriter answer) {
    answer.putAt(2, answer.size());
    byte[] frame = answer.toArray();
    answer.wipe();
    return frame;
  }

  /** The answer of a TPM that refuses. */
  static byte[] refusal(int code) {
    return finish(answer(0, code));
  }
}
