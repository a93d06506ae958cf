package org.tssj.tpm20.structure.attest;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPMS_CREATION_DATA: the circumstances in which an object was made. Its digest stands in the
 * creation ticket, and in what TPM2_CertifyCreation signs.
 *
 * @param pcrSelect PCRs whose state was recorded
 * @param pcrDigest digest of their values with the object's nameAlg; empty if there are none
 * @param locality the locality it was made from
 * @param parentNameAlg the parent's nameAlg; TPM_ALG_NULL under a hierarchy
 * @param parentName the parent's Name; a hierarchy's is its handle
 * @param parentQualifiedName the parent's Qualified Name
 * @param outsideInfo what the creator added, at most 66 octets
 * @see "TPM 2.0 Library, Part 2, Table 223 TPMS_CREATION_DATA"
 */
public record CreationData(
    List<PcrSelection> pcrSelect,
    Bytes pcrDigest,
    Locality locality,
    AlgorithmId parentNameAlg,
    Bytes parentName,
    Bytes parentQualifiedName,
    Bytes outsideInfo) {

  /** TPMS_CREATION_DATA: the fields in this order. */
  public static final Codec<CreationData> CODEC =
      struct(
          "TPMS_CREATION_DATA",
          CreationData::new,
          list("pcrSelect", 16, PcrSelection.CODEC, CreationData::pcrSelect),
          bytes16("pcrDigest", 64, CreationData::pcrDigest),
          field("locality", Locality.CODEC, CreationData::locality),
          field("parentNameAlg", AlgorithmId.CODEC, CreationData::parentNameAlg),
          bytes16("parentName", 66, CreationData::parentName),
          bytes16("parentQualifiedName", 66, CreationData::parentQualifiedName),
          bytes16("outsideInfo", 66, CreationData::outsideInfo));

  /** TPM2B_CREATION_DATA: behind its size, as commands carry it and tools store it. */
  public static final Codec<CreationData> SIZED_CODEC = Codecs.sized(2, CODEC);

  /** Copies the list. */
  public CreationData {
    pcrSelect = List.copyOf(pcrSelect);
  }
}
