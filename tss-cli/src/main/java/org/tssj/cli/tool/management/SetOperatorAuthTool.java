package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.optin.SetOperatorAuth;
import org.tssj.tpm12.structure.auth.Secret;

/** {@code tpm_setoperatorauth}: sets the operator's password. */
public final class SetOperatorAuthTool extends TpmTool {

  private static final Option WELL_KNOWN =
      Option.flag('z', "well-known", "Use TSS_WELL_KNOWN_SECRET as the operator's default secret.");
  private static final Option OPERATOR_UNICODE =
      Option.flag(
          'p',
          "op_password_unicode",
          "Use TSS UNICODE encoding for operator password to comply with applications using TSS"
              + " popup boxes");

  /** The tool. */
  public SetOperatorAuthTool() {
    super(Option.UNICODE, WELL_KNOWN, OPERATOR_UNICODE);
  }

  @Override
  protected void run(Call call) throws IOException {
    try (Tspi tspi = call.connect();
        AuthValue operator = secret(call)) {
      tspi.deed(
          "Tspi_TPM_SetOperatorAuth", () -> tspi.tpm().execute(new SetOperatorAuth(operator)));
    }
  }

  private static AuthValue secret(Call call) {
    if (call.has(WELL_KNOWN)) {
      return Secret.wellKnown();
    }
    return call.passwords()
        .askNew("Enter operator password: ", call.isUnicode() || call.has(OPERATOR_UNICODE))
        .orElseThrow(
            () -> {
              call.output().complain("Failed to get operator password\n");
              return new ToolFailure(Tool.FAILED);
            });
  }

  @Override
  protected String onTpm20() {
    return "a TPM 2.0 has no operator";
  }
}
