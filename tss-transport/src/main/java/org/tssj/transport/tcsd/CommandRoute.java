package org.tssj.transport.tcsd;

import java.util.List;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.transport.link.Frames;

/**
 * How one command of a TPM becomes an RPC, and the RPC's answer the TPM's.
 *
 * @param ordinal the command, TPM_ORD
 * @param name its name in the specification
 * @param rpc what tcsd has for it
 * @param request its parameters
 * @param answer those of its answer
 */
record CommandRoute(int ordinal, String name, Rpc rpc, Message request, Message answer) {

  /** A command that is none: what a TPM answers to it. */
  static final class NotACommand extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    NotACommand(int code) {
      super("TPM result " + code, null, false, false);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /**
   * The request that a command becomes.
   *
   * @param context of the connection
   * @throws NotACommand if its parameters or authorisations are not those of this command
   */
  byte[] toRequest(byte[] command, long context) throws NotACommand {
    int authorizations = TpmFrame.authorizations(command);
    List<Piece.Auth> auths = request.authorizations();
    long required =
        auths.stream().filter(auth -> auth.presence() == Piece.Presence.REQUIRED).count();
    if (authorizations > auths.size() || authorizations < required) {
      throw new NotACommand(TpmFrame.BAD_TAG);
    }
    int end = command.length - authorizations * TpmFrame.REQUEST_AUTH;
    if (end < Frames.HEADER) {
      throw new NotACommand(TpmFrame.BAD_PARAM_SIZE);
    }
    int[] starts = startsIn(command, end);
    RpcRequest out = new RpcRequest(rpc, 1 + request.mostParameters());
    out.number(context);
    int auth = 0;
    int unused = auths.size() - authorizations;
    for (Piece piece : request.inRpcOrder()) {
      if (piece instanceof Piece.Auth one) {
        boolean zeroed = one.presence() == Piece.Presence.ZEROED;
        // Of two that may be zero the last ones are used: those of the key itself, of the session.
        if (zeroed && unused > 0) {
          out.zeros(ParameterType.AUTH, TpmFrame.REQUEST_AUTH);
          unused--;
        } else if (auth < authorizations) {
          out.octets(
              ParameterType.AUTH,
              command,
              end + auth * TpmFrame.REQUEST_AUTH,
              TpmFrame.REQUEST_AUTH);
          auth++;
        }
      } else if (piece instanceof Piece.Constant constant) {
        out.number(constant.value());
      } else {
        int index = request.inTpmOrder().indexOf(piece);
        put(piece, command, starts[index], starts[index + 1], out);
      }
    }
    return out.finish();
  }

  private static void put(Piece piece, byte[] command, int from, int to, RpcRequest out) {
    if (piece instanceof Piece.Unsaid) {
      return;
    }
    if (piece instanceof Piece.Fixed fixed) {
      out.octets(fixed.type(), command, from, to - from);
    } else if (piece instanceof Piece.Bare) {
      out.octets(ParameterType.PBYTE, command, from, to - from);
    } else if (piece instanceof Piece.Counted counted) {
      int start = from + TpmFrame.HANDLE;
      out.number((to - start) / counted.unit());
      if (to > start || !counted.leftOutIfEmpty()) {
        out.octets(ParameterType.PBYTE, command, start, to - start);
      }
    } else {
      out.number(to - from).octets(ParameterType.PBYTE, command, from, to - from);
    }
  }

  /** Where each parameter begins, and behind them where the last one ends. */
  private int[] startsIn(byte[] command, int end) throws NotACommand {
    List<Piece> pieces = request.inTpmOrder();
    int[] starts = new int[pieces.size() + 1];
    WireReader in = WireReader.part(command, Frames.HEADER, end - Frames.HEADER);
    try {
      for (int k = 0; k < pieces.size(); k++) {
        starts[k] = in.offset();
        pass(pieces, k, in);
      }
      starts[pieces.size()] = in.offset();
      in.finish();
    } catch (WireException e) {
      throw new NotACommand(TpmFrame.BAD_PARAM_SIZE);
    }
    return starts;
  }

  private static void pass(List<Piece> pieces, int index, WireReader in) {
    Piece piece = pieces.get(index);
    if (piece instanceof Piece.Fixed fixed) {
      in.skip(fixed.width());
    } else if (piece instanceof Piece.Unsaid) {
      in.skip(4);
    } else if (piece instanceof Piece.Bare bare) {
      in.skip(bare.length());
    } else if (piece instanceof Piece.Counted) {
      passCounted(in);
    } else if (piece instanceof Piece.Structure structure) {
      switch (structure.extent()) {
        case REST -> {
          int behind = fixedLength(pieces.subList(index + 1, pieces.size()));
          in.skip(Math.max(0, in.remaining() - behind));
        }
        case PUBLIC_KEY -> passPublicKey(in);
        case KEY -> passKey(in);
        case TRANSPORT_PUBLIC -> in.skip(12);
        case MIGRATION_KEY_AUTH -> {
          // TPM_MIGRATIONKEYAUTH: the key, a TPM_MIGRATE_SCHEME, a digest.
          passPublicKey(in);
          in.skip(22);
        }
      }
    }
  }

  private static int fixedLength(List<Piece> pieces) {
    int length = 0;
    for (Piece piece : pieces) {
      length +=
          piece instanceof Piece.Fixed fixed
              ? fixed.width()
              : piece instanceof Piece.Bare bare ? bare.length() : 0;
    }
    return length;
  }

  private static void passCounted(WireReader in) {
    in.skip(in.count(4, Integer.MAX_VALUE));
  }

  /** TPM_KEY_PARMS: an algorithm, two schemes, its parameters behind their length. */
  private static void passKeyParms(WireReader in) {
    in.skip(8);
    passCounted(in);
  }

  private static void passPublicKey(WireReader in) {
    passKeyParms(in);
    passCounted(in);
  }

  /** TPM_KEY: version, usage, flags, authDataUsage, parameters, PCRs, public and private part. */
  private static void passKey(WireReader in) {
    in.skip(11);
    passKeyParms(in);
    passCounted(in);
    passCounted(in);
    passCounted(in);
  }

  /**
   * The TPM's answer that a good answer of tcsd stands for.
   *
   * @param authorizations how many the command had
   * @throws WireException if it is not an answer to this RPC
   */
  byte[] toAnswer(RpcAnswer in, int authorizations) {
    List<Piece> pieces = answer.inTpmOrder();
    int[] starts = new int[pieces.size()];
    int[] ends = new int[pieces.size()];
    int[] auths = new int[answer.authorizations().size()];
    int found = 0;
    for (Piece piece : answer.inRpcOrder()) {
      if (piece instanceof Piece.Auth) {
        if (in.isNext(ParameterType.AUTH)) {
          auths[found++] = in.pass(ParameterType.AUTH, TpmFrame.ANSWER_AUTH);
        }
      } else if (piece instanceof Piece.Extra extra) {
        passExtra(extra, in);
      } else {
        int index = pieces.indexOf(piece);
        int length = lengthOf(piece, in);
        starts[index] = startOf(piece, in, length);
        ends[index] = starts[index] + length;
      }
    }
    in.finish();
    if (found < authorizations) {
      throw WireException.refused(
          "must have " + authorizations + " authorisations", PacketHeader.LENGTH, "" + found);
    }
    WireWriter out = TpmFrame.answer(authorizations, 0);
    for (int k = 0; k < pieces.size(); k++) {
      if (pieces.get(k) instanceof Piece.Counted) {
        out.u32(ends[k] - starts[k]);
      }
      out.bytes(in.packet(), starts[k], ends[k] - starts[k]);
    }
    // tcsd answers a place that the command had not with zeros; those come first.
    for (int k = found - authorizations; k < found; k++) {
      out.bytes(in.packet(), auths[k], TpmFrame.ANSWER_AUTH);
    }
    return TpmFrame.finish(out);
  }

  private static int lengthOf(Piece piece, RpcAnswer in) {
    if (piece instanceof Piece.Fixed fixed) {
      return fixed.width();
    }
    int unit = piece instanceof Piece.Counted counted ? counted.unit() : 1;
    long length = Integer.toUnsignedLong(in.number()) * unit;
    if (length > in.packet().length) {
      throw WireException.refused(
          "must fit into the packet", PacketHeader.LENGTH, Long.toString(length));
    }
    return (int) length;
  }

  private static int startOf(Piece piece, RpcAnswer in, int length) {
    if (piece instanceof Piece.Fixed fixed) {
      return in.pass(fixed.type(), length);
    }
    // Some answers have no octets at all where there are none.
    return length == 0 && !in.isNext(ParameterType.PBYTE)
        ? 0
        : in.pass(ParameterType.PBYTE, length);
  }

  private static void passExtra(Piece.Extra extra, RpcAnswer in) {
    switch (extra.type()) {
      case UINT32 -> {
        int unused = in.number();
      }
      case UUID -> in.pass(ParameterType.UUID, 16);
      default -> {
        int length = lengthOf(extra, in);
        startOf(extra, in, length);
      }
    }
  }
}
