package org.tssj.tpm20.command.management;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PLATFORM;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import java.util.List;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PP_Commands: chooses the commands that need physical presence; needs it itself.
 *
 * @param auth TPM_RH_PLATFORM
 * @param setList commands that shall need physical presence
 * @param clearList commands that shall not
 * @see "TPM 2.0 Library, Part 3, 26.2 TPM2_PP_Commands"
 */
public record PpCommands(Handle auth, List<CommandCode> setList, List<CommandCode> clearList)
    implements Command<Empty> {

  /** TPM_CC_PP_Commands. */
  public static final CommandSpec<PpCommands, Empty> SPEC =
      command(
          0x012d,
          struct(
              "TPM2_PP_Commands",
              PpCommands::new,
              authorizedHandle("auth", Role.USER, RH_PLATFORM, PpCommands::auth),
              list("setList", 384, CommandCode.CODEC, PpCommands::setList),
              list("clearList", 384, CommandCode.CODEC, PpCommands::clearList)),
          Empty.CODEC);

  public PpCommands {
    setList = List.copyOf(setList);
    clearList = List.copyOf(clearList);
  }

  @Override
  public CommandSpec<PpCommands, Empty> spec() {
    return SPEC;
  }
}
