package org.tssj.tpm12.command.transport;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.time.CurrentTicks;

/**
 * TPM_ReleaseTransportSigned: closes a transport session and has a key sign its log.
 *
 * @param keyHandle the key that signs
 * @param antiReplay the verifier's nonce, 20 octets
 * @see "TPM 1.2 Main, Part 3, 24.3 TPM_ReleaseTransportSigned"
 */
public record ReleaseTransportSigned(Handle keyHandle, Bytes antiReplay)
    implements Command<ReleaseTransportSigned.Response> {

  /**
   * What TPM_ReleaseTransportSigned answers.
   *
   * @param locality TPM_MODIFIER_INDICATOR: the locality
   * @param currentTicks when it was closed
   * @param signature signature of TPM_SIGN_INFO {@code TRAN}
   */
  public record Response(long locality, CurrentTicks currentTicks, Bytes signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ReleaseTransportSigned response",
            Response::new,
            u32("locality", Response::locality),
            field("currentTicks", CurrentTicks.CODEC, Response::currentTicks),
            bytes32("signature", Response::signature));
  }

  /** TPM_ORD_ReleaseTransportSigned: keyAuth unless it has no secret, and the session's own. */
  public static final CommandSpec<ReleaseTransportSigned, Response> SPEC =
      command(
          0xe8,
          struct(
              "TPM_ReleaseTransportSigned",
              ReleaseTransportSigned::new,
              handle("keyHandle", ReleaseTransportSigned::keyHandle),
              bytes("antiReplay", 20, ReleaseTransportSigned::antiReplay)),
          Response.CODEC,
          optional("keyAuth"),
          required("transAuth"));

  @Override
  public CommandSpec<ReleaseTransportSigned, Response> spec() {
    return SPEC;
  }
}
