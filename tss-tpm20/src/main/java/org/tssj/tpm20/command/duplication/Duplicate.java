package org.tssj.tpm20.command.duplication;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_Duplicate: wraps an object for another parent.
 *
 * @param objectHandle the loaded object
 * @param newParentHandle the loaded public part of its new parent, or TPM_RH_NULL
 * @param encryptionKeyIn the key of the inner wrapper; empty to have the TPM make one, or without
 *     an inner wrapper
 * @param symmetricAlg the cipher of the inner wrapper, or TPM_ALG_NULL for none
 * @see "TPM 2.0 Library, Part 3, 13.1 TPM2_Duplicate"
 */
public record Duplicate(
    Handle objectHandle,
    Handle newParentHandle,
    AuthValue encryptionKeyIn,
    SymDefObject symmetricAlg)
    implements Command<Duplicate.Response> {

  /**
   * What TPM2_Duplicate answers.
   *
   * @param encryptionKeyOut the key of the inner wrapper if the TPM made it
   * @param duplicate the private area, wrapped
   * @param outSymSeed the seed of the outer wrapper, for the new parent
   */
  public record Response(AuthValue encryptionKeyOut, Bytes duplicate, Bytes outSymSeed) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Duplicate response",
            Response::new,
            secret16("encryptionKeyOut", Response::encryptionKeyOut),
            bytes16("duplicate", Response::duplicate),
            bytes16("outSymSeed", Response::outSymSeed));
  }

  /** TPM_CC_Duplicate. */
  public static final CommandSpec<Duplicate, Response> SPEC =
      command(
          0x014b,
          struct(
              "TPM2_Duplicate",
              Duplicate::new,
              authorizedHandle("objectHandle", Role.DUP, DH_OBJECT, Duplicate::objectHandle),
              plainHandle("newParentHandle", DH_OBJECT.or(Handle.NULL), Duplicate::newParentHandle),
              secret16("encryptionKeyIn", Duplicate::encryptionKeyIn),
              field("symmetricAlg", SymDefObject.CODEC, Duplicate::symmetricAlg)),
          Response.CODEC);

  @Override
  public CommandSpec<Duplicate, Response> spec() {
    return SPEC;
  }
}
