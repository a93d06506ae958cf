package org.tssj.tpm20.command.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/**
 * TPM2_Load: brings an object that TPM2_Create or TPM2_Import made into the TPM.
 *
 * @param parentHandle the storage key it was made under
 * @param inPrivate TPM2B_PRIVATE without its size
 * @param inPublic its public area
 * @see "TPM 2.0 Library, Part 3, 12.2 TPM2_Load"
 */
public record Load(Handle parentHandle, Bytes inPrivate, Public inPublic)
    implements Command<Load.Response> {

  /**
   * What TPM2_Load answers.
   *
   * @param objectHandle the loaded object, without its Name: use {@link #object()}
   * @param name its Name
   */
  public record Response(Handle objectHandle, Bytes name) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Load response",
            Response::new,
            plainHandle("objectHandle", Response::objectHandle),
            bytes16("name", Response::name));

    /**
     * The loaded object's handle with its Name, which is that of {@code inPublic} if all is well.
     */
    public Handle object() {
      return objectHandle.named(name);
    }
  }

  /** TPM_CC_Load. */
  public static final CommandSpec<Load, Response> SPEC =
      command(
          0x0157,
          struct(
              "TPM2_Load",
              Load::new,
              authorizedHandle("parentHandle", Role.USER, DH_OBJECT, Load::parentHandle),
              bytes16("inPrivate", Load::inPrivate),
              sized16("inPublic", Public.CODEC, Load::inPublic)),
          Response.CODEC);

  @Override
  public CommandSpec<Load, Response> spec() {
    return SPEC;
  }
}
