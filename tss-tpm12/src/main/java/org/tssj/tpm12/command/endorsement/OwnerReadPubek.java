package org.tssj.tpm12.command.endorsement;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_OwnerReadPubek: reads the endorsement key as owner. Deprecated for TPM_OwnerReadInternalPub.
 *
 * @see "TPM 1.2 Main, Part 3, 27.6 TPM_OwnerReadPubek"
 */
public record OwnerReadPubek() implements Command<OwnerReadPubek.Response> {

  /**
   * What TPM_OwnerReadPubek answers.
   *
   * @param pubEndorsementKey the endorsement key
   */
  public record Response(PubKey pubEndorsementKey) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_OwnerReadPubek response",
            Response::new,
            field("pubEndorsementKey", PubKey.CODEC, Response::pubEndorsementKey));
  }

  /** TPM_ORD_OwnerReadPubek: ownerAuth. */
  public static final CommandSpec<OwnerReadPubek, Response> SPEC =
      command(
          0x7d,
          struct("TPM_OwnerReadPubek", new OwnerReadPubek()),
          Response.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<OwnerReadPubek, Response> spec() {
    return SPEC;
  }
}
