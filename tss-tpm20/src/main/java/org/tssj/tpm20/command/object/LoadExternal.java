package org.tssj.tpm20.command.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Fields.sizedOrEmpty16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.Sensitive;

/**
 * TPM2_LoadExternal: loads a key that no TPM protects: a public key, or both parts in the clear.
 *
 * @param inPrivate the private part in the clear, or empty to load a public key
 * @param inPublic its public area
 * @param hierarchy what its tickets belong to; TPM_RH_NULL if there is a private part
 * @see "TPM 2.0 Library, Part 3, 12.3 TPM2_LoadExternal"
 */
public record LoadExternal(Optional<Sensitive> inPrivate, Public inPublic, Handle hierarchy)
    implements Command<LoadExternal.Response> {

  /**
   * What TPM2_LoadExternal answers.
   *
   * @param objectHandle the loaded object, without its Name
   * @param name its Name
   */
  public record Response(Handle objectHandle, Bytes name) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_LoadExternal response",
            Response::new,
            plainHandle("objectHandle", Response::objectHandle),
            bytes16("name", Response::name));
  }

  /** TPM_CC_LoadExternal. */
  public static final CommandSpec<LoadExternal, Response> SPEC =
      command(
          0x0167,
          struct(
              "TPM2_LoadExternal",
              LoadExternal::new,
              sizedOrEmpty16("inPrivate", Sensitive.CODEC, LoadExternal::inPrivate),
              sized16("inPublic", Public.CODEC, LoadExternal::inPublic),
              field("hierarchy", RH_HIERARCHY.or(Handle.NULL), LoadExternal::hierarchy)),
          Response.CODEC);

  @Override
  public CommandSpec<LoadExternal, Response> spec() {
    return SPEC;
  }
}
