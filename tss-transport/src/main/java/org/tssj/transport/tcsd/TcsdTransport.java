package org.tssj.transport.tcsd;

import java.util.Arrays;
import java.util.Optional;
import org.tssj.core.TpmResponseException;
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

  private static final int OSAP = 0x0b;
  private static final int DSAP = 0x11;
  private static final int STORAGE_ROOT_KEY = 0x40000000;

  private final TcsdClient tcsd;
  private final Wrapping wrapping;
  private boolean rootIsLoaded;

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
    boolean usesRoot = usesRoot(ordinal, command);
    if (usesRoot && !rootIsLoaded) {
      loadRoot();
    }
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
    } catch (TpmServiceException e) {
      // Another client may have cleared the TPM and taken it again; the next command will see.
      rootIsLoaded &= !usesRoot;
      throw e;
    }
  }

  /**
   * Whether a command names the storage root key. tcsd knows only keys that its client has loaded,
   * and makes no difference for the one that is always there.
   */
  private static boolean usesRoot(int ordinal, byte[] command) {
    if (ordinal == OSAP || ordinal == DSAP) {
      // Behind the type of entity.
      return isRoot(command, Frames.HEADER + 2);
    }
    int handles = UnroutedCommands.handlesOf(ordinal);
    for (int k = 0; k < handles; k++) {
      if (isRoot(command, Frames.HEADER + k * TpmFrame.HANDLE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRoot(byte[] command, int at) {
    return at + TpmFrame.HANDLE <= command.length
        && TpmFrame.number(command, at) == STORAGE_ROOT_KEY;
  }

  /** Without an owner there is none; the command's own refusal then says what is wrong. */
  private void loadRoot() throws TpmTransportException {
    byte[] request = tcsd.request(Rpc.LOADKEYBYUUID, new Parameter.Id(KeyStore.SRK));
    rootIsLoaded = tcsd.decode(Rpc.LOADKEYBYUUID, tcsd.exchange(request)).code() == 0;
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
      return TcsdTransport.refusal(route.name(), route.rpc(), result, command);
    } catch (WireException e) {
      throw tcsd.notAnAnswer(route.rpc(), e);
    } finally {
      Arrays.fill(packet, (byte) 0);
    }
  }

  /**
   * The TPM's answer that a refusal stands for.
   *
   * @throws TpmServiceException if it is not the TPM's business
   * @throws TpmResponseException if the TPM wants to be asked again, and cannot
   */
  static byte[] refusal(String name, Rpc rpc, long result, byte[] command) {
    int authorizations = TpmFrame.authorizations(command);
    int code =
        TcsResult.asOfTpm(result, authorizations)
            .orElseThrow(() -> TcsResult.refusal(rpc, result));
    if (TcsResult.asksToRetry(code) && TpmFrame.endsASession(command)) {
      throw new TpmResponseException(
          name,
          code,
          TcsResult.nameOfRetry(code),
          "",
          "the TPM asks for the command again, later",
          "tcsd has ended its authorisation session, so it has to be made anew: wait and repeat it");
    }
    return TpmFrame.refusal(code);
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
