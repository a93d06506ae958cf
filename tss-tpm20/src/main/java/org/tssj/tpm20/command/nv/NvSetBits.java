package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_AUTH;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_NV_SetBits: sets bits in a bit-field index.
 *
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @param bits the bits to set; others stay
 * @see "TPM 2.0 Library, Part 3, 31.10 TPM2_NV_SetBits"
 */
public record NvSetBits(Handle authHandle, Handle nvIndex, long bits) implements Command<Empty> {

  /** TPM_CC_NV_SetBits. */
  public static final CommandSpec<NvSetBits, Empty> SPEC =
      command(
          0x0135,
          struct(
              "TPM2_NV_SetBits",
              NvSetBits::new,
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, NvSetBits::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, NvSetBits::nvIndex),
              u64("bits", NvSetBits::bits)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvSetBits, Empty> spec() {
    return SPEC;
  }
}
