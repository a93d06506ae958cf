package org.tssj.tpm20.command.upgrade;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.HashValue;

/**
 * TPM2_FieldUpgradeData: sends a block of the new firmware.
 *
 * @param fuData one block
 * @see "TPM 2.0 Library, Part 3, 27.3 TPM2_FieldUpgradeData"
 */
public record FieldUpgradeData(Bytes fuData) implements Command<FieldUpgradeData.Response> {

  /**
   * What TPM2_FieldUpgradeData answers.
   *
   * @param nextDigest digest of the block the TPM wants next; the null hash when it is done
   * @param firstDigest digest of the first block
   */
  public record Response(HashValue nextDigest, HashValue firstDigest) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_FieldUpgradeData response",
            Response::new,
            field("nextDigest", HashValue.CODEC, Response::nextDigest),
            field("firstDigest", HashValue.CODEC, Response::firstDigest));
  }

  /** TPM_CC_FieldUpgradeData. */
  public static final CommandSpec<FieldUpgradeData, Response> SPEC =
      command(
          0x0141,
          struct(
              "TPM2_FieldUpgradeData",
              FieldUpgradeData::new,
              bytes16("fuData", FieldUpgradeData::fuData)),
          Response.CODEC);

  @Override
  public CommandSpec<FieldUpgradeData, Response> spec() {
    return SPEC;
  }
}
