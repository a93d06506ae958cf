package org.tssj.tpm20.command.upgrade;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;

/**
 * TPM2_FirmwareRead: reads a copy of the firmware, where the manufacturer allows that.
 *
 * @param sequenceNumber 0 for the first block, then counting, unsigned 32 bits
 * @see "TPM 2.0 Library, Part 3, 27.4 TPM2_FirmwareRead"
 */
public record FirmwareRead(long sequenceNumber) implements Command<FirmwareRead.Response> {

  /**
   * What TPM2_FirmwareRead answers.
   *
   * @param fuData the block; empty after the last
   */
  public record Response(Bytes fuData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_FirmwareRead response", Response::new, bytes16("fuData", Response::fuData));
  }

  /** TPM_CC_FirmwareRead. */
  public static final CommandSpec<FirmwareRead, Response> SPEC =
      command(
          0x0179,
          struct(
              "TPM2_FirmwareRead",
              FirmwareRead::new,
              u32("sequenceNumber", FirmwareRead::sequenceNumber)),
          Response.CODEC);

  @Override
  public CommandSpec<FirmwareRead, Response> spec() {
    return SPEC;
  }
}
