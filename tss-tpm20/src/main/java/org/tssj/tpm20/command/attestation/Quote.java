package org.tssj.tpm20.command.attestation;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPM2_Quote: signs the state of PCRs.
 *
 * @param signHandle a loaded signing key, or TPM_RH_NULL for an unsigned attestation
 * @param qualifyingData the verifier's nonce: at most the largest digest
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @param pcrSelect the PCRs to quote
 * @see "TPM 2.0 Library, Part 3, 18.4 TPM2_Quote"
 */
public record Quote(
    Handle signHandle, Bytes qualifyingData, Scheme inScheme, List<PcrSelection> pcrSelect)
    implements Command<Quote.Response> {

  /**
   * What TPM2_Quote answers.
   *
   * @param quoted the signed octets: a TPMS_ATTEST; verify these, then read them
   * @param signature the signature over them
   */
  public record Response(Bytes quoted, Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Quote response",
            Response::new,
            bytes16("quoted", Response::quoted),
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_Quote. */
  public static final CommandSpec<Quote, Response> SPEC =
      command(
          0x0158,
          struct(
              "TPM2_Quote",
              Quote::new,
              authorizedHandle("signHandle", Role.USER, DH_OBJECT.or(Handle.NULL), Quote::signHandle),
              bytes16("qualifyingData", Quote::qualifyingData),
              field("inScheme", Scheme.SIGNATURE, Quote::inScheme),
              list("PCRselect", 16, PcrSelection.CODEC, Quote::pcrSelect)),
          Response.CODEC);

  public Quote {
    pcrSelect = List.copyOf(pcrSelect);
  }

  @Override
  public CommandSpec<Quote, Response> spec() {
    return SPEC;
  }
}
