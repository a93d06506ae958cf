package org.tssj.core;

import java.util.Optional;

/**
 * The TPM said no.
 *
 * <p>Match on {@link #code()}, never on the text. Both families use it; each has a class of its own
 * that says what the number means ({@code org.tssj.tpm20.rc}, {@code org.tssj.tpm12.rc}).
 */
public final class TpmResponseException extends TpmException {

  private static final long serialVersionUID = 1L;

  private final String command;
  private final long code;
  private final String name;
  private final String subject;
  private final String advice;

  /**
   * @param command the command's name in the specification
   * @param code the response code as the TPM sent it, unsigned 32 bits
   * @param name the code's name in the specification, without its subject: {@code TPM_RC_VALUE}
   * @param subject what it is about: {@code parameter 2 (inPublic)}; empty if it names nothing
   * @param meaning the code in plain words; may be empty
   * @param advice what to do next where that is known; empty otherwise
   */
  public TpmResponseException(
      String command, long code, String name, String subject, String meaning, String advice) {
    super(message(command, code, name, subject, meaning, advice), null);
    this.command = command;
    this.code = code;
    this.name = name;
    this.subject = subject;
    this.advice = advice;
  }

  private static String message(
      String command, long code, String name, String subject, String meaning, String advice) {
    return command
        + ": "
        + name
        + (subject.isEmpty() ? "" : " on " + subject)
        + " [rc 0x"
        + Long.toHexString(code)
        + "]"
        + (meaning.isEmpty() ? "" : ": " + meaning)
        + (advice.isEmpty() ? "" : ". " + advice);
  }

  /** The command's name in the specification. */
  public String command() {
    return command;
  }

  /** The response code as the TPM sent it, with its handle, parameter or session number. */
  public long code() {
    return code;
  }

  /** The code's name in the specification, without handle, parameter or session number. */
  public String name() {
    return name;
  }

  /** Which handle, parameter or session is refused, by its name in the specification. */
  public Optional<String> subject() {
    return subject.isEmpty() ? Optional.empty() : Optional.of(subject);
  }

  /** What to do next, where that is known. */
  public Optional<String> advice() {
    return advice.isEmpty() ? Optional.empty() : Optional.of(advice);
  }
}
