package org.tssj.tpm12.command.dir;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_DirWriteAuth: writes a data integrity register. Deprecated for NV areas.
 *
 * @param dirIndex which register; TPMs have one, 0
 * @param newContents what is written, 20 octets
 * @see "TPM 1.2 Main, Part 3, 27.2.1 TPM_DirWriteAuth"
 */
public record DirWriteAuth(long dirIndex, Bytes newContents) implements Command<Empty> {

  /** TPM_ORD_DirWriteAuth: ownerAuth. */
  public static final CommandSpec<DirWriteAuth, Empty> SPEC =
      command(
          0x19,
          struct(
              "TPM_DirWriteAuth",
              DirWriteAuth::new,
              u32("dirIndex", DirWriteAuth::dirIndex),
              bytes("newContents", 20, DirWriteAuth::newContents)),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<DirWriteAuth, Empty> spec() {
    return SPEC;
  }
}
