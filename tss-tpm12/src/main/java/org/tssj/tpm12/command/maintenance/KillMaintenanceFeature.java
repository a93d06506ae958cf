package org.tssj.tpm12.command.maintenance;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_KillMaintenanceFeature: switches maintenance off until the next owner. Optional.
 *
 * @see "TPM 1.2 Main, Part 3, 12.3 TPM_KillMaintenanceFeature"
 */
public record KillMaintenanceFeature() implements Command<Empty> {

  /** TPM_ORD_KillMaintenanceFeature: ownerAuth. */
  public static final CommandSpec<KillMaintenanceFeature, Empty> SPEC =
      command(
          0x2e,
          struct("TPM_KillMaintenanceFeature", new KillMaintenanceFeature()),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<KillMaintenanceFeature, Empty> spec() {
    return SPEC;
  }
}
