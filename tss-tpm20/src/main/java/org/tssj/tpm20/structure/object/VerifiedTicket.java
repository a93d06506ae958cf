package org.tssj.tpm20.structure.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Fields.selector;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.Union;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMT_TK_VERIFIED: a TPM's own proof that it verified a signature, for TPM2_PolicyAuthorize.
 *
 * <p>Before 1.85 there was one tag and no metadata; such tickets read and are written as ever.
 *
 * @param hierarchy whose proof made it, or TPM_RH_NULL
 * @param metadata what was verified, with the tag inside
 * @param hmac made over the digest or message and the Name of the key; only this TPM can make and
 *     check it; empty in the null ticket
 * @see "TPM 2.0 Library, Part 2, Table 98 TPMT_TK_VERIFIED (1.85: Table 113)"
 */
public record VerifiedTicket(Handle hierarchy, Metadata metadata, Bytes hmac) {

  /** The null ticket, which proves nothing. */
  public static final VerifiedTicket NULL =
      new VerifiedTicket(Handle.NULL, Metadata.VERIFIED, Bytes.EMPTY);

  /** TPMT_TK_VERIFIED: tag, hierarchy, metadata, HMAC. */
  public static final Codec<VerifiedTicket> CODEC =
      struct(
          "TPMT_TK_VERIFIED",
          VerifiedTicket::new,
          after(
              selector("tag", StructureTag.CODEC, VerifiedTicket::tag),
              field("hierarchy", RH_HIERARCHY.or(Handle.NULL), VerifiedTicket::hierarchy)),
          field("metadata", metadataCodec(), VerifiedTicket::metadata),
          bytes16("hmac", VerifiedTicket::hmac));

  /** TPM_ST_VERIFIED, TPM_ST_MESSAGE_VERIFIED or TPM_ST_DIGEST_VERIFIED. */
  public StructureTag tag() {
    return metadata.tag();
  }

  private static Codec<Metadata> metadataCodec() {
    return Union.union("TPMU_TK_VERIFIED_META", Metadata::tag, StructureTag::new)
        .on(StructureTag.VERIFIED, Metadata.Bare.class, Metadata.Bare.CODEC)
        .on(StructureTag.MESSAGE_VERIFIED, Metadata.Bare.class, Metadata.Bare.CODEC)
        .on(StructureTag.DIGEST_VERIFIED, Metadata.OfDigest.class, Metadata.OfDigest.CODEC);
  }

  /** TPMU_TK_VERIFIED_META: what was verified. */
  public sealed interface Metadata {

    /** A digest, by TPM2_VerifySignature. */
    Metadata VERIFIED = new Bare(StructureTag.VERIFIED);

    /** A whole message, by TPM2_VerifySequenceComplete of 1.85. */
    Metadata MESSAGE_VERIFIED = new Bare(StructureTag.MESSAGE_VERIFIED);

    /** The ticket's tag. */
    StructureTag tag();

    /**
     * TPMS_EMPTY: the tag says all.
     *
     * @param tag TPM_ST_VERIFIED or TPM_ST_MESSAGE_VERIFIED
     */
    record Bare(StructureTag tag) implements Metadata {
      static final Struct<Bare> CODEC =
          struct("TPMS_EMPTY", Bare::new, selected("tag", StructureTag::new, Bare::tag));
    }

    /**
     * TPM_ST_DIGEST_VERIFIED: a digest, by TPM2_VerifyDigestSignature of 1.85.
     *
     * @param hashAlg the hash that made the digest
     */
    record OfDigest(AlgorithmId hashAlg) implements Metadata {
      static final Struct<OfDigest> CODEC =
          struct(
              "TPMI_ALG_HASH",
              OfDigest::new,
              field("digestVerified", AlgorithmInterface.HASH, OfDigest::hashAlg));

      @Override
      public StructureTag tag() {
        return StructureTag.DIGEST_VERIFIED;
      }
    }
  }
}
