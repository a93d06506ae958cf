package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.migration.CmkDelegate;

/**
 * TPM_CMK_SetRestrictions: says for which kinds of restricted-migration keys a delegated owner may
 * act.
 *
 * @param restriction the kinds
 * @see "TPM 1.2 Main, Part 3, 11.5 TPM_CMK_SetRestrictions"
 */
public record CmkSetRestrictions(CmkDelegate restriction) implements Command<Empty> {

  /** TPM_ORD_CMK_SetRestrictions: ownerAuth; not a delegated one. */
  public static final CommandSpec<CmkSetRestrictions, Empty> SPEC =
      command(
          0x1c,
          struct(
              "TPM_CMK_SetRestrictions",
              CmkSetRestrictions::new,
              field("restriction", CmkDelegate.CODEC, CmkSetRestrictions::restriction)),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<CmkSetRestrictions, Empty> spec() {
    return SPEC;
  }
}
