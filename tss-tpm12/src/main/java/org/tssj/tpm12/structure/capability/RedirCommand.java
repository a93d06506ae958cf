package org.tssj.tpm12.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_REDIR_COMMAND: where a redirected key sends what it decrypts.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 4.12 TPM_REDIR_COMMAND"
 */
public record RedirCommand(int value) implements WireNumber {

  private static final NumberNames<RedirCommand> NAMES =
      new NumberNames<>("TPM_REDIR_", 8, RedirCommand::new);

  /** TPM_REDIR_GPIO: to general-purpose input and output lines. */
  public static final RedirCommand GPIO = NAMES.name("GPIO", 0x1);

  /** TPM_REDIR_COMMAND: four octets. */
  public static final Codec<RedirCommand> CODEC =
      Codecs.number32("TPM_REDIR_COMMAND", RedirCommand::new);

  /** The constant with this name, with or without {@code TPM_REDIR_}, in either case. */
  public static Optional<RedirCommand> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
