package org.tssj.transport.tcsd;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Hmac;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.transport.link.Frames;

/**
 * Commands inside of TPM_ExecuteTransport: tcsd passes on any command that comes so. It wants it
 * taken apart, because the handles of keys are its own.
 *
 * <p>For commands without an RPC a transport session is opened that neither encrypts nor logs, by a
 * secret in the clear: it is there for being let through, and protects nothing. What the command
 * itself is authorised by is untouched.
 *
 * @see "TPM 1.2 Main, Part 3, 24 Transport Sessions"
 */
final class Wrapping {

  private static final int SHA1_START = 0xa0;
  private static final int SHA1_UPDATE = 0xa1;
  private static final int DIGEST = 20;
  private static final int TICKS = 8;

  /** TPM_RT_TRANS. */
  private static final int TRANSPORT = 4;

  /** TPM_NOSRK. */
  private static final int NO_SRK = 0x12;

  // TPM_EstablishTransport: TPM_KH_TRANSPORT; TPM_TRANSPORT_PUBLIC without attributes; the secret in
  // the clear, 20 octets that follow.
  private static final Bytes ESTABLISH =
      Bytes.hex("00c1 00000032 000000e6 40000003 001e 00000000 00000000 0001 00000014");

  private final TcsdClient tcsd;
  private final SecureRandom random = new SecureRandom();
  private @Nullable Session session;

  Wrapping(TcsdClient tcsd) {
    this.tcsd = tcsd;
  }

  /** A transport session: its handle, its secret, the TPM's last nonce. */
  private record Session(int handle, AuthValue secret, Bytes nonceEven) {}

  /** A command taken apart, as the RPC wants it. */
  private record Parts(
      byte[] command, int handles, int dataStart, int dataEnd, int authorizations) {

    static Parts of(byte[] command) throws CommandRoute.NotACommand {
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
      return new Parts(command, handles, start, end, authorizations);
    }

    int ordinal() {
      return TpmFrame.ordinal(command);
    }

    Bytes data() {
      return Bytes.of(command, dataStart, dataEnd - dataStart);
    }

    /** The request, with the authorisation of the transport session. */
    byte[] request(long context, byte[] transAuth) {
      RpcRequest out = new RpcRequest(Rpc.EXECUTETRANSPORT, 9);
      out.number(context)
          .number(ordinal())
          .number(dataEnd - dataStart)
          .octets(ParameterType.PBYTE, command, dataStart, dataEnd - dataStart)
          .number(handles);
      if (handles > 0) {
        out.octets(ParameterType.PBYTE, command, Frames.HEADER, dataStart - Frames.HEADER);
      }
      for (int k = 0; k < TpmFrame.MOST_AUTHORIZATIONS; k++) {
        if (k < authorizations) {
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
  }

  /**
   * The answer put together again.
   *
   * @param ticks currentTicks, 8 octets
   * @param locality of the wrapped command
   * @param frame the wrapped answer
   * @param data its parameters, without handles and authorisations
   * @param transAuth of the transport session, 41 octets
   */
  private record Unwrapped(
      Bytes ticks, int locality, byte[] frame, Bytes data, Bytes transAuth) {

    static Unwrapped of(byte[] packet, Parts command) {
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
      int size = in.number();
      int data =
          size == 0 && !in.isNext(ParameterType.PBYTE) ? 0 : in.pass(ParameterType.PBYTE, size);
      in.finish();
      int authorizations = result == 0 ? command.authorizations : 0;
      WireWriter out = TpmFrame.answer(authorizations, result);
      if (result == 0) {
        out.bytes(packet, handles, count * TpmFrame.HANDLE);
      }
      out.bytes(packet, data, size);
      for (int k = 0; k < authorizations; k++) {
        out.bytes(packet, auths[k], TpmFrame.ANSWER_AUTH);
      }
      return new Unwrapped(
          Bytes.of(packet, ticks, TICKS),
          locality,
          TpmFrame.finish(out),
          Bytes.of(packet, data, size),
          Bytes.of(packet, transAuth, TpmFrame.ANSWER_AUTH));
    }
  }

  /** Sends a command that has no RPC, in a session of our own. */
  byte[] exchange(byte[] command) throws TpmTransportException, CommandRoute.NotACommand {
    Parts parts = Parts.of(command);
    Session existing = session;
    Session open = existing == null ? establish(UnroutedCommands.nameOf(parts.ordinal())) : existing;
    // A hash begun by TPM_SHA1Start lives in its session; nothing else needs it afterwards.
    boolean goesOn = parts.ordinal() == SHA1_START || parts.ordinal() == SHA1_UPDATE;
    session = null;
    byte[] nonceOdd = new byte[DIGEST];
    random.nextBytes(nonceOdd);
    Bytes odd = Bytes.wrap(nonceOdd);
    Bytes digest =
        Bank.SHA1.hash(
            number(CommandRoutes.EXECUTE_TRANSPORT),
            number(command.length),
            Bank.SHA1.hash(number(parts.ordinal()), parts.data()));
    WireWriter auth = new WireWriter(TpmFrame.REQUEST_AUTH);
    auth.u32(open.handle);
    auth.bytes(odd);
    auth.u8(goesOn ? 1 : 0);
    auth.bytes(hmac(open.secret, digest, open.nonceEven, odd, goesOn));
    byte[] packet = tcsd.exchange(parts.request(tcsd.context(), auth.toArray()));
    try {
      Optional<byte[]> refusal = refusal(Rpc.EXECUTETRANSPORT, packet);
      if (refusal.isPresent()) {
        flush(open);
        return refusal.get();
      }
      Unwrapped answer = Unwrapped.of(packet, parts);
      Bytes nonceEven = answer.transAuth.slice(0, DIGEST);
      boolean stays = answer.transAuth.get(DIGEST) != 0;
      Bytes expected = hmac(open.secret, digestOf(answer, parts), nonceEven, odd, stays);
      if (!expected.equals(answer.transAuth.slice(DIGEST + 1, TpmFrame.ANSWER_AUTH))) {
        throw WireException.refused(
            "the HMAC of the transport session must hold", 0, "another one");
      }
      if (stays) {
        session = new Session(open.handle, open.secret, nonceEven);
      }
      return answer.frame;
    } catch (WireException e) {
      throw tcsd.notAnAnswer(Rpc.EXECUTETRANSPORT, e);
    } finally {
      Arrays.fill(packet, (byte) 0);
    }
  }

  /** After a refusal the TPM may hold it or not; its nonce is not known in any case. */
  private void flush(Session refused) throws TpmTransportException {
    byte[] request =
        new RpcRequest(Rpc.FLUSHSPECIFIC, 3)
            .number(tcsd.context())
            .number(refused.handle)
            .number(TRANSPORT)
            .finish();
    tcsd.exchange(request);
  }

  private static Bytes digestOf(Unwrapped answer, Parts command) {
    return Bank.SHA1.hash(
        number(0),
        number(CommandRoutes.EXECUTE_TRANSPORT),
        answer.ticks,
        number(answer.locality),
        number(answer.frame.length),
        Bank.SHA1.hash(
            number(Frames.codeIn(answer.frame)), number(command.ordinal()), answer.data));
  }

  private static Bytes hmac(
      AuthValue secret, Bytes digest, Bytes nonceEven, Bytes nonceOdd, boolean goesOn) {
    return Hmac.keyed(Bank.SHA1, secret)
        .update(digest)
        .update(nonceEven)
        .update(nonceOdd)
        .update((byte) (goesOn ? 1 : 0))
        .finish();
  }

  private static Bytes number(int value) {
    return Bytes.of((byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value);
  }

  /** The TPM's own refusal as its frame; another layer's is thrown. */
  private static Optional<byte[]> refusal(Rpc rpc, byte[] packet) {
    long result = new RpcAnswer(packet).result();
    if (result == 0) {
      return Optional.empty();
    }
    if (TcsResult.isOfTpm(result)) {
      return Optional.of(TpmFrame.refusal((int) result));
    }
    throw TcsResult.refusal(rpc, result);
  }

  private Session establish(String name) throws TpmTransportException, CommandRoute.NotACommand {
    byte[] secret = new byte[DIGEST];
    random.nextBytes(secret);
    WireWriter command = new WireWriter();
    command.bytes(ESTABLISH);
    command.bytes(secret, 0, DIGEST);
    CommandRoute route = CommandRoutes.of(0xe6).orElseThrow();
    byte[] packet = tcsd.exchange(route.toRequest(command.toArray(), tcsd.context()));
    try {
      long result = new RpcAnswer(packet).result();
      if (result == NO_SRK) {
        throw new TpmServiceException(
            "tcsd",
            TcsResult.NOT_IMPLEMENTED,
            name
                + " has no RPC, and the transport session that it could be sent in takes an owner,"
                + " which this TPM has not");
      }
      TcsdClient.refuseUnlessGood(Rpc.ESTABLISHTRANSPORT, result);
      byte[] answer = route.toAnswer(new RpcAnswer(packet), 0);
      WireReader in = WireReader.part(answer, Frames.HEADER, answer.length - Frames.HEADER);
      int handle = in.bits32();
      Bytes nonceEven = Bytes.of(answer, answer.length - DIGEST, DIGEST);
      return new Session(handle, AuthValue.wrap(secret), nonceEven);
    } catch (WireException e) {
      throw tcsd.notAnAnswer(Rpc.ESTABLISHTRANSPORT, e);
    }
  }

  /** TPM_ExecuteTransport of the caller's own session. */
  byte[] forward(byte[] command) throws TpmTransportException, CommandRoute.NotACommand {
    int authorizations = TpmFrame.authorizations(command);
    int wrappedStart = Frames.HEADER + 4;
    int end = command.length - TpmFrame.REQUEST_AUTH;
    if (authorizations != 1) {
      throw new CommandRoute.NotACommand(TpmFrame.BAD_TAG);
    }
    if (end < wrappedStart + Frames.HEADER
        || TpmFrame.number(command, Frames.HEADER) != end - wrappedStart) {
      throw new CommandRoute.NotACommand(TpmFrame.BAD_PARAM_SIZE);
    }
    Parts parts = Parts.of(Arrays.copyOfRange(command, wrappedStart, end));
    UnroutedCommands.refuse(parts.ordinal());
    byte[] packet =
        tcsd.exchange(
            parts.request(tcsd.context(), Arrays.copyOfRange(command, end, command.length)));
    try {
      Optional<byte[]> refusal = refusal(Rpc.EXECUTETRANSPORT, packet);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      Unwrapped answer = Unwrapped.of(packet, parts);
      WireWriter out = TpmFrame.answer(1, 0);
      out.bytes(answer.ticks);
      out.u32(answer.locality);
      out.u32(answer.frame.length);
      out.bytes(answer.frame, 0, answer.frame.length);
      out.bytes(answer.transAuth);
      return TpmFrame.finish(out);
    } catch (WireException e) {
      throw tcsd.notAnAnswer(Rpc.EXECUTETRANSPORT, e);
    } finally {
      Arrays.fill(packet, (byte) 0);
    }
  }
}
