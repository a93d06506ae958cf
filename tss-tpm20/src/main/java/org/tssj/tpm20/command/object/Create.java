package org.tssj.tpm20.command.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import java.util.List;
import org.tssj.core.Bytes;
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
 * TPM2_Create: makes an object under a parent, which keeps it encrypted; TPM2_Load brings it in.
 *
 * @param parentHandle a loaded storage key
 * @param inSensitive the auth value of the new object, and data to seal
 * @param inPublic the template
 * @param outsideInfo any octets, kept in the creation data: at most the largest digest
 * @param creationPcr PCRs whose state is recorded in the creation data; may be empty
 * @see "TPM 2.0 Library, Part 3, 12.1 TPM2_Create"
 */
public record Create(
    Handle parentHandle,
    SensitiveCreate inSensitive,
    Public inPublic,
    Bytes outsideInfo,
    List<PcrSelection> creationPcr)
    implements Command<Create.Response> {

  /**
   * What TPM2_Create answers.
   *
   * @param outPrivate the private area, encrypted by the parent: TPM2B_PRIVATE without its size
   * @param outPublic the public area
   * @param creationData the circumstances
   * @param creationHash digest of the circumstances with the nameAlg
   * @param creationTicket proof that this TPM made it
   */
  public record Response(
      Bytes outPrivate,
      Public outPublic,
      CreationData creationData,
      Bytes creationHash,
      CreationTicket creationTicket) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Create response",
            Response::new,
            bytes16("outPrivate", Response::outPrivate),
            sized16("outPublic", Public.CODEC, Response::outPublic),
            sized16("creationData", CreationData.CODEC, Response::creationData),
            bytes16("creationHash", Response::creationHash),
            field("creationTicket", CreationTicket.CODEC, Response::creationTicket));
  }

  /** TPM_CC_Create. */
  public static final CommandSpec<Create, Response> SPEC =
      command(
          0x0153,
          struct(
              "TPM2_Create",
              Create::new,
              authorizedHandle("parentHandle", Role.USER, DH_OBJECT, Create::parentHandle),
              sized16("inSensitive", SensitiveCreate.CODEC, Create::inSensitive),
              sized16("inPublic", Public.CODEC, Create::inPublic),
              bytes16("outsideInfo", Create::outsideInfo),
              list("creationPCR", 16, PcrSelection.CODEC, Create::creationPcr)),
          Response.CODEC);

  public Create {
    creationPcr = List.copyOf(creationPcr);
  }

  @Override
  public CommandSpec<Create, Response> spec() {
    return SPEC;
  }
}
