package org.tssj.tpm12.command.session;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
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
 * TPM_OSAP: opens a session for one entity.
 *
 * <p>{@code Tpm12.osap} gives a session that keeps its nonces.
 *
 * @param entityType what kind of entity, and how new secrets are encrypted
 * @param entityValue which one: a handle, an index, a number
 * @param nonceOddOsap the caller's nonce for the shared secret, 20 octets
 * @see "TPM 1.2 Main, Part 3, 18.2 TPM_OSAP"
 */
public record Osap(EntityType entityType, long entityValue, Bytes nonceOddOsap)
    implements Command<Osap.Response> {

  /**
   * What TPM_OSAP answers.
   *
   * @param authHandle the session
   * @param nonceEven the TPM's first nonce, 20 octets
   * @param nonceEvenOsap the TPM's nonce for the shared secret, 20 octets
   */
  public record Response(Handle authHandle, Bytes nonceEven, Bytes nonceEvenOsap) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_OSAP response",
            Response::new,
            handle("authHandle", Response::authHandle),
            bytes("nonceEven", 20, Response::nonceEven),
            bytes("nonceEvenOSAP", 20, Response::nonceEvenOsap));
  }

  /** TPM_ORD_OSAP: no authorisation. */
  public static final CommandSpec<Osap, Response> SPEC =
      command(
          0x0b,
          struct(
              "TPM_OSAP",
              Osap::new,
              field("entityType", EntityType.CODEC, Osap::entityType),
              u32("entityValue", Osap::entityValue),
              bytes("nonceOddOSAP", 20, Osap::nonceOddOsap)),
          Response.CODEC);

  @Override
  public CommandSpec<Osap, Response> spec() {
    return SPEC;
  }
}
