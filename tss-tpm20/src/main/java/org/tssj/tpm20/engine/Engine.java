package org.tssj.tpm20.engine;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.tssj.core.AuthValue;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.PolicyProof;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * Executes commands: handles, authorisation area, parameters out; response code, parameters and
 * proof back. One command at a time.
 *
 * @see "TPM 2.0 Library, Part 1, 18 Command/Response Structure"
 */
public final class Engine {

  static final int NO_SESSIONS = 0x8001;
  static final int SESSIONS = 0x8002;

  /**
   * TPM_ST_RSP_COMMAND: how a TPM answers a command whose tag it does not know, as a TPM 1.2 would.
   */
  private static final int RSP_COMMAND = 0x00c4;

  private static final int HEADER = 10;

  /** Where nonces come from; a run without sessions needs none, and no security provider. */
  private static final class Nonces {
    static final SecureRandom RANDOM = new SecureRandom();
  }

  private final TpmTransport transport;
  private final RetryBudget retries;
  private final ReentrantLock lock = new ReentrantLock();

  /** By their handles, which a TPM gives out again: so these are never more than it can hold. */
  private final Map<Integer, LiveSession> policySessions = new HashMap<>();

  /** Executes over {@code transport}, which it does not close. */
  public Engine(TpmTransport transport, RetryBudget retries) {
    this.transport = transport;
    this.retries = retries;
  }

  /** Executes one command. */
  public <R> R execute(Command<R> command, Authorization... authorizations) throws IOException {
    CommandSpec<?, R> spec = command.spec();
    lock.lock();
    try {
      R result =
          authorizations.length == 0 && spec.authHandleCount() == 0
              ? executeBare(spec, command)
              : executeAuthorized(spec, command, authorizations);
      command.policyProofAfter().ifPresent(proof -> prove(spec.handlesOf(command), proof));
      return result;
    } finally {
      lock.unlock();
    }
  }

  /** Remembers a policy session, because commands change what it has to show. */
  public void opened(LiveSession session) {
    lock.lock();
    try {
      policySessions.put(session.handle().value(), session);
    } finally {
      lock.unlock();
    }
  }

  private void prove(List<Handle> handles, PolicyProof proof) {
    for (Handle handle : handles) {
      LiveSession session = policySessions.get(handle.value());
      if (session != null) {
        session.prove(proof);
      }
    }
  }

  private <R> R executeBare(CommandSpec<?, R> spec, Command<R> command) throws IOException {
    WireWriter out = new WireWriter();
    writeHeader(spec, NO_SESSIONS, out);
    spec.writeHandles(command, out);
    spec.writeParameters(command, out);
    byte[] response = exchange(spec, out);
    if (tag(response) != NO_SESSIONS) {
      throw WireException.refused(
              "must be TPM_ST_NO_SESSIONS (0x8001) like the command's",
              0,
              String.format("0x%04x", tag(response)))
          .within("tag")
          .within(spec.response().name());
    }
    return spec.response().decode(WireReader.part(response, HEADER, response.length - HEADER));
  }

  private <R> R executeAuthorized(
      CommandSpec<?, R> spec, Command<R> command, Authorization[] authorizations)
      throws IOException {
    WireWriter out = new WireWriter();
    WireWriter parameters = new WireWriter();
    byte[] response = new byte[0];
    writeHeader(spec, SESSIONS, out);
    // What the command itself has wrong is said before any session is touched.
    spec.writeHandles(command, out);
    AuthorizationArea area =
        AuthorizationArea.of(spec, spec.handlesOf(command), authorizations, Nonces.RANDOM);
    boolean inStep = true;
    try {
      spec.writeParameters(command, parameters);
      byte[] plain = parameters.toArray();
      try {
        area.encrypt(plain);
        area.write(plain, out);
        out.bytes(plain, 0, plain.length);
        inStep = false;
        response = exchange(spec, out);
      } finally {
        Arrays.fill(plain, (byte) 0);
      }
      if (tag(response) != SESSIONS) {
        throw new TpmAuthenticityException(
            spec.name(),
            String.format(
                "it has the tag 0x%04x and no authorisation area, but the command had one",
                tag(response)));
      }
      R result = parseAuthorized(spec, command, area, response);
      inStep = true;
      return result;
    } catch (TpmResponseException | TpmServiceException | IllegalArgumentException e) {
      // A TPM that refuses has rolled no nonce, and one that was not asked has not either.
      inStep = true;
      throw e;
    } catch (TpmTransportException e) {
      inStep = e.delivery() == TpmTransportException.Delivery.NOT_SENT;
      throw e;
    } finally {
      if (!inStep) {
        area.outOfStep();
      }
      parameters.wipe();
      Arrays.fill(response, (byte) 0);
    }
  }

  private static <R> R parseAuthorized(
      CommandSpec<?, R> spec, Command<R> command, AuthorizationArea area, byte[] response) {
    int handleBytes = 4 * spec.responseHandleCount();
    WireReader in = WireReader.part(response, HEADER, response.length - HEADER);
    int start;
    int size;
    try {
      in.skip(handleBytes);
      size = in.count(4, response.length);
      start = HEADER + handleBytes + 4;
      in.skip(size);
    } catch (WireException e) {
      throw e.within("parameterSize").within(spec.response().name());
    }
    byte[] joined = new byte[handleBytes + size];
    System.arraycopy(response, HEADER, joined, 0, handleBytes);
    System.arraycopy(response, start, joined, handleBytes, size);
    try {
      byte[] parameters = Arrays.copyOfRange(response, start, start + size);
      area.verify(command, parameters, in);
      area.decrypt(parameters);
      System.arraycopy(parameters, 0, joined, handleBytes, size);
      Arrays.fill(parameters, (byte) 0);
      return spec.response().decode(WireReader.excerpt(joined, HEADER, handleBytes, 4));
    } finally {
      Arrays.fill(joined, (byte) 0);
    }
  }

  private static void writeHeader(CommandSpec<?, ?> spec, int tag, WireWriter out) {
    out.u16(tag);
    out.u32(0);
    out.u32(spec.code());
  }

  /** Sends what was written and returns a successful answer whose header holds. */
  private byte[] exchange(CommandSpec<?, ?> spec, WireWriter out) throws IOException {
    out.putAt(2, out.size());
    byte[] bytes = out.toArray();
    byte[] response;
    try {
      response = retries.exchange(transport, bytes, code -> ResponseCode.of(code).isRetryable());
    } finally {
      if (out.hasSecret()) {
        Arrays.fill(bytes, (byte) 0);
      }
      out.wipe();
    }
    WireReader in = new WireReader(response);
    try {
      int tag = in.u16();
      long size = in.u32();
      long code = in.u32();
      if (size != response.length) {
        throw WireException.refused(
                "must be the length of the answer, " + response.length, 2, Long.toString(size))
            .within("responseSize");
      }
      if (tag != NO_SESSIONS && tag != SESSIONS && tag != RSP_COMMAND) {
        throw WireException.refused(
                "must be TPM_ST_SESSIONS or TPM_ST_NO_SESSIONS", 0, String.format("0x%04x", tag))
            .within("tag");
      }
      if (code != 0) {
        requireBare(tag, response);
        throw refused(spec, code);
      }
    } catch (WireException e) {
      throw e.within(spec.response().name());
    }
    return response;
  }

  /** A refusal is a header without sessions, and nothing behind it (Part 1, 18). */
  private static void requireBare(int tag, byte[] response) {
    if (tag == SESSIONS) {
      throw WireException.refused(
              "must not be TPM_ST_SESSIONS where the TPM refuses", 0, String.format("0x%04x", tag))
          .within("tag");
    }
    if (response.length > HEADER) {
      throw WireException.refused(
              "must be the end of a refusal", HEADER, response.length - HEADER + " bytes more")
          .within("responseCode");
    }
  }

  private static TpmException refused(CommandSpec<?, ?> spec, long code) {
    return ResponseCode.of(code).refusalOf(spec.name(), spec.handleNames(), spec.parameterNames());
  }

  private static int tag(byte[] response) {
    return (response[0] & 0xff) << 8 | response[1] & 0xff;
  }

  /** An auth value, or the empty one. */
  static AuthValue orEmpty(Optional<AuthValue> value) {
    return value.orElse(AuthValue.EMPTY);
  }

  /** The names of handles, for messages. */
  static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
