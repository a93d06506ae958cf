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
 * TPM2_HMAC: authenticates a few octets with an HMAC key. It shares its code with {@link Mac}.
 *
 * @param handle a loaded HMAC key
 * @param buffer at most 1024 octets
 * @param hashAlg the hash, or TPM_ALG_NULL to take the key's own
 * @see "TPM 2.0 Library, Part 3, 15.5 TPM2_HMAC"
 */
public record Hmac(Handle handle, Bytes buffer, AlgorithmId hashAlg)
    implements Command<Hmac.Response> {

  /**
   * What TPM2_HMAC answers.
   *
   * @param outHmac the code
   */
  public record Response(Bytes outHmac) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_HMAC response", Response::new, bytes16("outHMAC", 64, Response::outHmac));
  }

  /** TPM_CC_HMAC. */
  public static final CommandSpec<Hmac, Response> SPEC =
      command(
          0x0155,
          struct(
              "TPM2_HMAC",
              Hmac::new,
              authorizedHandle("handle", Role.USER, DH_OBJECT, Hmac::handle),
              bytes16("buffer", Hmac::buffer),
              field("hashAlg", AlgorithmInterface.HASH.or(AlgorithmId.NULL), Hmac::hashAlg)),
          Response.CODEC);

  @Override
  public CommandSpec<Hmac, Response> spec() {
    return SPEC;
  }
}
