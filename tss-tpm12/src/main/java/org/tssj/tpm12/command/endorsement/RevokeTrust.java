package org.tssj.tpm12.command.endorsement;

import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_RevokeTrust: destroys a revocable endorsement key and clears the TPM. Needs physical
 * presence.
 *
 * @param ekReset the secret that revokes it
 * @see "TPM 1.2 Main, Part 3, 14.3 TPM_RevokeTrust"
 */
public record RevokeTrust(AuthValue ekReset) implements Command<Empty> {

  /** TPM_ORD_RevokeTrust: no authorisation. */
  public static final CommandSpec<RevokeTrust, Empty> SPEC =
      command(
          0x80,
          struct("TPM_RevokeTrust", RevokeTrust::new, secret("EKReset", 20, RevokeTrust::ekReset)),
          Empty.CODEC);

  @Override
  public CommandSpec<RevokeTrust, Empty> spec() {
    return SPEC;
  }
}
