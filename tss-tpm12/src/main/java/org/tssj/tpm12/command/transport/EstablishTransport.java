package org.tssj.tpm12.command.transport;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.time.CurrentTicks;
import org.tssj.tpm12.structure.transport.TransportPublic;

/**
 * TPM_EstablishTransport: opens a transport session.
 *
 * <p>{@code Tpm12.transport} gives a session through which commands are executed.
 *
 * @param encHandle the storage, binding or legacy key the secret is encrypted for; TPM_KH_TRANSPORT
 *     if it is not
 * @param transPublic what the session shall be
 * @param secret TPM_TRANSPORT_AUTH, encrypted for that key, or the secret as it is
 * @see "TPM 1.2 Main, Part 3, 24.1 TPM_EstablishTransport"
 */
public record EstablishTransport(Handle encHandle, TransportPublic transPublic, Bytes secret)
    implements Command<EstablishTransport.Response> {

  /**
   * What TPM_EstablishTransport answers.
   *
   * @param transHandle the session
   * @param locality TPM_MODIFIER_INDICATOR: the locality it was opened in
   * @param currentTicks when it was opened
   * @param transNonceEven the TPM's first nonce, 20 octets
   */
  public record Response(
      Handle transHandle, long locality, CurrentTicks currentTicks, Bytes transNonceEven) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_EstablishTransport response",
            Response::new,
            handle("transHandle", Response::transHandle),
            u32("locality", Response::locality),
            field("currentTicks", CurrentTicks.CODEC, Response::currentTicks),
            bytes("transNonceEven", 20, Response::transNonceEven));
  }

  /** TPM_ORD_EstablishTransport: keyAuth unless the key has no secret or there is none. */
  public static final CommandSpec<EstablishTransport, Response> SPEC =
      command(
          0xe6,
          struct(
              "TPM_EstablishTransport",
              EstablishTransport::new,
              handle("encHandle", EstablishTransport::encHandle),
              field("transPublic", TransportPublic.CODEC, EstablishTransport::transPublic),
              bytes32("secret", EstablishTransport::secret)),
          Response.CODEC,
          optional("keyAuth"));

  @Override
  public CommandSpec<EstablishTransport, Response> spec() {
    return SPEC;
  }
}
