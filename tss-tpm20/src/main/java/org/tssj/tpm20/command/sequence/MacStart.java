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
 * TPM2_MAC_Start: starts a MAC sequence. It shares its code with {@link HmacStart}.
 *
 * @param handle a loaded HMAC or symmetric signing key
 * @param auth the auth value of the sequence
 * @param inScheme the scheme, or TPM_ALG_NULL to take the key's own
 * @see "TPM 2.0 Library, Part 3, 17.3 TPM2_MAC_Start"
 */
public record MacStart(Handle handle, AuthValue auth, AlgorithmId inScheme)
    implements Command<MacStart.Response> {

  /**
   * What TPM2_MAC_Start answers.
   *
   * @param sequenceHandle the sequence
   */
  public record Response(Handle sequenceHandle) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_MAC_Start response",
            Response::new,
            plainHandle("sequenceHandle", Response::sequenceHandle));
  }

  /** TPM_CC_MAC_Start. */
  public static final CommandSpec<MacStart, Response> SPEC =
      command(
          0x015b,
          struct(
              "TPM2_MAC_Start",
              MacStart::new,
              authorizedHandle("handle", Role.USER, DH_OBJECT, MacStart::handle),
              secret16("auth", 64, MacStart::auth),
              field("inScheme", AlgorithmInterface.MAC_SCHEME.or(AlgorithmId.NULL), MacStart::inScheme)),
          Response.CODEC);

  @Override
  public CommandSpec<MacStart, Response> spec() {
    return SPEC;
  }
}
