package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.auth.Secret;

/** {@code tpm_changeownerauth}: gives the owner or the storage root key another password. */
public final class ChangeOwnerAuthTool extends TpmTool {

  private static final Option OWNER = Option.flag('o', "owner", "Change the owner password.");
  private static final Option SRK = Option.flag('s', "srk", "Change the SRK password.");
  private static final Option OLD_UNICODE =
      Option.flag(
          'g',
          "original_password_unicode",
          "Use TSS UNICODE encoding for original password to comply with applications using TSS"
              + " popup boxes");
  private static final Option NEW_UNICODE =
      Option.flag(
          'n',
          "new_password_unicode",
          "Use TSS UNICODE encoding for new password to comply with applications using TSS popup"
              + " boxes");
  private static final Option WELL_KNOWN =
      Option.flag(
          'z',
          "well-known",
          "Change password to a new one when current owner password is a secret of all zeros (20"
              + " bytes of zeros). It must be specified which password (owner, SRK or both) to"
              + " change");
  private static final Option SET_WELL_KNOWN =
      Option.flag(
          'r',
          "set-well-known",
          "Change password to a secret of all zeros (20 bytes of zeros). It must be specified which"
              + " password (owner, SRK or both) to change");

  /** The tool. */
  public ChangeOwnerAuthTool() {
    super(Option.UNICODE, OWNER, SRK, OLD_UNICODE, NEW_UNICODE, WELL_KNOWN, SET_WELL_KNOWN);
  }

  @Override
  protected void check(Call call) {
    if (!call.has(OWNER) && !call.has(SRK)) {
      throw misused(call);
    }
  }

  @Override
  protected void run(Call call) throws IOException {
    boolean oldUnicode = call.isUnicode() || call.has(OLD_UNICODE);
    try (Tspi tspi = call.connect();
        AuthValue old =
            call.has(WELL_KNOWN)
                ? Secret.wellKnown()
                : call.passwords().ask("Enter owner password: ", oldUnicode)) {
      // The owner's last: it is the owner who changes both.
      if (call.has(SRK)) {
        change(call, tspi, "SRK", to -> tspi.tpm().storageRoot().changeSecret(to, old));
      }
      if (call.has(OWNER)) {
        change(call, tspi, "owner", to -> tspi.tpm().ownership().changeSecret(old, to));
      }
    }
  }

  private interface Change {
    void to(AuthValue secret) throws IOException;
  }

  private static void change(Call call, Tspi tspi, String whose, Change change) {
    call.output().inform("Changing password for: " + whose + ".\n");
    try (AuthValue secret = newSecret(call, "Enter new " + whose + " password: ")) {
      tspi.deed("Tspi_ChangeAuth", () -> change.to(secret));
    }
    call.output().inform("Change of " + whose + " password successful.\n");
  }

  private static AuthValue newSecret(Call call, String prompt) {
    if (call.has(SET_WELL_KNOWN)) {
      return Secret.wellKnown();
    }
    return call.passwords()
        .askNew(prompt, call.isUnicode() || call.has(NEW_UNICODE))
        .orElseThrow(
            () -> {
              call.output().complain("Failed to get new password.\n");
              return new ToolFailure(Tool.FAILED);
            });
  }

  @Override
  protected String onTpm20() {
    return "tpm2_changeauth of tpm2-tools changes the passwords of a TPM 2.0";
  }
}
