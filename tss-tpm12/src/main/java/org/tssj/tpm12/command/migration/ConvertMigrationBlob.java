package org.tssj.tpm12.command.migration;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_ConvertMigrationBlob: turns a key that came by MIGRATE into one that can be loaded here.
 *
 * @param parentHandle the parent it came to
 * @param inData what TPM_CreateMigrationBlob or TPM_MigrateKey answered
 * @param random what it was XORed with
 * @see "TPM 1.2 Main, Part 3, 11.2 TPM_ConvertMigrationBlob"
 */
public record ConvertMigrationBlob(Handle parentHandle, Bytes inData, AuthValue random)
    implements Command<ConvertMigrationBlob.Response> {

  /**
   * What TPM_ConvertMigrationBlob answers.
   *
   * @param outData the private part, for {@code encData} of its TPM_KEY
   */
  public record Response(Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_ConvertMigrationBlob response",
            Response::new,
            bytes32("outData", Response::outData));
  }

  /** TPM_ORD_ConvertMigrationBlob: parentAuth unless it has no secret. */
  public static final CommandSpec<ConvertMigrationBlob, Response> SPEC =
      command(
          0x2a,
          struct(
              "TPM_ConvertMigrationBlob",
              ConvertMigrationBlob::new,
              handle("parentHandle", ConvertMigrationBlob::parentHandle),
              bytes32("inData", ConvertMigrationBlob::inData),
              secret32("random", ConvertMigrationBlob::random)),
          Response.CODEC,
          optional("parentAuth"));

  @Override
  public CommandSpec<ConvertMigrationBlob, Response> spec() {
    return SPEC;
  }
}
