package org.tssj.tpm20.command.symmetric;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;

/**
 * TPM2_Hash: hashes a few octets.
 *
 * @param data at most 1024 octets
 * @param hashAlg the hash
 * @param hierarchy whom the ticket belongs to; TPM_RH_NULL for no ticket
 * @see "TPM 2.0 Library, Part 3, 15.4 TPM2_Hash"
 */
public record Hash(Bytes data, AlgorithmId hashAlg, Handle hierarchy)
    implements Command<Hash.Response> {

  /**
   * What TPM2_Hash answers.
   *
   * @param outHash the digest
   * @param validation proof that this TPM made the digest, and that it does not start with
   *     TPM_GENERATED_VALUE
   */
  public record Response(Bytes outHash, HashcheckTicket validation) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Hash response",
            Response::new,
            bytes16("outHash", 64, Response::outHash),
            field("validation", HashcheckTicket.CODEC, Response::validation));
  }

  /** TPM_CC_Hash. */
  public static final CommandSpec<Hash, Response> SPEC =
      command(
          0x017d,
          struct(
              "TPM2_Hash",
              Hash::new,
              bytes16("data", Hash::data),
              field("hashAlg", AlgorithmInterface.HASH, Hash::hashAlg),
              field("hierarchy", RH_HIERARCHY.or(Handle.NULL), Hash::hierarchy)),
          Response.CODEC);

  @Override
  public CommandSpec<Hash, Response> spec() {
    return SPEC;
  }
}
