package org.tssj.tpm20.structure.nv;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_EXP_INDEX;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMS_NV_PUBLIC_EXP_ATTR: the public area of an NV index with expanded attributes, one that is
 * kept outside of the TPM, since 1.83.
 *
 * @param nvIndex the handle, 0x11000000 to 0x11ffffff
 * @param nameAlg the hash of the index's Name and policy
 * @param attributes who may do what with it, its state, and how it is protected outside
 * @param authPolicy digest of the policy that approves using it, empty if none can
 * @param dataSize octets it holds, 0 to 65535
 * @see "TPM 2.0 Library 1.85, Part 2, TPMS_NV_PUBLIC_EXP_ATTR"
 */
public record NvPublicExpAttr(
    Handle nvIndex,
    AlgorithmId nameAlg,
    NvExpAttributes attributes,
    Bytes authPolicy,
    int dataSize) {

  /** TPMS_NV_PUBLIC_EXP_ATTR: the fields in this order. */
  public static final Codec<NvPublicExpAttr> CODEC =
      struct(
          "TPMS_NV_PUBLIC_EXP_ATTR",
          NvPublicExpAttr::new,
          field("nvIndex", RH_NV_EXP_INDEX, NvPublicExpAttr::nvIndex),
          field("nameAlg", AlgorithmInterface.HASH, NvPublicExpAttr::nameAlg),
          field("attributes", NvExpAttributes.CODEC, NvPublicExpAttr::attributes),
          bytes16("authPolicy", 64, NvPublicExpAttr::authPolicy),
          u16("dataSize", NvPublicExpAttr::dataSize));
}
