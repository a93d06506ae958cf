package org.tssj.tpm12.command.endorsement;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_OwnerReadInternalPub: the owner reads the public part of the endorsement or storage root key.
 *
 * <p>The handle is inside the HMAC digest here, unlike in other commands.
 *
 * @param keyHandle TPM_KH_EK or TPM_KH_SRK
 * @see "TPM 1.2 Main, Part 3, 14.5 TPM_OwnerReadInternalPub"
 */
public record OwnerReadInternalPub(Handle keyHandle)
    implements Command<OwnerReadInternalPub.Response> {

  /**
   * What TPM_OwnerReadInternalPub answers.
   *
   * @param publicPortion the key
   */
  public record Response(PubKey publicPortion) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_OwnerReadInternalPub response",
            Response::new,
            field("publicPortion", PubKey.CODEC, Response::publicPortion));
  }

  /** TPM_ORD_OwnerReadInternalPub: ownerAuth. */
  public static final CommandSpec<OwnerReadInternalPub, Response> SPEC =
      command(
          0x81,
          struct(
              "TPM_OwnerReadInternalPub",
              OwnerReadInternalPub::new,
              field("keyHandle", Handle.CODEC, OwnerReadInternalPub::keyHandle)),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<OwnerReadInternalPub, Response> spec() {
    return SPEC;
  }
}
