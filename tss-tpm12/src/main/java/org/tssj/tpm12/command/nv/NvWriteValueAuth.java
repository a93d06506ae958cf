package org.tssj.tpm12.command.nv;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.nv.NvIndex;

/**
 * TPM_NV_WriteValueAuth: writes into an NV area with the area's secret.
 *
 * @param nvIndex the area
 * @param offset octet to begin at
 * @param data what to write; nothing locks some areas
 * @see "TPM 1.2 Main, Part 3, 20.3 TPM_NV_WriteValueAuth"
 */
public record NvWriteValueAuth(NvIndex nvIndex, long offset, Bytes data) implements Command<Empty> {

  /** TPM_ORD_NV_WriteValueAuth: authValue. */
  public static final CommandSpec<NvWriteValueAuth, Empty> SPEC =
      command(
          0xce,
          struct(
              "TPM_NV_WriteValueAuth",
              NvWriteValueAuth::new,
              field("nvIndex", NvIndex.CODEC, NvWriteValueAuth::nvIndex),
              u32("offset", NvWriteValueAuth::offset),
              bytes32("data", NvWriteValueAuth::data)),
          Empty.CODEC,
          required("authValue"));

  @Override
  public CommandSpec<NvWriteValueAuth, Empty> spec() {
    return SPEC;
  }
}
