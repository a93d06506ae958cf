package org.tssj.tpm20.structure.nv;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Union;
import org.tssj.tpm20.structure.handle.HandleType;

/**
 * TPMT_NV_PUBLIC_2: the public area of an NV index of any kind of handle, since 1.83.
 *
 * @see "TPM 2.0 Library 1.85, Part 2, TPMT_NV_PUBLIC_2"
 */
public sealed interface NvPublic2 {

  /** TPMT_NV_PUBLIC_2: the kind of handle, then the public area of that kind. */
  Codec<NvPublic2> CODEC =
      Union.union("TPMU_NV_PUBLIC_2", NvPublic2::handleType, HandleType::new)
          .on(HandleType.NV_INDEX, Index.class, Index.CODEC)
          .on(HandleType.PERMANENT_NV, Index.class, Index.CODEC)
          .on(HandleType.EXTERNAL_NV, External.class, External.CODEC)
          .otherwise(Unknown.class, Unknown.CODEC)
          .tagged("TPMT_NV_PUBLIC_2", "handleType", HandleType.CODEC);

  /** TPM2B_NV_PUBLIC_2: the public area behind its size, as commands carry it. */
  Codec<NvPublic2> SIZED_CODEC = Codecs.sized(2, CODEC);

  /** TPM_HT: the kind of the index's handle. */
  HandleType handleType();

  /** The public area of an index in the TPM, of the kind that its handle tells. */
  static NvPublic2 of(NvPublic nvPublic) {
    return new Index(new HandleType(nvPublic.nvIndex().type()), nvPublic);
  }

  /**
   * TPMS_NV_PUBLIC: an index in the TPM.
   *
   * @param handleType TPM_HT_NV_INDEX, or TPM_HT_PERMANENT_NV for one that cannot be undefined
   * @param nvPublic its public area
   */
  record Index(HandleType handleType, NvPublic nvPublic) implements NvPublic2 {

    static final Codec<Index> CODEC =
        struct(
            "TPMU_NV_PUBLIC_2",
            Index::new,
            selected("handleType", HandleType::new, Index::handleType),
            field("nvIndex", NvPublic.CODEC, Index::nvPublic));
  }

  /**
   * TPMS_NV_PUBLIC_EXP_ATTR: an index kept outside of the TPM.
   *
   * @param nvPublic its public area
   */
  record External(NvPublicExpAttr nvPublic) implements NvPublic2 {

    static final Codec<External> CODEC =
        struct(
            "TPMU_NV_PUBLIC_2",
            External::new,
            field("externalNV", NvPublicExpAttr.CODEC, External::nvPublic));

    @Override
    public HandleType handleType() {
      return HandleType.EXTERNAL_NV;
    }
  }

  /**
   * A kind this version does not know.
   *
   * @param handleType its TPM_HT
   * @param body everything behind it
   */
  record Unknown(HandleType handleType, Bytes body) implements NvPublic2 {

    static final Codec<Unknown> CODEC =
        struct(
            "TPMU_NV_PUBLIC_2",
            Unknown::new,
            selected("handleType", HandleType::new, Unknown::handleType),
            rest("body", Unknown::body));
  }
}
