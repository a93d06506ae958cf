package org.tssj.tpm20.command.attached;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_AC;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_AUTH;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.capability.AcOutput;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_AC_Send: sends a loaded object to an attached component.
 *
 * @param sendObject the loaded object to send
 * @param authHandle who authorises it: the owner, the platform, or the component's own NV index
 * @param ac the attached component, 0x90000000 and up
 * @param acDataIn what the component may need beside the object
 * @see "TPM 2.0 Library, Part 3, 32.3 TPM2_AC_Send"
 */
public record AcSend(Handle sendObject, Handle authHandle, Handle ac, Bytes acDataIn)
    implements Command<AcSend.Response> {

  /**
   * What TPM2_AC_Send answers.
   *
   * @param acDataOut the component's answer
   */
  public record Response(AcOutput acDataOut) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_AC_Send response",
            Response::new,
            field("acDataOut", AcOutput.CODEC, Response::acDataOut));
  }

  /** TPM_CC_AC_Send. */
  public static final CommandSpec<AcSend, Response> SPEC =
      command(
          0x0195,
          struct(
              "TPM2_AC_Send",
              AcSend::new,
              authorizedHandle("sendObject", Role.DUP, DH_OBJECT, AcSend::sendObject),
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, AcSend::authHandle),
              plainHandle("ac", RH_AC, AcSend::ac),
              bytes16("acDataIn", AcSend::acDataIn)),
          Response.CODEC);

  @Override
  public CommandSpec<AcSend, Response> spec() {
    return SPEC;
  }
}
