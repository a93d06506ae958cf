package org.tssj.cli.tool;

import java.util.List;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.environment.TpmChoice;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.auth.Secret;

/**
 * One call of a tool: how it was called, and whom it can talk to.
 *
 * @param name what it was called by
 * @param arguments what it was given
 * @param machine where it runs
 * @param output what it says
 * @param passwords whom it asks
 * @param verb what to do on a TPM 2.0, in words
 * @param style how failures are said
 */
public record Call(
    String name,
    Arguments arguments,
    Environment machine,
    Output output,
    Passwords passwords,
    String verb,
    ErrorStyle style) {

  /** Whether an option was given. */
  public boolean has(Option option) {
    return arguments.has(option);
  }

  /** Whether passwords are to be taken in UTF-16. */
  public boolean isUnicode() {
    return has(Option.UNICODE);
  }

  /** Says at level info that it has been done. */
  public void succeeded() {
    output.inform(name + " succeeded\n");
  }

  /**
   * Connects to the TPM that is meant under the old names.
   *
   * @throws ToolFailure if it cannot be reached, or is a TPM 2.0
   */
  public Tspi connect() {
    return Tspi.connect(output, style, TpmChoice.underOldNames(machine), name, verb);
  }

  /** As {@link #connect()}, to the daemon on another machine. */
  public Tspi connect(String host) {
    String port = machine.variable("TSS_TCSD_PORT").map(number -> ",port=" + number).orElse("");
    TpmChoice choice = new TpmChoice("tcsd:host=" + host + port, "the option");
    return Tspi.connect(output, style, List.of(choice), name, verb);
  }

  /**
   * A secret that exists: the well-known one if the option says so, else asked for.
   *
   * @return 20 octets, for the caller to close
   */
  public AuthValue secret(Option wellKnown, String prompt) {
    return has(wellKnown) ? Secret.wellKnown() : passwords.ask(prompt, isUnicode());
  }

  /** The owner's secret: well-known by {@code -z}, else asked for. */
  public AuthValue ownerSecret() {
    return secret(Option.WELL_KNOWN, "Enter owner password: ");
  }
}
