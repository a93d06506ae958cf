package org.tssj.tpm12.structure.migration;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_CMK_MIGAUTH: what the TPM authenticates when it makes a ticket that keys of one set of
 * authorities may be rewrapped for one public key.
 *
 * @param msaDigest SHA-1 of TPM_MSA_COMPOSITE, 20 octets
 * @param pubKeyDigest SHA-1 of a TPM_PUBKEY, 20 octets
 * @see "TPM 1.2 Main, Part 2, 5.19 TPM_CMK_MIGAUTH"
 */
public record CmkMigAuth(Bytes msaDigest, Bytes pubKeyDigest) {

  /** TPM_CMK_MIGAUTH: tag 0x0033, two digests. */
  public static final Codec<CmkMigAuth> CODEC =
      struct(
          "TPM_CMK_MIGAUTH",
          CmkMigAuth::new,
          after(constant("tag", "0033"), bytes("msaDigest", 20, CmkMigAuth::msaDigest)),
          bytes("pubKeyDigest", 20, CmkMigAuth::pubKeyDigest));
}
