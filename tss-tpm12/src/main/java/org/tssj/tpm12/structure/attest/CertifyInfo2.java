package org.tssj.tpm12.structure.attest;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;
import org.tssj.tpm12.structure.storage.PayloadType;

/**
 * TPM_CERTIFY_INFO2: what a TPM says about a key that TPM_CertifyKey2 certifies, or that is bound
 * to localities.
 *
 * @param payloadType whether the key is an ordinary one or of restricted migration (CMK)
 * @param keyUsage what the key is for
 * @param keyFlags how it may leave its TPM
 * @param authDataUsage when it wants its secret
 * @param algorithmParms algorithm, schemes and size
 * @param pubkeyDigest SHA-1 of the modulus alone, 20 octets
 * @param data the verifier's nonce, 20 octets
 * @param parentPcrStatus whether a parent of the key is bound to PCRs
 * @param pcrInfo what the key itself is bound to, if it is
 * @param migrationAuthority digest of the migration authorities of a CMK; empty for other keys
 * @see "TPM 1.2 Main, Part 2, 11.2 TPM_CERTIFY_INFO2"
 */
public record CertifyInfo2(
    PayloadType payloadType,
    KeyUsage keyUsage,
    KeyFlags keyFlags,
    AuthDataUsage authDataUsage,
    KeyParms algorithmParms,
    Bytes pubkeyDigest,
    Bytes data,
    boolean parentPcrStatus,
    Optional<PcrInfoShort> pcrInfo,
    Bytes migrationAuthority)
    implements KeyCertification {

  /** TPM_CERTIFY_INFO2: tag 0x0029 and an octet of zero first. */
  public static final Codec<CertifyInfo2> CODEC =
      struct(
          "TPM_CERTIFY_INFO2",
          CertifyInfo2::new,
          after(
              constant("tag", "0029"),
              constant("fill", "00"),
              field("payloadType", PayloadType.CODEC, CertifyInfo2::payloadType)),
          field("keyUsage", KeyUsage.CODEC, CertifyInfo2::keyUsage),
          field("keyFlags", KeyFlags.CODEC, CertifyInfo2::keyFlags),
          field("authDataUsage", AuthDataUsage.CODEC, CertifyInfo2::authDataUsage),
          field("algorithmParms", KeyParms.CODEC, CertifyInfo2::algorithmParms),
          bytes("pubkeyDigest", 20, CertifyInfo2::pubkeyDigest),
          bytes("data", 20, CertifyInfo2::data),
          bool("parentPCRStatus", CertifyInfo2::parentPcrStatus),
          sizedOrEmpty32("PCRInfo", PcrInfoShort.CODEC, CertifyInfo2::pcrInfo),
          bytes32("migrationAuthority", CertifyInfo2::migrationAuthority));
}
