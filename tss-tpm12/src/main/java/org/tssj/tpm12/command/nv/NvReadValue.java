package org.tssj.tpm12.command.nv;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.nv.NvIndex;

/**
 * TPM_NV_ReadValue: reads an NV area as its owner, or without any secret where the area allows
 * that.
 *
 * @param nvIndex the area
 * @param offset octet to begin at
 * @param dataSize how many octets; none locks some areas
 * @see "TPM 1.2 Main, Part 3, 20.4 TPM_NV_ReadValue"
 */
public record NvReadValue(NvIndex nvIndex, long offset, long dataSize)
    implements Command<NvReadValue.Response> {

  /**
   * What TPM_NV_ReadValue answers.
   *
   * @param data the octets
   */
  public record Response(Bytes data) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_NV_ReadValue response", Response::new, bytes32("data", Response::data));
  }

  /** TPM_ORD_NV_ReadValue: ownerAuth if the area wants it. */
  public static final CommandSpec<NvReadValue, Response> SPEC =
      command(
          0xcf,
          struct(
              "TPM_NV_ReadValue",
              NvReadValue::new,
              field("nvIndex", NvIndex.CODEC, NvReadValue::nvIndex),
              u32("offset", NvReadValue::offset),
              u32("dataSz", NvReadValue::dataSize)),
          Response.CODEC,
          optional("ownerAuth"));

  @Override
  public CommandSpec<NvReadValue, Response> spec() {
    return SPEC;
  }
}
