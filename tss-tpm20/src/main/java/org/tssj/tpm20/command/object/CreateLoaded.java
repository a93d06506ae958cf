package org.tssj.tpm20.command.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_PARENT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;

/**
 * TPM2_CreateLoaded: makes an object and loads it at once: primary, ordinary or derived.
 *
 * @param parentHandle a hierarchy, a storage key, or a derivation parent
 * @param inSensitive the auth value of the new object, and data to seal or to derive from
 * @param inPublic TPM2B_TEMPLATE without its size: a TPMT_PUBLIC, for derivation with a label and
 *     context in {@code unique}
 * @see "TPM 2.0 Library, Part 3, 12.9 TPM2_CreateLoaded"
 */
public record CreateLoaded(Handle parentHandle, SensitiveCreate inSensitive, Bytes inPublic)
    implements Command<CreateLoaded.Response> {

  /**
   * What TPM2_CreateLoaded answers.
   *
   * @param objectHandle the loaded object, without its Name: use {@link #object()}
   * @param outPrivate TPM2B_PRIVATE without its size; empty for a primary object
   * @param outPublic its public area
   * @param name its Name
   */
  public record Response(Handle objectHandle, Bytes outPrivate, Public outPublic, Bytes name) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_CreateLoaded response",
            Response::new,
            plainHandle("objectHandle", Response::objectHandle),
            bytes16("outPrivate", Response::outPrivate),
            sized16("outPublic", Public.CODEC, Response::outPublic),
            bytes16("name", Response::name));

    /**
     * The new object's handle with its Name.
     *
     * @throws TpmAuthenticityException if the Name is not that of the public area
     */
    public Handle object() {
      if (!outPublic.name().equals(name)) {
        throw new TpmAuthenticityException(
            "TPM2_CreateLoaded", "the Name is not that of the public area");
      }
      return objectHandle.named(name);
    }
  }

  /** TPM_CC_CreateLoaded. */
  public static final CommandSpec<CreateLoaded, Response> SPEC =
      command(
          0x0191,
          struct(
              "TPM2_CreateLoaded",
              CreateLoaded::new,
              authorizedHandle("parentHandle", Role.USER, DH_PARENT.or(Handle.NULL), CreateLoaded::parentHandle),
              sized16("inSensitive", SensitiveCreate.CODEC, CreateLoaded::inSensitive),
              bytes16("inPublic", CreateLoaded::inPublic)),
          Response.CODEC);

  @Override
  public CommandSpec<CreateLoaded, Response> spec() {
    return SPEC;
  }
}
