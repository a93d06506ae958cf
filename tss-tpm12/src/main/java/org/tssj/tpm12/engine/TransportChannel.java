package org.tssj.tpm12.engine;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.context.SaveContext;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.transport.EstablishTransport;
import org.tssj.tpm12.command.transport.ExecuteTransport;
import org.tssj.tpm12.command.transport.ReleaseTransportSigned;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.SessionUse;
import org.tssj.tpm12.session.SignedTransportLog;
import org.tssj.tpm12.session.TransportLog;
import org.tssj.tpm12.session.TransportParameters;
import org.tssj.tpm12.session.TransportSession;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.time.CurrentTicks;
import org.tssj.tpm12.structure.transport.TransportAttributes;
import org.tssj.tpm12.structure.transport.TransportLogIn;
import org.tssj.tpm12.structure.transport.TransportLogOut;
import org.tssj.tpm12.structure.transport.TransportPublic;

/**
 * A transport session at work. To an engine of its own it is a transport: whole commands go in and
 * whole answers come out, and on their way they are wrapped in TPM_ExecuteTransport.
 *
 * @see "TPM 1.2 Main, Part 3, 24.2 TPM_ExecuteTransport"
 */
final class TransportChannel implements TransportSession {

  private static final int HEADER = 10;
  private static final Bytes NO_KEYS = Bytes.zeros(20);

  private final Engine outside;
  private final Engine inside;
  private final LiveSession session;
  private final TransportPublic parameters;
  private final CurrentTicks opened;
  private final Function<Handle, Optional<PubKey>> loadedKeys;
  private final Map<Handle, PubKey> told = new HashMap<>();
  private final List<TransportLog.Entry> log = new ArrayList<>();

  TransportChannel(
      Engine outside,
      RetryBudget retries,
      SecureRandom random,
      LiveSession session,
      TransportParameters parameters,
      Bytes secret,
      EstablishTransport.Response answer,
      Function<Handle, Optional<PubKey>> loadedKeys) {
    this.outside = outside;
    this.session = session;
    this.parameters = parameters.transPublic();
    this.opened = answer.currentTicks();
    this.loadedKeys = loadedKeys;
    this.inside = new Engine(new Inside(), retries, random, outside.lock());
    if (isLogged()) {
      log.add(opening(secret, answer));
    }
  }

  private boolean isLogged() {
    return parameters.transAttributes().has(TransportAttributes.LOG);
  }

  private boolean isEncrypted() {
    return parameters.transAttributes().has(TransportAttributes.ENCRYPT);
  }

  private TransportLog.Entry opening(Bytes secret, EstablishTransport.Response answer) {
    Bytes ordinal = number(EstablishTransport.SPEC.ordinal());
    Bytes locality = Codecs.U32.encode(answer.locality());
    Bytes in =
        Bank.SHA1.hash(
            ordinal,
            TransportPublic.CODEC.encode(parameters),
            Codecs.counted(4, Integer.MAX_VALUE).encode(secret));
    Bytes out =
        Bank.SHA1.hash(
            number(0),
            ordinal,
            locality,
            CurrentTicks.CODEC.encode(answer.currentTicks()),
            answer.transNonceEven());
    return new TransportLog.Entry(
        EstablishTransport.SPEC.name(),
        new TransportLogIn(in, NO_KEYS),
        new TransportLogOut(answer.currentTicks(), out, answer.locality()));
  }

  private static Bytes number(int value) {
    return Codecs.U32.encode(Integer.toUnsignedLong(value));
  }

  @Override
  public <R> R execute(Command<R> command, Authorization... authorizations) throws IOException {
    return inside.execute(command, authorizations);
  }

  @Override
  public Handle handle() {
    return session.handle();
  }

  @Override
  public boolean isOpen() {
    return session.isThere();
  }

  @Override
  public void knows(Handle handle, PubKey key) {
    outside.lock().lock();
    try {
      told.put(handle, key);
    } finally {
      outside.lock().unlock();
    }
  }

  @Override
  public TransportLog log() {
    outside.lock().lock();
    try {
      return new TransportLog(log);
    } finally {
      outside.lock().unlock();
    }
  }

  @Override
  public SignedTransportLog release(Handle keyHandle, Bytes antiReplay, Authorization... forKey)
      throws IOException {
    if (!isLogged()) {
      throw new IllegalStateException("the " + session + " is not logged: there is nothing to sign");
    }
    outside.lock().lock();
    try {
      // Sessions opened inside are flushed inside, before the log is closed.
      inside.close();
      Authorization[] both = Arrays.copyOf(forKey, forKey.length + 1);
      both[forKey.length] = use().forTheLastTime();
      ReleaseTransportSigned.Response answer =
          outside.execute(new ReleaseTransportSigned(keyHandle, antiReplay), both);
      return new SignedTransportLog(
          new TransportLog(log),
          antiReplay,
          answer.currentTicks(),
          answer.locality(),
          answer.signature());
    } finally {
      outside.lock().unlock();
      session.close();
    }
  }

  private SessionUse use() {
    return new SessionUse(session, Optional.empty(), false);
  }

  @Override
  public void close() {
    if (session.isThere()) {
      inside.close();
    }
    session.close();
  }

  /** What the engine inside sees. */
  private final class Inside implements TpmTransport {

    @Override
    public byte[] exchange(byte[] command) throws IOException {
      CommandSpec<?, ?> spec = TransportFrame.specOf(command);
      if (!session.isThere()) {
        throw new IllegalStateException(
            "the " + session + " has ended; " + spec.name() + " was not sent");
      }
      Bytes keys = isLogged() ? keysOf(spec, command) : NO_KEYS;
      byte[] wrapped = command.clone();
      TransportFrame frame = TransportFrame.ofCommand(spec, wrapped);
      Bytes parametersIn = frame.digest(spec.ordinal());
      AuthorizationBlocks blocks =
          AuthorizationBlocks.of(
              ExecuteTransport.SPEC, new Authorization[] {use()}, outside, outside.random());
      blocks.roll();
      Bytes nonceOdd = blocks.lastNonceOdd();
      if (isEncrypted()) {
        frame.crypt(parameters, session.sharedSecret(), session.nonceEven(), nonceOdd);
      }
      byte[] request = request(wrapped, parametersIn, blocks);
      byte[] response = outside.exchangeFrame(ExecuteTransport.SPEC, request, blocks);
      boolean believed = false;
      try {
        byte[] answer = unwrapped(spec, response, blocks, new TransportLogIn(parametersIn, keys));
        believed = true;
        return answer;
      } catch (WireException e) {
        throw e.within("TPM_ExecuteTransport response");
      } finally {
        Arrays.fill(wrapped, (byte) 0);
        Arrays.fill(response, (byte) 0);
        if (!believed) {
          session.lost();
        }
      }
    }

    private byte[] request(byte[] wrapped, Bytes parametersIn, AuthorizationBlocks blocks) {
      WireWriter out = new WireWriter(HEADER + 4 + wrapped.length + 45);
      out.u16(0x00c2);
      out.u32(0);
      out.u32(ExecuteTransport.SPEC.ordinal());
      out.u32(wrapped.length);
      out.bytes(wrapped, 0, wrapped.length);
      blocks.write(
          Bank.SHA1.hash(
              number(ExecuteTransport.SPEC.ordinal()), number(wrapped.length), parametersIn),
          out);
      Engine.checkSize(ExecuteTransport.SPEC, out.size());
      out.putAt(2, out.size());
      byte[] request = out.toArray();
      out.wipe();
      return request;
    }

    private byte[] unwrapped(
        CommandSpec<?, ?> spec, byte[] response, AuthorizationBlocks blocks, TransportLogIn in) {
      int end = response.length - AuthorizationBlocks.RESPONSE_SIZE;
      WireReader reader = WireReader.part(response, HEADER, end - HEADER);
      long ticks = reader.u64();
      long locality = reader.u32();
      int size = reader.count(4, Integer.MAX_VALUE);
      if (size < HEADER || size != reader.remaining()) {
        throw WireException.refused(
                "must be the " + reader.remaining() + " bytes of an answer",
                reader.offset(),
                Integer.toString(size))
            .within("wrappedRsp");
      }
      byte[] answer = Arrays.copyOfRange(response, end - size, end);
      TransportFrame frame = TransportFrame.ofAnswer(spec, answer);
      // The new nonce is part of the key, so it is read before it is believed.
      Bytes nonceEven = WireReader.part(response, end, 20).bytes(20);
      if (isEncrypted()) {
        frame.crypt(parameters, session.sharedSecret(), nonceEven, blocks.lastNonceOdd());
      }
      int code = WireReader.part(answer, 6, 4).bits32();
      Bytes parametersOut = frame.digest(code, spec.ordinal());
      Bytes digest =
          Bank.SHA1.hash(
              number(0),
              number(ExecuteTransport.SPEC.ordinal()),
              Codecs.U64.encode(ticks),
              Codecs.U32.encode(locality),
              number(size),
              parametersOut);
      blocks.verify(
          digest, WireReader.part(response, end, AuthorizationBlocks.RESPONSE_SIZE));
      if (isLogged()) {
        CurrentTicks now = new CurrentTicks(ticks, opened.tickRate(), opened.tickNonce());
        log.add(
            new TransportLog.Entry(
                spec.name(), in, new TransportLogOut(now, parametersOut, locality)));
      }
      return answer;
    }

    @Override
    public String endpoint() {
      return "the " + session + " on " + outside.endpoint();
    }

    @Override
    public void close() {}
  }

  /** The digest by which the log names the keys that a command's handles stand for. */
  private Bytes keysOf(CommandSpec<?, ?> spec, byte[] command) {
    int keys = spec.keyHandleCount();
    if (spec == OwnerReadInternalPub.SPEC) {
      // Its handle is a parameter.
      keys = 1;
    } else if (spec == FlushSpecific.SPEC || spec == SaveContext.SPEC) {
      keys = WireReader.part(command, HEADER + 4, 4).bits32() == ResourceType.KEY.value() ? 1 : 0;
    }
    if (keys == 0) {
      return NO_KEYS;
    }
    Bytes[] digests = new Bytes[keys];
    for (int k = 0; k < keys; k++) {
      Handle handle = new Handle(WireReader.part(command, HEADER + 4 * k, 4).bits32());
      PubKey key =
          Optional.ofNullable(told.get(handle))
              .or(() -> loadedKeys.apply(handle))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          spec.name()
                              + ": the log names the key "
                              + handle
                              + " by its public part: tell it with knows(...)"));
      digests[k] = Bank.SHA1.hash(Codecs.counted(4, Integer.MAX_VALUE).encode(key.pubKey()));
    }
    return Bank.SHA1.hash(digests);
  }
}
