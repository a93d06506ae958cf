package org.tssj.transport.tcsd;

import org.tssj.core.Bytes;
import org.tssj.transport.link.Frames;

/** A command for TPM_ExecuteTransport, taken apart as tcsd wants it. */
final class WrappedCommand {

  private final byte[] command;
  private final int handles;
  private final int dataStart;
  private final int dataEnd;

  private WrappedCommand(byte[] command, int handles, int dataStart, int dataEnd) {
    this.command = command;
    this.handles = handles;
    this.dataStart = dataStart;
    this.dataEnd = dataEnd;
  }

  /**
   * Takes a command apart.
   *
   * @param command a whole one; kept, not changed
   */
  static WrappedCommand of(byte[] command) throws CommandRoute.NotACommand {
    int authorizations = TpmFrame.authorizations(command);
    if (authorizations < 0 || authorizations > TpmFrame.MOST_AUTHORIZATIONS) {
      throw new CommandRoute.NotACommand(TpmFrame.BAD_TAG);
    }
    int handles = UnroutedCommands.handlesOf(TpmFrame.ordinal(command));
    int start = Frames.HEADER + handles * TpmFrame.HANDLE;
    int end = command.length - authorizations * TpmFrame.REQUEST_AUTH;
    if (start > end) {
      throw new CommandRoute.NotACommand(TpmFrame.BAD_PARAM_SIZE);
    }
    return new WrappedCommand(command, handles, start, end);
  }

  int ordinal() {
    return TpmFrame.ordinal(command);
  }

  int authorizations() {
    return TpmFrame.authorizations(command);
  }

  /** Its parameters, without handles and authorisations. */
  Bytes data() {
    return Bytes.of(command, dataStart, dataEnd - dataStart);
  }

  /**
   * The request.
   *
   * @param transAuth the authorisation of the transport session, 45 octets
   */
  byte[] request(long context, byte[] transAuth) {
    RpcRequest out = new RpcRequest(Rpc.EXECUTETRANSPORT, 9);
    out.number(context)
        .number(ordinal())
        .number(dataEnd - dataStart)
        .octets(ParameterType.PBYTE, command, dataStart, dataEnd - dataStart)
        .number(handles);
    if (handles > 0) {
      byte[] turned = turned(command, Frames.HEADER, handles);
      out.octets(ParameterType.PBYTE, turned, 0, turned.length);
    }
    for (int k = 0; k < TpmFrame.MOST_AUTHORIZATIONS; k++) {
      if (k < authorizations()) {
        out.octets(
            ParameterType.AUTH,
            command,
            dataEnd + k * TpmFrame.REQUEST_AUTH,
            TpmFrame.REQUEST_AUTH);
      } else {
        out.zeros(ParameterType.AUTH, TpmFrame.REQUEST_AUTH);
      }
    }
    return out.octets(ParameterType.AUTH, transAuth, 0, TpmFrame.REQUEST_AUTH).finish();
  }

  /**
   * Handles of another order of octets: tcsd takes and gives these as they stand in its memory, and
   * all machines it runs on have the low octet first.
   */
  static byte[] turned(byte[] source, int from, int count) {
    byte[] turned = new byte[count * TpmFrame.HANDLE];
    for (int k = 0; k < turned.length; k++) {
      turned[k] = source[from + (k ^ 3)];
    }
    return turned;
  }
}
