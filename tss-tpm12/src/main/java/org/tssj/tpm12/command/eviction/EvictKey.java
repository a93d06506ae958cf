package org.tssj.tpm12.command.eviction;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_EvictKey: removes a key from the TPM, in the form of TPM 1.1. Deprecated for
 * TPM_FlushSpecific.
 *
 * @param evictHandle the key
 * @see "TPM 1.2 Main, Part 3, 27.1.1 TPM_EvictKey"
 */
public record EvictKey(Handle evictHandle) implements Command<Empty> {

  /** TPM_ORD_EvictKey: no authorisation. */
  public static final CommandSpec<EvictKey, Empty> SPEC =
      command(
          0x22,
          struct("TPM_EvictKey", EvictKey::new, handle("evictHandle", EvictKey::evictHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<EvictKey, Empty> spec() {
    return SPEC;
  }
}
