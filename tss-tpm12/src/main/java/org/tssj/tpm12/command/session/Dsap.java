package org.tssj.tpm12.command.session;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_DSAP: opens a session for what was delegated.
 *
 * <p>{@code Tpm12.dsap} gives a session that keeps its nonces.
 *
 * @param entityType TPM_ET_DEL_OWNER_BLOB, TPM_ET_DEL_ROW or TPM_ET_DEL_KEY_BLOB, and how new
 *     secrets are encrypted
 * @param keyHandle the key whose use was delegated; not looked at for the owner
 * @param nonceOddDsap the caller's nonce for the shared secret, 20 octets
 * @param entityValue the delegation: its blob, or the number of its row in four octets
 * @see "TPM 1.2 Main, Part 3, 18.3 TPM_DSAP"
 */
public record Dsap(EntityType entityType, Handle keyHandle, Bytes nonceOddDsap, Bytes entityValue)
    implements Command<Dsap.Response> {

  /**
   * What TPM_DSAP answers.
   *
   * @param authHandle the session
   * @param nonceEven the TPM's first nonce, 20 octets
   * @param nonceEvenDsap the TPM's nonce for the shared secret, 20 octets
   */
  public record Response(Handle authHandle, Bytes nonceEven, Bytes nonceEvenDsap) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_DSAP response",
            Response::new,
            handle("authHandle", Response::authHandle),
            bytes("nonceEven", 20, Response::nonceEven),
            bytes("nonceEvenDSAP", 20, Response::nonceEvenDsap));
  }

  /** TPM_ORD_DSAP: no authorisation. */
  public static final CommandSpec<Dsap, Response> SPEC =
      command(
          0x11,
          struct(
              "TPM_DSAP",
              Dsap::new,
              field("entityType", EntityType.CODEC, Dsap::entityType),
              field("keyHandle", Handle.CODEC, Dsap::keyHandle),
              bytes("nonceOddDSAP", 20, Dsap::nonceOddDsap),
              bytes32("entityValue", Dsap::entityValue)),
          Response.CODEC);

  @Override
  public CommandSpec<Dsap, Response> spec() {
    return SPEC;
  }
}
