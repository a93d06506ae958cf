package org.tssj.tpm20.command.context;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_PERSISTENT;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PROVISION;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_EvictControl: makes an object persistent, or removes a persistent one.
 *
 * @param auth TPM_RH_OWNER, or TPM_RH_PLATFORM for platform objects
 * @param objectHandle a transient object to make persistent, or a persistent one to remove
 * @param persistentHandle where it is to be, 0x81000000 to 0x817fffff for the owner; the same as
 *     {@code objectHandle} to remove it
 * @see "TPM 2.0 Library, Part 3, 28.5 TPM2_EvictControl"
 */
public record EvictControl(Handle auth, Handle objectHandle, Handle persistentHandle)
    implements Command<Empty> {

  /** TPM_CC_EvictControl. */
  public static final CommandSpec<EvictControl, Empty> SPEC =
      command(
          0x0120,
          struct(
              "TPM2_EvictControl",
              EvictControl::new,
              authorizedHandle("auth", Role.USER, RH_PROVISION, EvictControl::auth),
              plainHandle("objectHandle", DH_OBJECT, EvictControl::objectHandle),
              field("persistentHandle", DH_PERSISTENT, EvictControl::persistentHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<EvictControl, Empty> spec() {
    return SPEC;
  }
}
