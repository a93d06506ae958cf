package org.tssj.tpm12.structure.nv;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/**
 * TPM_NV_DATA_PUBLIC: an NV area as everybody may see it, and as it is defined.
 *
 * @param nvIndex its number
 * @param pcrInfoRead PCRs and localities that reading wants
 * @param pcrInfoWrite PCRs and localities that writing wants
 * @param permission who may read and write, and what locks it
 * @param readStClear whether reading is locked until the next start-up; the TPM ignores it in a
 *     definition
 * @param writeStClear whether writing is locked until the next start-up; likewise
 * @param writeDefine whether writing is locked for ever; likewise
 * @param dataSize octets of its content; 0 in a definition releases the area
 * @see "TPM 1.2 Main, Part 2, 19.3 TPM_NV_DATA_PUBLIC"
 */
public record NvDataPublic(
    NvIndex nvIndex,
    PcrInfoShort pcrInfoRead,
    PcrInfoShort pcrInfoWrite,
    NvAttributes permission,
    boolean readStClear,
    boolean writeStClear,
    boolean writeDefine,
    long dataSize) {

  /** TPM_NV_DATA_PUBLIC: tag 0x0018 first. */
  public static final Codec<NvDataPublic> CODEC =
      struct(
          "TPM_NV_DATA_PUBLIC",
          NvDataPublic::new,
          after(constant("tag", "0018"), field("nvIndex", NvIndex.CODEC, NvDataPublic::nvIndex)),
          field("pcrInfoRead", PcrInfoShort.CODEC, NvDataPublic::pcrInfoRead),
          field("pcrInfoWrite", PcrInfoShort.CODEC, NvDataPublic::pcrInfoWrite),
          field("permission", NvAttributes.CODEC, NvDataPublic::permission),
          bool("bReadSTClear", NvDataPublic::readStClear),
          bool("bWriteSTClear", NvDataPublic::writeStClear),
          bool("bWriteDefine", NvDataPublic::writeDefine),
          u32("dataSize", NvDataPublic::dataSize));

  /** The definition of an area that no PCR guards. */
  public static NvDataPublic of(NvIndex index, NvAttributes permission, long dataSize) {
    return new NvDataPublic(
        index, PcrInfoShort.NONE, PcrInfoShort.NONE, permission, false, false, false, dataSize);
  }

  /** This definition, readable only while PCRs and locality are as given. */
  public NvDataPublic readableWith(PcrInfoShort pcrs) {
    return new NvDataPublic(
        nvIndex, pcrs, pcrInfoWrite, permission, readStClear, writeStClear, writeDefine, dataSize);
  }

  /** This definition, writable only while PCRs and locality are as given. */
  public NvDataPublic writableWith(PcrInfoShort pcrs) {
    return new NvDataPublic(
        nvIndex, pcrInfoRead, pcrs, permission, readStClear, writeStClear, writeDefine, dataSize);
  }
}
