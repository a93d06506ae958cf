package org.tssj.tpm12.command.dir;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_DirRead: reads a data integrity register. Deprecated for NV areas.
 *
 * @param dirIndex which register; TPMs have one, 0
 * @see "TPM 1.2 Main, Part 3, 27.2.2 TPM_DirRead"
 */
public record DirRead(long dirIndex) implements Command<DirRead.Response> {

  /**
   * What TPM_DirRead answers.
   *
   * @param dirContents what it contains, 20 octets
   */
  public record Response(Bytes dirContents) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_DirRead response", Response::new, bytes("dirContents", 20, Response::dirContents));
  }

  /** TPM_ORD_DirRead: no authorisation. */
  public static final CommandSpec<DirRead, Response> SPEC =
      command(
          0x1a,
          struct("TPM_DirRead", DirRead::new, u32("dirIndex", DirRead::dirIndex)),
          Response.CODEC);

  @Override
  public CommandSpec<DirRead, Response> spec() {
    return SPEC;
  }
}
