package org.tssj.tpm12.structure.attest;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.pcr.PcrInfo;

/**
 * TPM_CERTIFY_INFO: what a TPM says about a key that TPM_CertifyKey certifies.
 *
 * @param version 1.1.0.0
 * @param keyUsage what the key is for
 * @param keyFlags how it may leave its TPM
 * @param authDataUsage when it wants its secret
 * @param algorithmParms algorithm, schemes and size
 * @param pubkeyDigest SHA-1 of the modulus alone, 20 octets
 * @param data the verifier's nonce, 20 octets
 * @param parentPcrStatus whether a parent of the key is bound to PCRs
 * @param pcrInfo what the key itself is bound to, if it is
 * @see "TPM 1.2 Main, Part 2, 11.1 TPM_CERTIFY_INFO"
 */
public record CertifyInfo(
    StructVer version,
    KeyUsage keyUsage,
    KeyFlags keyFlags,
    AuthDataUsage authDataUsage,
    KeyParms algorithmParms,
    Bytes pubkeyDigest,
    Bytes data,
    boolean parentPcrStatus,
    Optional<PcrInfo> pcrInfo)
    implements KeyCertification {

  /** TPM_CERTIFY_INFO: version first. */
  public static final Codec<CertifyInfo> CODEC =
      struct(
          "TPM_CERTIFY_INFO",
          CertifyInfo::new,
          field("version", StructVer.CODEC, CertifyInfo::version),
          field("keyUsage", KeyUsage.CODEC, CertifyInfo::keyUsage),
          field("keyFlags", KeyFlags.CODEC, CertifyInfo::keyFlags),
          field("authDataUsage", AuthDataUsage.CODEC, CertifyInfo::authDataUsage),
          field("algorithmParms", KeyParms.CODEC, CertifyInfo::algorithmParms),
          bytes("pubkeyDigest", 20, CertifyInfo::pubkeyDigest),
          bytes("data", 20, CertifyInfo::data),
          bool("parentPCRStatus", CertifyInfo::parentPcrStatus),
          sizedOrEmpty32("PCRInfo", PcrInfo.CODEC, CertifyInfo::pcrInfo));
}
