package org.tssj.tpm20;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.auth.AuthCommand;
import org.tssj.tpm20.structure.auth.AuthResponse;

/**
 * A captured command and its answer, taken apart by the command's declaration.
 *
 * @param command the command's record
 * @param authorizations its authorisation area
 * @param responseCode 0 for success
 * @param response the response's record, if the command succeeded
 */
record Exchange(
    Command<?> command,
    List<AuthCommand> authorizations,
    long responseCode,
    Optional<Object> response) {

  private static final int HEADER = 10;
  private static final int SESSIONS = 0x8002;
  private static final Codec<List<AuthCommand>> COMMAND_AREA = Codecs.listToEnd(AuthCommand.CODEC);
  private static final Codec<List<AuthResponse>> RESPONSE_AREA =
      Codecs.listToEnd(AuthResponse.CODEC);

  /** The command code of a captured command. */
  static int code(Bytes command) {
    WireReader in = new WireReader(command.toArray());
    in.skip(6);
    return in.bits32();
  }

  /** Takes both apart, puts both together again, and compares every octet. */
  static <C, R> Exchange of(CommandSpec<C, R> spec, Bytes sent, Bytes answered) {
    WireReader in = new WireReader(sent.toArray());
    int tag = in.u16();
    assertEquals(sent.length(), in.u32(), "commandSize");
    assertEquals(spec.code(), in.bits32(), "commandCode");
    Bytes handles = in.bytes(4 * spec.handles().size());
    List<AuthCommand> authorizations = List.of();
    if (tag == SESSIONS) {
      authorizations = COMMAND_AREA.decode(in.bytes(in.count(4, in.remaining())));
    }
    Bytes parameters = in.bytes(in.remaining());
    // A request's record is a command that answers R.
    @SuppressWarnings("unchecked")
    Command<R> command = (Command<R>) spec.request().decode(handles.concat(parameters));
    WireWriter out = new WireWriter();
    out.u16(tag);
    out.u32(0);
    out.u32(command.spec().code());
    spec.writeHandles(command, out);
    if (tag == SESSIONS) {
      int mark = out.mark(4);
      COMMAND_AREA.write(authorizations, out);
      out.patch(mark, 4);
    }
    spec.writeParameters(command, out);
    out.putAt(2, out.size());
    assertEquals(sent, out.toBytes(), "the command put together again");

    WireReader back = new WireReader(answered.toArray());
    int backTag = back.u16();
    assertEquals(answered.length(), back.u32(), "responseSize");
    long code = back.u32();
    if (code != 0) {
      assertEquals(HEADER, answered.length(), "a refusal is its header");
      return new Exchange(command, authorizations, code, Optional.empty());
    }
    return new Exchange(
        command, authorizations, 0, Optional.of(response(spec, backTag, back, answered)));
  }

  private static <C, R> R response(CommandSpec<C, R> spec, int tag, WireReader in, Bytes answered) {
    Bytes handle = in.bytes(4 * spec.responseHandleCount());
    int size = tag == SESSIONS ? in.count(4, in.remaining()) : in.remaining();
    Bytes parameters = in.bytes(size);
    R response = spec.response().decode(handle.concat(parameters));
    Bytes again = spec.response().encode(response);
    WireWriter out = new WireWriter();
    out.u16(tag);
    out.u32(0);
    out.u32(0);
    out.bytes(again.slice(0, handle.length()));
    if (tag == SESSIONS) {
      out.u32(again.length() - handle.length());
    }
    out.bytes(again.slice(handle.length(), again.length()));
    if (tag == SESSIONS) {
      RESPONSE_AREA.write(RESPONSE_AREA.decode(in.bytes(in.remaining())), out);
    }
    out.putAt(2, out.size());
    assertEquals(answered, out.toBytes(), "the response put together again");
    return response;
  }
}
