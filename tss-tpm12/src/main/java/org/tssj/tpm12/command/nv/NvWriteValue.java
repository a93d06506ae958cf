package org.tssj.tpm12.command.nv;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.nv.NvIndex;

/**
 * TPM_NV_WriteValue: writes into an NV area as its owner, or without any secret where the area
 * allows that.
 *
 * @param nvIndex the area
 * @param offset octet to begin at
 * @param data what to write; nothing locks some areas
 * @see "TPM 1.2 Main, Part 3, 20.2 TPM_NV_WriteValue"
 */
public record NvWriteValue(NvIndex nvIndex, long offset, Bytes data) implements Command<Empty> {

  /** TPM_ORD_NV_WriteValue: ownerAuth if the area wants it. */
  public static final CommandSpec<NvWriteValue, Empty> SPEC =
      command(
          0xcd,
          struct(
              "TPM_NV_WriteValue",
              NvWriteValue::new,
              field("nvIndex", NvIndex.CODEC, NvWriteValue::nvIndex),
              u32("offset", NvWriteValue::offset),
              bytes32("data", NvWriteValue::data)),
          Empty.CODEC,
          optional("ownerAuth"));

  @Override
  public CommandSpec<NvWriteValue, Empty> spec() {
    return SPEC;
  }
}
