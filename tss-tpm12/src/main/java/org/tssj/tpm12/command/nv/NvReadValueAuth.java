package org.tssj.tpm12.command.nv;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.nv.NvIndex;

/**
 * TPM_NV_ReadValueAuth: reads an NV area with the area's secret.
 *
 * @param nvIndex the area
 * @param offset octet to begin at
 * @param dataSize how many octets; none locks some areas
 * @see "TPM 1.2 Main, Part 3, 20.5 TPM_NV_ReadValueAuth"
 */
public record NvReadValueAuth(NvIndex nvIndex, long offset, long dataSize)
    implements Command<NvReadValueAuth.Response> {

  /**
   * What TPM_NV_ReadValueAuth answers.
   *
   * @param data the octets
   */
  public record Response(Bytes data) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_NV_ReadValueAuth response", Response::new, bytes32("data", Response::data));
  }

  /** TPM_ORD_NV_ReadValueAuth: authHmac. */
  public static final CommandSpec<NvReadValueAuth, Response> SPEC =
      command(
          0xd0,
          struct(
              "TPM_NV_ReadValueAuth",
              NvReadValueAuth::new,
              field("nvIndex", NvIndex.CODEC, NvReadValueAuth::nvIndex),
              u32("offset", NvReadValueAuth::offset),
              u32("dataSz", NvReadValueAuth::dataSize)),
          Response.CODEC,
          required("authHmac"));

  @Override
  public CommandSpec<NvReadValueAuth, Response> spec() {
    return SPEC;
  }
}
