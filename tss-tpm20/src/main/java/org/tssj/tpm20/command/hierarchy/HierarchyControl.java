package org.tssj.tpm20.command.hierarchy;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_ENABLES;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_HierarchyControl: enables or disables a hierarchy, until the next start.
 *
 * @param authHandle the hierarchy itself, or TPM_RH_PLATFORM
 * @param enable the hierarchy to switch: owner, endorsement, platform or TPM_RH_PLATFORM_NV
 * @param state true to enable, false to disable
 * @see "TPM 2.0 Library, Part 3, 24.2 TPM2_HierarchyControl"
 */
public record HierarchyControl(Handle authHandle, Handle enable, boolean state)
    implements Command<Empty> {

  /** TPM_CC_HierarchyControl. */
  public static final CommandSpec<HierarchyControl, Empty> SPEC =
      command(
          0x0121,
          struct(
              "TPM2_HierarchyControl",
              HierarchyControl::new,
              authorizedHandle("authHandle", Role.USER, RH_HIERARCHY, HierarchyControl::authHandle),
              field("enable", RH_ENABLES, HierarchyControl::enable),
              yesNo("state", HierarchyControl::state)),
          Empty.CODEC);

  @Override
  public CommandSpec<HierarchyControl, Empty> spec() {
    return SPEC;
  }
}
