package org.tssj.tpm12.structure.migration;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_CMK_SIGTICKET: what the TPM authenticates after it checked an authority's signature with
 * TPM_CMK_CreateTicket.
 *
 * @param verKeyDigest SHA-1 of the TPM_PUBKEY that verified, 20 octets
 * @param signedData the digest that was signed, 20 octets
 * @see "TPM 1.2 Main, Part 2, 5.20 TPM_CMK_SIGTICKET"
 */
public record CmkSigTicket(Bytes verKeyDigest, Bytes signedData) {

  /** TPM_CMK_SIGTICKET: tag 0x0034, two digests. */
  public static final Codec<CmkSigTicket> CODEC =
      struct(
          "TPM_CMK_SIGTICKET",
          CmkSigTicket::new,
          after(constant("tag", "0034"), bytes("verKeyDigest", 20, CmkSigTicket::verKeyDigest)),
          bytes("signedData", 20, CmkSigTicket::signedData));
}
