package org.tssj.tpm12.command.integrity;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;
import org.tssj.tpm12.structure.pcr.PcrSelection;

/**
 * TPM_Quote2: signs the values of PCRs and the locality.
 *
 * <p>What is signed is TPM_QUOTE_INFO2 of {@code externalData} and {@code pcrData}, followed by
 * {@code versionInfo} if that was asked for. The values of the PCRs are not in the answer: read
 * them too.
 *
 * @param keyHandle an identity, signing or legacy key
 * @param externalData the verifier's nonce, 20 octets
 * @param targetPcr which PCRs
 * @param addVersion whether the TPM's version information is signed too
 * @see "TPM 1.2 Main, Part 3, 16.5 TPM_Quote2"
 */
public record Quote2(Handle keyHandle, Bytes externalData, PcrBitmap targetPcr, boolean addVersion)
    implements Command<Quote2.Response> {

  /**
   * What TPM_Quote2 answers.
   *
   * @param pcrData PCRs, localities and composite hash
   * @param versionInfo the version information, if it was asked for
   * @param sig the signature
   */
  public record Response(PcrInfoShort pcrData, Optional<CapVersionInfo> versionInfo, Bytes sig) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Quote2 response",
            Response::new,
            field("pcrData", PcrInfoShort.CODEC, Response::pcrData),
            sizedOrEmpty32("versionInfo", CapVersionInfo.CODEC, Response::versionInfo),
            bytes32("sig", Response::sig));
  }

  /** TPM_ORD_Quote2: privAuth unless it has no secret. */
  public static final CommandSpec<Quote2, Response> SPEC =
      command(
          0x3e,
          struct(
              "TPM_Quote2",
              Quote2::new,
              handle("keyHandle", Quote2::keyHandle),
              bytes("externalData", 20, Quote2::externalData),
              field("targetPCR", PcrSelection.CODEC, Quote2::targetPcr),
              bool("addVersion", Quote2::addVersion)),
          Response.CODEC,
          optional("privAuth"));

  @Override
  public CommandSpec<Quote2, Response> spec() {
    return SPEC;
  }
}
