package org.tssj.transport.tcsd;

import java.util.Arrays;
import java.util.Optional;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.wire.WireException;
import org.tssj.transport.link.Frames;

/**
 * A TPM 1.2 behind tcsd: a command goes as the RPC that tcsd has for it, and the RPC's answer comes
 * back as the TPM's. Authorisation travels untouched: who computes an HMAC need not know that tcsd
 * is between. Handles of keys are tcsd's.
 */
final class TcsdTransport implements TpmTransport {

  private static final int RESOURCE_TYPE = 14;
  private static final int KEY = 1;
  private static final int AUTH = 2;

  private final TcsdClient tcsd;
  private final Wrapping wrapping;

  TcsdTransport(TcsdClient tcsd) {
    this.tcsd = tcsd;
    this.wrapping = new Wrapping(tcsd);
  }

  /**
   * {@inheritDoc}
   *
   * @throws TpmServiceException if tcsd refuses, or has no way for this command
   */
  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    Frames.checkCommand(command, Frames.LARGEST);
    int authorizations = TpmFrame.authorizations(command);
    if (authorizations < 0 || authorizations > TpmFrame.MOST_AUTHORIZATIONS) {
      // Not for a TPM 1.2, which says so; tcsd could not be told.
      return TpmFrame.refusal(TpmFrame.BAD_TAG);
    }
    int ordinal = TpmFrame.ordinal(command);
    UnroutedCommands.refuse(ordinal);
    Optional<CommandRoute> route = route(ordinal, command);
    try {
      if (route.isPresent()) {
        return exchange(route.get(), command, authorizations);
      }
      if (ordinal == CommandRoutes.EXECUTE_TRANSPORT) {
        return wrapping.forward(command);
      }
      return UnroutedCommands.isKnown(ordinal)
          ? wrapping.exchange(command)
          : TpmFrame.refusal(TpmFrame.BAD_ORDINAL);
    } catch (CommandRoute.NotACommand e) {
      return TpmFrame.refusal(e.code());
    }
  }

  private static Optional<CommandRoute> route(int ordinal, byte[] command) {
    if (ordinal == CommandRoutes.FLUSH_SPECIFIC && command.length == RESOURCE_TYPE + 4) {
      int type = TpmFrame.number(command, RESOURCE_TYPE);
      if (type == KEY) {
        return Optional.of(CommandRoutes.FLUSH_KEY);
      }
      if (type == AUTH) {
        return Optional.of(CommandRoutes.FLUSH_SESSION);
      }
    }
    return CommandRoutes.of(ordinal);
  }

  private byte[] exchange(CommandRoute route, byte[] command, int authorizations)
      throws TpmTransportException, CommandRoute.NotACommand {
    byte[] packet = tcsd.exchange(route.toRequest(command, tcsd.context()));
    try {
      RpcAnswer answer = new RpcAnswer(packet);
      long result = answer.result();
      if (result == 0) {
        return route.toAnswer(answer, authorizations);
      }
      if (TcsResult.isOfTpm(result)) {
        return TpmFrame.refusal((int) result);
      }
      throw TcsResult.refusal(route.rpc(), result);
    } catch (WireException e) {
      throw tcsd.notAnAnswer(route.rpc(), e);
    } finally {
      Arrays.fill(packet, (byte) 0);
    }
  }

  /** {@link TcsdClient}: what only tcsd has, in the same context. */
  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return ability == TcsdClient.class
        ? Optional.of(ability.cast(tcsd))
        : TpmTransport.super.ability(ability);
  }

  @Override
  public String endpoint() {
    return tcsd.endpoint();
  }

  /** Leaves: tcsd gives up the keys and sessions of this connection. */
  @Override
  public void close() {
    tcsd.close();
  }
}
