package org.tssj.tpm12.command.admin;

import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_FieldUpgrade: updates the TPM's firmware. What is sent is the vendor's business; the
 * specification fixes the ordinal alone.
 *
 * @param vendorData what the vendor's update says
 * @see "TPM 1.2 Main, Part 3, 9.1 TPM_FieldUpgrade"
 */
public record FieldUpgrade(Bytes vendorData) implements Command<FieldUpgrade.Response> {

  /**
   * What TPM_FieldUpgrade answers.
   *
   * @param vendorData what the TPM says to that
   */
  public record Response(Bytes vendorData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_FieldUpgrade response", Response::new, rest("vendorData", Response::vendorData));
  }

  /** TPM_ORD_FieldUpgrade: ownerAuth, or none where the vendor asks for presence. */
  public static final CommandSpec<FieldUpgrade, Response> SPEC =
      command(
          0xaa,
          struct(
              "TPM_FieldUpgrade", FieldUpgrade::new, rest("vendorData", FieldUpgrade::vendorData)),
          Response.CODEC,
          optional("ownerAuth"));

  @Override
  public CommandSpec<FieldUpgrade, Response> spec() {
    return SPEC;
  }
}
