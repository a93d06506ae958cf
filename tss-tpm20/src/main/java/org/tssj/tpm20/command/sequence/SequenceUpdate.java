package org.tssj.tpm20.command.sequence;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_SequenceUpdate: adds octets to a sequence.
 *
 * @param sequenceHandle the sequence
 * @param buffer at most 1024 octets
 * @see "TPM 2.0 Library, Part 3, 17.5 TPM2_SequenceUpdate"
 */
public record SequenceUpdate(Handle sequenceHandle, Bytes buffer) implements Command<Empty> {

  /** TPM_CC_SequenceUpdate. */
  public static final CommandSpec<SequenceUpdate, Empty> SPEC =
      command(
          0x015c,
          struct(
              "TPM2_SequenceUpdate",
              SequenceUpdate::new,
              authorizedHandle("sequenceHandle", Role.USER, DH_OBJECT, SequenceUpdate::sequenceHandle),
              bytes16("buffer", SequenceUpdate::buffer)),
          Empty.CODEC);

  @Override
  public CommandSpec<SequenceUpdate, Empty> spec() {
    return SPEC;
  }
}
