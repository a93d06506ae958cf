package org.tssj.tpm12.command.crypto;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SHA1Update: adds octets to a SHA-1 calculation.
 *
 * @param hashData a multiple of 64 octets
 * @see "TPM 1.2 Main, Part 3, 13.2 TPM_SHA1Update"
 */
public record Sha1Update(Bytes hashData) implements Command<Empty> {

  /** TPM_ORD_SHA1Update: no authorisation. */
  public static final CommandSpec<Sha1Update, Empty> SPEC =
      command(
          0xa1,
          struct("TPM_SHA1Update", Sha1Update::new, bytes32("hashData", Sha1Update::hashData)),
          Empty.CODEC);

  @Override
  public CommandSpec<Sha1Update, Empty> spec() {
    return SPEC;
  }
}
