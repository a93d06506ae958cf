package org.tssj.tpm12.structure.migration;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_CMK_AUTH: what a migration authority signs: this key may go from that parent to this one.
 *
 * @param migrationAuthorityDigest SHA-1 of the authority's TPM_PUBKEY, 20 octets
 * @param destinationKeyDigest SHA-1 of the TPM_PUBKEY of the new parent, 20 octets
 * @param sourceKeyDigest SHA-1 of the TPM_PUBKEY of the key that moves, 20 octets
 * @see "TPM 1.2 Main, Part 2, 5.16 TPM_CMK_AUTH"
 */
public record CmkAuth(
    Bytes migrationAuthorityDigest, Bytes destinationKeyDigest, Bytes sourceKeyDigest) {

  /** TPM_CMK_AUTH: three digests. */
  public static final Codec<CmkAuth> CODEC =
      struct(
          "TPM_CMK_AUTH",
          CmkAuth::new,
          bytes("migrationAuthorityDigest", 20, CmkAuth::migrationAuthorityDigest),
          bytes("destinationKeyDigest", 20, CmkAuth::destinationKeyDigest),
          bytes("sourceKeyDigest", 20, CmkAuth::sourceKeyDigest));

  /**
   * What an authority signs.
   *
   * @param authority its own key
   * @param destination the new parent
   * @param source the key that moves
   */
  public static CmkAuth of(PubKey authority, PubKey destination, PubKey source) {
    return new CmkAuth(authority.digest(), destination.digest(), source.digest());
  }

  /** SHA-1 of this structure, 20 octets: what is signed. */
  public Bytes digest() {
    return Bank.SHA1.hash(CODEC.encode(this));
  }
}
