package org.tssj.tpm20.command.hierarchy;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.attest.CreationData;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.CreationTicket;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPM2_CreatePrimary: makes a primary object from a hierarchy's seed and a template: the same
 * template gives the same key until the seed changes.
 *
 * @param primaryHandle TPM_RH_OWNER, TPM_RH_ENDORSEMENT, TPM_RH_PLATFORM or TPM_RH_NULL
 * @param inSensitive the auth value of the new object, and data to seal
 * @param inPublic the template
 * @param outsideInfo any octets, kept in the creation data: at most the largest digest
 * @param creationPcr PCRs whose state is recorded in the creation data; may be empty
 * @see "TPM 2.0 Library, Part 3, 24.1 TPM2_CreatePrimary"
 */
public record CreatePrimary(
    Handle primaryHandle,
    SensitiveCreate inSensitive,
    Public inPublic,
    Bytes outsideInfo,
    List<PcrSelection> creationPcr)
    implements Command<CreatePrimary.Response> {

  /**
   * What TPM2_CreatePrimary answers.
   *
   * @param objectHandle the new object, without its Name: use {@link #object()}
   * @param outPublic its public area
   * @param creationData the circumstances
   * @param creationHash digest of the circumstances with the nameAlg
   * @param creationTicket proof that this TPM made it
   * @param name its Name
   */
  public record Response(
      Handle objectHandle,
      Public outPublic,
      CreationData creationData,
      Bytes creationHash,
      CreationTicket creationTicket,
      Bytes name) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_CreatePrimary response",
            Response::new,
            plainHandle("objectHandle", Response::objectHandle),
            sized16("outPublic", Public.CODEC, Response::outPublic),
            sized16("creationData", CreationData.CODEC, Response::creationData),
            bytes16("creationHash", Response::creationHash),
            field("creationTicket", CreationTicket.CODEC, Response::creationTicket),
            bytes16("name", Response::name));

    /**
     * The new object's handle with its Name.
     *
     * @throws TpmAuthenticityException if the Name is not that of the public area
     */
    public Handle object() {
      if (!outPublic.name().equals(name)) {
        throw new TpmAuthenticityException(
            "TPM2_CreatePrimary", "the Name is not that of the public area");
      }
      return objectHandle.named(name);
    }
  }

  /** TPM_CC_CreatePrimary. */
  public static final CommandSpec<CreatePrimary, Response> SPEC =
      command(
          0x0131,
          struct(
              "TPM2_CreatePrimary",
              CreatePrimary::new,
              authorizedHandle("primaryHandle", Role.USER, RH_HIERARCHY.or(Handle.NULL), CreatePrimary::primaryHandle),
              sized16("inSensitive", SensitiveCreate.CODEC, CreatePrimary::inSensitive),
              sized16("inPublic", Public.CODEC, CreatePrimary::inPublic),
              bytes16("outsideInfo", CreatePrimary::outsideInfo),
              list("creationPCR", 16, PcrSelection.CODEC, CreatePrimary::creationPcr)),
          Response.CODEC);

  public CreatePrimary {
    creationPcr = List.copyOf(creationPcr);
  }

  @Override
  public CommandSpec<CreatePrimary, Response> spec() {
    return SPEC;
  }
}
