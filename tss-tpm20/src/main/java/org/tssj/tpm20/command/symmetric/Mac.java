package org.tssj.tpm20.command.symmetric;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_MAC: authenticates a few octets with an HMAC key or a block cipher (CMAC). It shares its
 * code with {@link Hmac}.
 *
 * @param handle a loaded HMAC or symmetric signing key
 * @param buffer at most 1024 octets
 * @param inScheme the scheme, or TPM_ALG_NULL to take the key's own
 * @see "TPM 2.0 Library, Part 3, 15.6 TPM2_MAC"
 */
public record Mac(Handle handle, Bytes buffer, AlgorithmId inScheme)
    implements Command<Mac.Response> {

  /**
   * What TPM2_MAC answers.
   *
   * @param outMac the code
   */
  public record Response(Bytes outMac) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_MAC response", Response::new, bytes16("outMAC", 64, Response::outMac));
  }

  /** TPM_CC_MAC. */
  public static final CommandSpec<Mac, Response> SPEC =
      command(
          0x0155,
          struct(
              "TPM2_MAC",
              Mac::new,
              authorizedHandle("handle", Role.USER, DH_OBJECT, Mac::handle),
              bytes16("buffer", Mac::buffer),
              field("inScheme", AlgorithmInterface.MAC_SCHEME.or(AlgorithmId.NULL), Mac::inScheme)),
          Response.CODEC);

  @Override
  public CommandSpec<Mac, Response> spec() {
    return SPEC;
  }
}
