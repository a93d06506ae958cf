package org.tssj.tpm20.structure.nv;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMS_NV_PUBLIC: the public area of an NV index, or the template from which one is made.
 *
 * @param nvIndex the handle, 0x01000000 to 0x01ffffff
 * @param nameAlg the hash of the index's Name and policy; for an EXTEND index also of its contents
 * @param attributes who may do what with it, and its state
 * @param authPolicy digest of the policy that approves using it, empty if none can
 * @param dataSize octets it holds, 0 to 65535; the TPM's limit is TPM_PT_NV_INDEX_MAX
 * @see "TPM 2.0 Library, Part 2, Table 216 TPMS_NV_PUBLIC"
 */
public record NvPublic(
    Handle nvIndex, AlgorithmId nameAlg, NvAttributes attributes, Bytes authPolicy, int dataSize) {

  /** TPMS_NV_PUBLIC: the fields in this order. */
  public static final Codec<NvPublic> CODEC =
      struct(
          "TPMS_NV_PUBLIC",
          NvPublic::new,
          field("nvIndex", RH_NV_INDEX, NvPublic::nvIndex),
          field("nameAlg", AlgorithmInterface.HASH, NvPublic::nameAlg),
          field("attributes", NvAttributes.CODEC, NvPublic::attributes),
          bytes16("authPolicy", 64, NvPublic::authPolicy),
          u16("dataSize", NvPublic::dataSize));

  /** TPM2B_NV_PUBLIC: the public area behind its size, as commands carry it and tools store it. */
  public static final Codec<NvPublic> SIZED_CODEC = Codecs.sized(2, CODEC);

  /**
   * The Name, by which HMAC sessions, policies and attestations know the index: the hash's number
   * and the digest of this public area. It changes when an attribute does: the first write sets
   * WRITTEN, a lock sets WRITELOCKED or READLOCKED.
   *
   * @throws UnsupportedOperationException if the hash is not one this version can compute
   * @see "TPM 2.0 Library, Part 1, 16 Names"
   */
  public Bytes name() {
    Bank hash =
        nameAlg
            .hash()
            .orElseThrow(
                () -> new UnsupportedOperationException("no Name can be computed with " + nameAlg));
    return AlgorithmId.CODEC.encode(nameAlg).concat(hash.hash(CODEC.encode(this)));
  }

  /** The same with other attributes. */
  public NvPublic withAttributes(NvAttributes others) {
    return new NvPublic(nvIndex, nameAlg, others, authPolicy, dataSize);
  }
}
