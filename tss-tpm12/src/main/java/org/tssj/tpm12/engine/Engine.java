package org.tssj.tpm12.engine;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Empty;
import org.tssj.core.wire.Field;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.session.Dsap;
import org.tssj.tpm12.command.session.Oiap;
import org.tssj.tpm12.command.session.Osap;
import org.tssj.tpm12.command.testing.ContinueSelfTest;
import org.tssj.tpm12.command.transport.EstablishTransport;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.session.TransportParameters;
import org.tssj.tpm12.session.TransportSession;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.transport.TransportAuth;

/**
 * Executes commands: handles, parameters and authorisations out; result code, parameters and proof
 * back. One command at a time.
 *
 * @see "TPM 1.2 Main, Part 1, 13 Authorization Protocols"
 */
public final class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** TPM_TAG_RQU_COMMAND; one and two more for one and two authorisations. */
  private static final int REQUEST = 0x00c1;

  /** TPM_TAG_RSP_COMMAND; likewise. */
  private static final int RESPONSE = 0x00c4;

  private static final int HEADER = 10;
  private static final int MOST_AUTHORIZATIONS = 2;
  private static final int NONCE_SIZE = 20;

  /** What every TPM 1.2 of today takes (TPM_CAP_PROP_INPUT_BUFFER); libtpms takes just this. */
  private static final int MOST_OCTETS = 4096;

  private final TpmTransport transport;
  private final RetryBudget retries;
  private final SecureRandom random;
  private final ReentrantLock lock;
  private final Set<LiveSession> open = new LinkedHashSet<>();

  /**
   * Executes over {@code transport}, which it does not close.
   *
   * @param random where the caller's nonces come from
   */
  public Engine(TpmTransport transport, RetryBudget retries, SecureRandom random) {
    this(transport, retries, random, new ReentrantLock());
  }

  /** As the other, for one that takes turns with whoever else has this lock. */
  Engine(TpmTransport transport, RetryBudget retries, SecureRandom random, ReentrantLock lock) {
    this.transport = transport;
    this.retries = retries;
    this.random = random;
    this.lock = lock;
  }

  ReentrantLock lock() {
    return lock;
  }

  SecureRandom random() {
    return random;
  }

  String endpoint() {
    return transport.endpoint();
  }

  /** Executes one command. */
  public <R> R execute(Command<R> command, Authorization... authorizations) throws IOException {
    lock.lock();
    try {
      AuthorizationBlocks blocks =
          AuthorizationBlocks.of(command.spec(), authorizations, this, random);
      try {
        return executeWith(command, blocks);
      } finally {
        blocks.sessionsForThisCommand().forEach(this::closeQuietly);
      }
    } finally {
      lock.unlock();
    }
  }

  private <R> R executeWith(Command<R> command, AuthorizationBlocks blocks) throws IOException {
    boolean allFresh = openThoseThatAreGone(blocks);
    try {
      return attempt(command, blocks);
    } catch (TpmResponseException e) {
      if (allFresh || e.code() != ResultCode.INVALID_AUTHHANDLE.code()) {
        throw e;
      }
      // A session of earlier ended without our doing: ownership changed, the TPM was reset,
      // somebody
      // flushed it. The command was not executed, so it can safely be sent with a new one.
      LOG.debug("{}: opening sessions again, as the TPM has lost one", command.spec().name());
      openThoseThatAreGone(blocks);
      return attempt(command, blocks);
    }
  }

  /** Returns whether all sessions were opened just now. */
  private boolean openThoseThatAreGone(AuthorizationBlocks blocks) throws IOException {
    boolean allFresh = true;
    for (LiveSession session : blocks.sessions()) {
      if (session.isThere()) {
        allFresh = false;
      } else {
        open(session);
      }
    }
    return allFresh;
  }

  private <R> R attempt(Command<R> command, AuthorizationBlocks blocks) throws IOException {
    CommandSpec<?, R> spec = command.spec();
    byte[] response = exchangeFrame(spec, requestOf(command, blocks), blocks);
    boolean known = false;
    try {
      R answer = parse(spec, blocks, response);
      known = true;
      return spec.answerRole().isEmpty() || blocks.count() == 0
          ? answer
          : spec.reveal(command, answer, blocks.answerCipher(spec.answerRole().get()));
    } finally {
      if (!known) {
        blocks.sessions().forEach(LiveSession::lost);
      }
      Arrays.fill(response, (byte) 0);
    }
  }

  /**
   * Sends a whole command and returns the whole answer, whose header says that it succeeded.
   *
   * @param request overwritten when it was sent
   * @throws TpmResponseException if the TPM refused; its sessions have ended then
   */
  byte[] exchangeFrame(CommandSpec<?, ?> spec, byte[] request, AuthorizationBlocks blocks)
      throws IOException {
    byte[] response = new byte[0];
    boolean known = false;
    boolean succeeded = false;
    try {
      long start = System.nanoTime();
      response = exchange(request);
      long code = checkHeader(spec, blocks.count(), response);
      known = true;
      if (code != 0) {
        throw refused(spec, blocks, ResultCode.of(code), System.nanoTime() - start);
      }
      succeeded = true;
      return response;
    } finally {
      if (!known) {
        blocks.sessions().forEach(LiveSession::lost);
      }
      Arrays.fill(request, (byte) 0);
      if (!succeeded) {
        Arrays.fill(response, (byte) 0);
      }
    }
  }

  private <R> byte[] requestOf(Command<R> command, AuthorizationBlocks blocks) {
    CommandSpec<?, R> spec = command.spec();
    WireWriter out = new WireWriter();
    try {
      out.u16(REQUEST + blocks.count());
      out.u32(0);
      out.u32(spec.ordinal());
      spec.writeHandles(command, out);
      int start = out.size();
      List<CommandSpec.Hidden> hidden = spec.writeParameters(command, out);
      if (blocks.count() > 0) {
        blocks.roll();
        hidden.forEach(part -> blocks.hide(part, out));
        byte[] parameters = out.toArray(start, out.size());
        blocks.write(
            AuthorizationBlocks.digest(parameters, 0, parameters.length, spec.ordinal()), out);
        Arrays.fill(parameters, (byte) 0);
      }
      checkSize(spec, out.size());
      out.putAt(2, out.size());
      return out.toArray();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(prefixed(spec.name(), e.getMessage()), e);
    } finally {
      out.wipe();
    }
  }

  static void checkSize(CommandSpec<?, ?> spec, int octets) {
    if (octets > MOST_OCTETS) {
      throw new IllegalArgumentException(
          spec.name() + " would have " + octets + " octets, a TPM 1.2 takes at most 4096");
    }
  }

  private static String prefixed(String name, @org.jspecify.annotations.Nullable String message) {
    String text = String.valueOf(message);
    return text.startsWith(name) ? text : name + "." + text;
  }

  private byte[] exchange(byte[] request) throws IOException {
    byte[] response = retries.exchange(transport, request, Engine::isRetryable);
    if (codeOf(response) == ResultCode.NEEDS_SELFTEST.code()) {
      byte[] test = requestOf(new ContinueSelfTest(), none(new ContinueSelfTest()));
      retries.exchange(transport, test, Engine::isRetryable);
      response = retries.exchange(transport, request, Engine::isRetryable);
    }
    return response;
  }

  private AuthorizationBlocks none(Command<?> command) {
    return AuthorizationBlocks.of(command.spec(), new Authorization[0], this, random);
  }

  private static boolean isRetryable(long code) {
    return ResultCode.of(code).isRetryable();
  }

  private static long codeOf(byte[] response) {
    return response.length < HEADER ? 0 : WireReader.part(response, 6, 4).u32();
  }

  /** Checks the header and returns the result code. */
  private static long checkHeader(CommandSpec<?, ?> spec, int authorizations, byte[] response) {
    WireReader in = new WireReader(response);
    try {
      int tag = in.u16();
      long size = in.u32();
      long code = in.u32();
      if (tag < RESPONSE || tag > RESPONSE + MOST_AUTHORIZATIONS) {
        throw WireException.refused(
                "must be TPM_TAG_RSP_COMMAND, _AUTH1_COMMAND or _AUTH2_COMMAND (0x00c4 to 0x00c6)",
                0,
                String.format("0x%04x", tag))
            .within("tag");
      }
      if (size != response.length) {
        throw WireException.refused(
                "must be the length of the answer, " + response.length, 2, Long.toString(size))
            .within("paramSize");
      }
      if (code != 0) {
        return code;
      }
      if (tag != RESPONSE + authorizations) {
        throw new TpmAuthenticityException(
            spec.name(),
            String.format(
                "it has the tag 0x%04x for %d authorisations, but the command had %d",
                tag, tag - RESPONSE, authorizations));
      }
      return 0;
    } catch (WireException e) {
      throw e.within(responseName(spec));
    }
  }

  private static TpmResponseException refused(
      CommandSpec<?, ?> spec, AuthorizationBlocks blocks, ResultCode code, long nanos) {
    // A TPM ends the sessions of a command it refuses, unless it says "not now" (Part 1, 13).
    if (!code.isNonFatal()) {
      blocks.sessions().forEach(LiveSession::ended);
    }
    String waited =
        code.isRetryable()
            ? String.format(Locale.ROOT, "Asked again and again for %.1f s", nanos / 1e9)
            : "";
    List<String> roles =
        spec.refusalNamesRole() ? blocks.roles() : List.of(String.join(" or ", blocks.roles()));
    return code.refusalOf(spec.name(), roles, spec.handleNames(), waited);
  }

  private static <R> R parse(CommandSpec<?, R> spec, AuthorizationBlocks blocks, byte[] response) {
    int end = response.length - blocks.count() * AuthorizationBlocks.RESPONSE_SIZE;
    if (end < HEADER) {
      throw WireException.refused(
              "must have " + blocks.count() + " authorisations of 41 bytes behind the header",
              HEADER,
              response.length - HEADER + " bytes")
          .within(responseName(spec));
    }
    if (blocks.count() > 0) {
      try {
        int start = parametersStart(spec, response, end);
        Bytes digest = AuthorizationBlocks.digest(response, start, end, 0, spec.ordinal());
        blocks.verify(digest, WireReader.part(response, end, response.length - end));
      } catch (WireException e) {
        throw e.within(responseName(spec));
      }
    }
    try {
      return spec.response().decode(WireReader.part(response, HEADER, end - HEADER));
    } catch (WireException e) {
      throw spec.response() == Empty.CODEC ? e.within(responseName(spec)) : e;
    }
  }

  /** Also where the response has no field, and so no name of its own. */
  private static String responseName(CommandSpec<?, ?> spec) {
    return spec.name() + " response";
  }

  /** Where the octets begin that the answer's HMACs cover: behind its handles. */
  private static <R> int parametersStart(CommandSpec<?, R> spec, byte[] response, int end) {
    WireReader in = WireReader.part(response, HEADER, end - HEADER);
    for (Field<R, ?> field : spec.response().fields().subList(0, spec.responseHandleCount())) {
      Object unused = field.read(in);
    }
    return in.offset();
  }

  /** Opens an OIAP session. */
  public Session openOiap() throws IOException {
    return opened(newOiap());
  }

  /**
   * Opens an OSAP session.
   *
   * @param secret of the entity, 20 octets; a copy is kept until the session is closed
   */
  public Session openOsap(EntityType type, int value, AuthValue secret) throws IOException {
    return opened(newOsap(type, value, Secret.checked("OSAP", secret)));
  }

  LiveSession newOiap() {
    return LiveSession.oiap(this::closeQuietly);
  }

  LiveSession newOsap(EntityType type, int value, AuthValue secret) {
    return LiveSession.osap(type, value, secret, this::closeQuietly);
  }

  /**
   * Opens a DSAP session.
   *
   * @param secret of the delegation, 20 octets; a copy is kept until the session is closed
   */
  public Session openDsap(EntityType type, Handle key, Bytes value, AuthValue secret)
      throws IOException {
    return opened(newDsap(type, key, value, Secret.checked("DSAP", secret)));
  }

  LiveSession newDsap(EntityType type, Handle key, Bytes value, AuthValue secret) {
    return LiveSession.dsap(type, key, value, secret, this::closeQuietly);
  }

  /**
   * Opens a transport session.
   *
   * @param loadedKeys the public parts of keys that are known to be loaded, by their handles
   * @param forKey for the key that the session's secret is encrypted for
   */
  public TransportSession openTransport(
      TransportParameters parameters,
      Function<Handle, Optional<PubKey>> loadedKeys,
      Authorization... forKey)
      throws IOException {
    byte[] octets = new byte[Secret.SIZE];
    random.nextBytes(octets);
    lock.lock();
    try (AuthValue secret = AuthValue.wrap(octets)) {
      Bytes sent =
          parameters.encKey().isPresent()
              ? parameters.encKey().get().encrypt(encoded(new TransportAuth(secret)))
              : Bytes.of(octets);
      EstablishTransport.Response answer =
          execute(
              new EstablishTransport(parameters.encHandle(), parameters.transPublic(), sent),
              forKey);
      LiveSession session =
          LiveSession.transport(
              answer.transHandle(), answer.transNonceEven(), secret, this::closeQuietly);
      open.add(session);
      return new TransportChannel(
          this, retries, random, session, parameters, sent, answer, loadedKeys);
    } finally {
      lock.unlock();
    }
  }

  private static AuthValue encoded(TransportAuth auth) {
    WireWriter out = new WireWriter();
    TransportAuth.CODEC.write(auth, out);
    AuthValue encoded = AuthValue.wrap(out.toArray());
    out.wipe();
    return encoded;
  }

  private LiveSession opened(LiveSession session) throws IOException {
    lock.lock();
    try {
      boolean done = false;
      try {
        open(session);
        open.add(session);
        done = true;
      } finally {
        if (!done) {
          session.closed();
        }
      }
      return session;
    } finally {
      lock.unlock();
    }
  }

  private void open(LiveSession session) throws IOException {
    if (session.mayBeThere()) {
      // Its nonce is not known any more, so it is of no use; but it takes a place in the TPM.
      flushQuietly(session);
      session.ended();
    }
    switch (session.kind()) {
      case OIAP -> {
        Oiap command = new Oiap();
        Oiap.Response answer = attempt(command, none(command));
        session.opened(answer.authHandle(), answer.nonceEven());
      }
      case OSAP -> {
        LiveSession.Entity entity = session.entity();
        Bytes nonceOdd = newNonce();
        Osap command = new Osap(entity.type(), Codecs.U32.decode(entity.value()), nonceOdd);
        Osap.Response answer = attempt(command, none(command));
        session.opened(answer.authHandle(), answer.nonceEven(), answer.nonceEvenOsap(), nonceOdd);
      }
      case DSAP -> {
        LiveSession.Entity entity = session.entity();
        Bytes nonceOdd = newNonce();
        Dsap command = new Dsap(entity.type(), entity.key(), nonceOdd, entity.value());
        Dsap.Response answer = attempt(command, none(command));
        session.opened(answer.authHandle(), answer.nonceEven(), answer.nonceEvenDsap(), nonceOdd);
      }
      case TRANSPORT ->
          throw new IllegalStateException(
              "the " + session + " has ended; what was logged in it ended with it");
    }
  }

  private Bytes newNonce() {
    byte[] octets = new byte[NONCE_SIZE];
    random.nextBytes(octets);
    return Bytes.wrap(octets);
  }

  private void closeQuietly(LiveSession session) {
    lock.lock();
    try {
      if (session.mayBeThere()) {
        flushQuietly(session);
      }
      session.closed();
      open.remove(session);
    } finally {
      lock.unlock();
    }
  }

  private void flushQuietly(LiveSession session) {
    try {
      FlushSpecific command = new FlushSpecific(
              session.handle(),
              session.kind() == Session.Kind.TRANSPORT ? ResourceType.TRANS : ResourceType.AUTH);
      attempt(command, none(command));
    } catch (IOException | TpmException | WireException e) {
      // It is said, not thrown: it happens while something else ends. If an answer was lost, the
      // TPM
      // has most likely ended the session itself.
      LOG.debug("the {} could not be flushed: {}", session, e.toString());
    }
  }

  /** Flushes the sessions that are still open. */
  public void close() {
    lock.lock();
    try {
      List.copyOf(open).forEach(this::closeQuietly);
    } finally {
      lock.unlock();
    }
  }
}
