package org.tssj.transport.tcsd;

import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireWriter;

/** An answer of TPM_ExecuteTransport, put together again of what tcsd took apart. */
final class WrappedAnswer {

  private static final int TICKS = 8;

  private final Bytes ticks;
  private final int locality;
  private final byte[] frame;
  private final Bytes data;
  private final Bytes transAuth;

  private WrappedAnswer(Bytes ticks, int locality, byte[] frame, Bytes data, Bytes transAuth) {
    this.ticks = ticks;
    this.locality = locality;
    this.frame = frame;
    this.data = data;
    this.transAuth = transAuth;
  }

  /**
   * Reads a good answer.
   *
   * @throws WireException if it is none
   */
  static WrappedAnswer of(byte[] packet, WrappedCommand command) {
    RpcAnswer in = new RpcAnswer(packet);
    int count = in.number();
    if (count < 0 || count > TpmFrame.MOST_AUTHORIZATIONS) {
      throw WireException.refused(
          "must be 0 to 2 handles", PacketHeader.LENGTH, Integer.toUnsignedString(count));
    }
    int handles =
        count == 0 && !in.isNext(ParameterType.PBYTE)
            ? 0
            : in.pass(ParameterType.PBYTE, count * TpmFrame.HANDLE);
    int[] auths = new int[TpmFrame.MOST_AUTHORIZATIONS];
    for (int k = 0; k < auths.length; k++) {
      auths[k] = in.pass(ParameterType.AUTH, TpmFrame.ANSWER_AUTH);
    }
    int transAuth = in.pass(ParameterType.AUTH, TpmFrame.ANSWER_AUTH);
    int ticks = in.pass(ParameterType.UINT64, TICKS);
    int locality = in.number();
    int result = in.number();
    int size = in.length();
    int data =
        size == 0 && !in.isNext(ParameterType.PBYTE) ? 0 : in.pass(ParameterType.PBYTE, size);
    in.finish();
    int authorizations = result == 0 ? command.authorizations() : 0;
    WireWriter out = TpmFrame.answer(authorizations, result);
    if (result == 0) {
      out.bytes(WrappedCommand.turned(packet, handles, count), 0, count * TpmFrame.HANDLE);
    }
    out.bytes(packet, data, size);
    for (int k = 0; k < authorizations; k++) {
      out.bytes(packet, auths[k], TpmFrame.ANSWER_AUTH);
    }
    return new WrappedAnswer(
        Bytes.of(packet, ticks, TICKS),
        locality,
        TpmFrame.finish(out),
        Bytes.of(packet, data, size),
        Bytes.of(packet, transAuth, TpmFrame.ANSWER_AUTH));
  }

  /** currentTicks, 8 octets. */
  Bytes ticks() {
    return ticks;
  }

  /** Of the wrapped command. */
  int locality() {
    return locality;
  }

  /** The answer to the wrapped command. */
  byte[] frame() {
    return frame;
  }

  /** Its parameters, without handles and authorisations. */
  Bytes data() {
    return data;
  }

  /** The authorisation of the transport session, 41 octets. */
  Bytes transAuth() {
    return transAuth;
  }
}
