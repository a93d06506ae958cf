package org.tssj.tpm12.command.ownership;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.key.TpmKey;

/**
 * TPM_TakeOwnership: installs an owner and makes the storage root key.
 *
 * <p>The secrets travel encrypted with the endorsement key, by OAEP with the label {@code TCPA}.
 * {@code Ownership.take} does that.
 *
 * @param protocolId TPM_PID_OWNER
 * @param encOwnerAuth the owner's secret, encrypted
 * @param encSrkAuth the storage root key's secret, encrypted
 * @param srkParams template of the storage root key: RSA 2048 with OAEP
 * @see "TPM 1.2 Main, Part 3, 6.1 TPM_TakeOwnership"
 */
public record TakeOwnership(
    ProtocolId protocolId, Bytes encOwnerAuth, Bytes encSrkAuth, TpmKey srkParams)
    implements Command<TakeOwnership.Response> {

  /**
   * What TPM_TakeOwnership answers.
   *
   * @param srkPub the storage root key, without its private part
   */
  public record Response(TpmKey srkPub) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_TakeOwnership response",
            Response::new,
            field("srkPub", TpmKey.CODEC, Response::srkPub));
  }

  /** TPM_ORD_TakeOwnership: ownerAuth, which is the new owner's. */
  public static final CommandSpec<TakeOwnership, Response> SPEC =
      command(
          0x0d,
          struct(
              "TPM_TakeOwnership",
              TakeOwnership::new,
              field("protocolID", ProtocolId.CODEC, TakeOwnership::protocolId),
              bytes32("encOwnerAuth", TakeOwnership::encOwnerAuth),
              bytes32("encSrkAuth", TakeOwnership::encSrkAuth),
              field("srkParams", TpmKey.CODEC, TakeOwnership::srkParams)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<TakeOwnership, Response> spec() {
    return SPEC;
  }
}
