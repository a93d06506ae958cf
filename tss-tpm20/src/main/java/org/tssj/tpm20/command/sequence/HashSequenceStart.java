package org.tssj.tpm20.command.sequence;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_HashSequenceStart: starts a hash or event sequence.
 *
 * @param auth the auth value of the sequence
 * @param hashAlg the hash, or TPM_ALG_NULL for an event sequence in all banks
 * @see "TPM 2.0 Library, Part 3, 17.4 TPM2_HashSequenceStart"
 */
public record HashSequenceStart(AuthValue auth, AlgorithmId hashAlg)
    implements Command<HashSequenceStart.Response> {

  /**
   * What TPM2_HashSequenceStart answers.
   *
   * @param sequenceHandle the sequence
   */
  public record Response(Handle sequenceHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_HashSequenceStart response",
            Response::new,
            plainHandle("sequenceHandle", Response::sequenceHandle));
  }

  /** TPM_CC_HashSequenceStart. */
  public static final CommandSpec<HashSequenceStart, Response> SPEC =
      command(
          0x0186,
          struct(
              "TPM2_HashSequenceStart",
              HashSequenceStart::new,
              secret16("auth", 64, HashSequenceStart::auth),
              field("hashAlg", AlgorithmInterface.HASH.or(AlgorithmId.NULL), HashSequenceStart::hashAlg)),
          Response.CODEC);

  @Override
  public CommandSpec<HashSequenceStart, Response> spec() {
    return SPEC;
  }
}
