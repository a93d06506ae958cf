package org.tssj.tpm12.command.nv;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.EncAuthField;
import org.tssj.tpm12.structure.nv.NvDataPublic;

/**
 * TPM_NV_DefineSpace: defines an NV area, or releases it (size 0).
 *
 * @param pubInfo the area
 * @param encAuth secret of the area, 20 octets
 * @see "TPM 1.2 Main, Part 3, 20.1 TPM_NV_DefineSpace"
 */
public record NvDefineSpace(NvDataPublic pubInfo, AuthValue encAuth) implements Command<Empty> {

  /**
   * TPM_ORD_NV_DefineSpace: ownerAuth by OSAP; without, and the secret travelling as it is, only
   * while there is no owner or nvLocked is not set.
   */
  public static final CommandSpec<NvDefineSpace, Empty> SPEC =
      command(
          0xcc,
          struct(
              "TPM_NV_DefineSpace",
              NvDefineSpace::new,
              field("pubInfo", NvDataPublic.CODEC, NvDefineSpace::pubInfo),
              EncAuthField.encAuth("encAuth", "ownerAuth", NvDefineSpace::encAuth)),
          Empty.CODEC,
          optional("ownerAuth"));

  @Override
  public CommandSpec<NvDefineSpace, Empty> spec() {
    return SPEC;
  }
}
