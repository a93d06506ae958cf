package org.tssj.tpm12.command.optin;

import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SetOperatorAuth: sets the operator's secret. Needs physical presence.
 *
 * <p>The secret travels as it is.
 *
 * @param operatorAuth 20 octets
 * @see "TPM 1.2 Main, Part 3, 5.7 TPM_SetOperatorAuth"
 */
public record SetOperatorAuth(AuthValue operatorAuth) implements Command<Empty> {

  /** TPM_ORD_SetOperatorAuth: no authorisation. */
  public static final CommandSpec<SetOperatorAuth, Empty> SPEC =
      command(
          0x74,
          struct(
              "TPM_SetOperatorAuth",
              SetOperatorAuth::new,
              secret("operatorAuth", 20, SetOperatorAuth::operatorAuth)),
          Empty.CODEC);

  @Override
  public CommandSpec<SetOperatorAuth, Empty> spec() {
    return SPEC;
  }
}
