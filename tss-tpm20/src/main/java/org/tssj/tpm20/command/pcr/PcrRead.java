package org.tssj.tpm20.command.pcr;

import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPM2_PCR_Read: reads PCRs, at most eight of them.
 *
 * <p>{@code Tpm20.pcrRead} asks until all are there and none changed in between.
 *
 * @param pcrSelectionIn the PCRs wanted, by bank
 * @see "TPM 2.0 Library, Part 3, 22.4 TPM2_PCR_Read"
 */
public record PcrRead(List<PcrSelection> pcrSelectionIn) implements Command<PcrRead.Response> {

  /**
   * What TPM2_PCR_Read answers.
   *
   * @param pcrUpdateCounter counts changes of PCRs: equal in two answers means that they belong
   *     together; unsigned 32 bits
   * @param pcrSelectionOut the PCRs that are in this answer
   * @param pcrValues their values: bank by bank, ascending
   */
  public record Response(
      long pcrUpdateCounter, List<PcrSelection> pcrSelectionOut, List<Bytes> pcrValues) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_PCR_Read response",
            Response::new,
            u32("pcrUpdateCounter", Response::pcrUpdateCounter),
            list("pcrSelectionOut", 16, PcrSelection.CODEC, Response::pcrSelectionOut),
            list("pcrValues", 8, Codecs.counted(2, 64), Response::pcrValues));

    public Response {
      pcrSelectionOut = List.copyOf(pcrSelectionOut);
      pcrValues = List.copyOf(pcrValues);
    }
  }

  /** TPM_CC_PCR_Read. */
  public static final CommandSpec<PcrRead, Response> SPEC =
      command(
          0x017e,
          struct(
              "TPM2_PCR_Read",
              PcrRead::new,
              list("pcrSelectionIn", 16, PcrSelection.CODEC, PcrRead::pcrSelectionIn)),
          Response.CODEC);

  public PcrRead {
    pcrSelectionIn = List.copyOf(pcrSelectionIn);
  }

  @Override
  public CommandSpec<PcrRead, Response> spec() {
    return SPEC;
  }
}
