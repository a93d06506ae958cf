package org.tssj.tpm12.structure.daa;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_DAA_ISSUER: a DAA issuer as a TPM knows it: digests of its public parameters.
 *
 * @param digestR0 SHA-1 of R0, 20 octets
 * @param digestR1 SHA-1 of R1, 20 octets
 * @param digestS0 SHA-1 of S0, 20 octets
 * @param digestS1 SHA-1 of S1, 20 octets
 * @param digestN SHA-1 of the modulus n, 20 octets
 * @param digestGamma SHA-1 of the modulus Gamma, 20 octets
 * @param genericQ q, the order of the group modulo Gamma, 26 octets
 * @see "TPM 1.2 Main, Part 2, 22.3 TPM_DAA_ISSUER"
 */
public record DaaIssuer(
    Bytes digestR0,
    Bytes digestR1,
    Bytes digestS0,
    Bytes digestS1,
    Bytes digestN,
    Bytes digestGamma,
    Bytes genericQ) {

  /** TPM_DAA_ISSUER: tag 0x002f, digests, q. */
  public static final Codec<DaaIssuer> CODEC =
      struct(
          "TPM_DAA_ISSUER",
          DaaIssuer::new,
          after(constant("tag", "002f"), bytes("DAA_digest_R0", 20, DaaIssuer::digestR0)),
          bytes("DAA_digest_R1", 20, DaaIssuer::digestR1),
          bytes("DAA_digest_S0", 20, DaaIssuer::digestS0),
          bytes("DAA_digest_S1", 20, DaaIssuer::digestS1),
          bytes("DAA_digest_n", 20, DaaIssuer::digestN),
          bytes("DAA_digest_gamma", 20, DaaIssuer::digestGamma),
          bytes("DAA_generic_q", 26, DaaIssuer::genericQ));
}
