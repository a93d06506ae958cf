package org.tssj.tpm12.command;

/**
 * A TPM 1.2 command as a value: what the caller wants, without sessions. It can be executed,
 * encoded, printed and hashed. A vendor's command is added by writing one more record.
 *
 * <p>New secrets stand in it as they are; they are encrypted on their way (ADIP).
 *
 * @param <R> what the TPM answers
 */
public interface Command<R> {

  /** The command's declaration, the same object for every command of this type. */
  CommandSpec<?, R> spec();
}
