package org.tssj.tpm20.command.duplication;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/**
 * TPM2_Import: brings a duplicated object, or a key made in software, under a parent.
 *
 * @param parentHandle the new parent, loaded
 * @param encryptionKey the key of the inner wrapper, or empty
 * @param objectPublic the public area
 * @param duplicate the private area, wrapped
 * @param inSymSeed the seed of the outer wrapper; empty without one
 * @param symmetricAlg the cipher of the inner wrapper, or TPM_ALG_NULL
 * @see "TPM 2.0 Library, Part 3, 13.3 TPM2_Import"
 */
public record Import(
    Handle parentHandle,
    AuthValue encryptionKey,
    Public objectPublic,
    Bytes duplicate,
    Bytes inSymSeed,
    SymDefObject symmetricAlg)
    implements Command<Import.Response> {

  /**
   * What TPM2_Import answers.
   *
   * @param outPrivate TPM2B_PRIVATE without its size, for TPM2_Load
   */
  public record Response(Bytes outPrivate) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_Import response", Response::new, bytes16("outPrivate", Response::outPrivate));
  }

  /** TPM_CC_Import. */
  public static final CommandSpec<Import, Response> SPEC =
      command(
          0x0156,
          struct(
              "TPM2_Import",
              Import::new,
              authorizedHandle("parentHandle", Role.USER, DH_OBJECT, Import::parentHandle),
              secret16("encryptionKey", Import::encryptionKey),
              sized16("objectPublic", Public.CODEC, Import::objectPublic),
              bytes16("duplicate", Import::duplicate),
              bytes16("inSymSeed", Import::inSymSeed),
              field("symmetricAlg", SymDefObject.CODEC, Import::symmetricAlg)),
          Response.CODEC);

  @Override
  public CommandSpec<Import, Response> spec() {
    return SPEC;
  }
}
