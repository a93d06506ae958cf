package org.tssj.tpm20.command.sequence;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_HMAC_Start: starts an HMAC sequence. It shares its code with {@link MacStart}.
 *
 * @param handle a loaded HMAC key
 * @param auth the auth value of the sequence
 * @param hashAlg the hash, or TPM_ALG_NULL to take the key's own
 * @see "TPM 2.0 Library, Part 3, 17.2 TPM2_HMAC_Start"
 */
public record HmacStart(Handle handle, AuthValue auth, AlgorithmId hashAlg)
    implements Command<HmacStart.Response> {

  /**
   * What TPM2_HMAC_Start answers.
   *
   * @param sequenceHandle the sequence
   */
  public record Response(Handle sequenceHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_HMAC_Start response",
            Response::new,
            plainHandle("sequenceHandle", Response::sequenceHandle));
  }

  /** TPM_CC_HMAC_Start. */
  public static final CommandSpec<HmacStart, Response> SPEC =
      command(
          0x015b,
          struct(
              "TPM2_HMAC_Start",
              HmacStart::new,
              authorizedHandle("handle", Role.USER, DH_OBJECT, HmacStart::handle),
              secret16("auth", 64, HmacStart::auth),
              field("hashAlg", AlgorithmInterface.HASH.or(AlgorithmId.NULL), HmacStart::hashAlg)),
          Response.CODEC);

  @Override
  public CommandSpec<HmacStart, Response> spec() {
    return SPEC;
  }
}
