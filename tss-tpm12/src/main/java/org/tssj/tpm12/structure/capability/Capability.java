package org.tssj.tpm12.structure.capability;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SymMode;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.KeyHandleList;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.pcr.SelectSize;
import org.tssj.tpm12.structure.state.PermanentFlags;
import org.tssj.tpm12.structure.state.StartupEffects;
import org.tssj.tpm12.structure.state.StclearFlags;

/**
 * One question to TPM_GetCapability and the type of its answer: area, sub-capability, and how the
 * octets of the answer are read. {@code Tpm12.capability} asks it.
 *
 * @param area what it is about
 * @param subCap what of it, as the area wants it; may be empty
 * @param answer how the answer is read
 * @param <T> the answer
 * @see "TPM 1.2 Main, Part 2, 21.1 TPM_CAPABILITY_AREA for TPM_GetCapability"
 */
public record Capability<T>(CapabilityArea area, Bytes subCap, Codec<T> answer) {

  /** TPM_CAP_FLAG_PERMANENT: the flags kept without power. */
  public static final Capability<PermanentFlags> PERMANENT_FLAGS =
      of(CapabilityArea.FLAG, 0x108, PermanentFlags.CODEC);

  /** TPM_CAP_FLAG_VOLATILE: the flags kept until the next TPM_Startup(ST_CLEAR). */
  public static final Capability<StclearFlags> STCLEAR_FLAGS =
      of(CapabilityArea.FLAG, 0x109, StclearFlags.CODEC);

  /** TPM_CAP_VERSION: 1.1 and a firmware revision, for software of TPM 1.1. */
  public static final Capability<StructVer> VERSION =
      new Capability<>(CapabilityArea.VERSION, Bytes.EMPTY, StructVer.CODEC);

  /** TPM_CAP_VERSION_VAL: version, specification level, vendor. */
  public static final Capability<CapVersionInfo> VERSION_VAL =
      new Capability<>(CapabilityArea.VERSION_VAL, Bytes.EMPTY, CapVersionInfo.CODEC);

  /** TPM_CAP_KEY_HANDLE: handles of loaded keys. {@link #handles} replaces it. */
  public static final Capability<KeyHandleList> KEY_HANDLE =
      new Capability<>(CapabilityArea.KEY_HANDLE, Bytes.EMPTY, KeyHandleList.CODEC);

  /** TPM_CAP_NV_LIST: the indices of all NV areas. */
  public static final Capability<List<NvIndex>> NV_LIST =
      new Capability<>(CapabilityArea.NV_LIST, Bytes.EMPTY, Codecs.listToEnd(NvIndex.CODEC));

  /** TPM_CAP_PROP_OWNER: whether there is an owner. */
  public static final Capability<Boolean> OWNER =
      of(CapabilityArea.PROPERTY, CapProperty.OWNER.value(), Codecs.BOOL);

  /** TPM_CAP_PROP_DAA_INTERRUPT: whether other commands may come between those of a DAA session. */
  public static final Capability<Boolean> DAA_INTERRUPT =
      of(CapabilityArea.PROPERTY, CapProperty.DAA_INTERRUPT.value(), Codecs.BOOL);

  /** TPM_CAP_PROP_MANUFACTURER: four letters. */
  public static final Capability<Bytes> MANUFACTURER =
      of(CapabilityArea.PROPERTY, CapProperty.MANUFACTURER.value(), Codecs.octets(4));

  /** TPM_CAP_PROP_TIS_TIMEOUT: the time-outs A, B, C and D of the bus, in microseconds. */
  public static final Capability<List<Long>> TIS_TIMEOUT =
      of(CapabilityArea.PROPERTY, CapProperty.TIS_TIMEOUT.value(), Codecs.listToEnd(Codecs.U32));

  /** TPM_CAP_PROP_DURATION: how long small, medium and long commands take, in microseconds. */
  public static final Capability<List<Long>> DURATION =
      of(CapabilityArea.PROPERTY, CapProperty.DURATION.value(), Codecs.listToEnd(Codecs.U32));

  /** TPM_CAP_PROP_STARTUP_EFFECT: what start-up does to loaded things. */
  public static final Capability<StartupEffects> STARTUP_EFFECT =
      of(CapabilityArea.PROPERTY, CapProperty.STARTUP_EFFECT.value(), StartupEffects.CODEC);

  /** TPM_CAP_ORD: whether the TPM knows an ordinal. */
  public static Capability<Boolean> ordinal(int ordinal) {
    return of(CapabilityArea.ORD, ordinal, Codecs.BOOL);
  }

  /** TPM_CAP_ALG: whether the TPM knows an asymmetric algorithm. */
  public static Capability<Boolean> algorithm(AlgorithmId algorithm) {
    return of(CapabilityArea.ALG, algorithm, AlgorithmId.CODEC);
  }

  /** TPM_CAP_PID: whether the TPM knows a protocol. */
  public static Capability<Boolean> protocol(ProtocolId protocol) {
    return of(CapabilityArea.PID, protocol, ProtocolId.CODEC);
  }

  /** TPM_CAP_PROPERTY: a property that is a number, 0 to 4294967295. */
  public static Capability<Long> property(CapProperty property) {
    return of(CapabilityArea.PROPERTY, property.value(), Codecs.U32);
  }

  /** TPM_CAP_CHECK_LOADED: whether there is room to load such a key. */
  public static Capability<Boolean> checkLoaded(KeyParms key) {
    return of(CapabilityArea.CHECK_LOADED, key, KeyParms.CODEC);
  }

  /** TPM_CAP_SYM_MODE: whether the TPM knows a symmetric mode. */
  public static Capability<Boolean> symMode(SymMode mode) {
    return of(CapabilityArea.SYM_MODE, mode, SymMode.CODEC);
  }

  /** TPM_CAP_KEY_STATUS: whether a loaded key is under the owner's control. */
  public static Capability<Boolean> keyStatus(Handle key) {
    return of(CapabilityArea.KEY_STATUS, key, Handle.CODEC);
  }

  /**
   * TPM_CAP_MFR: what the manufacturer likes to tell.
   *
   * @param subCap as the manufacturer wants it
   */
  public static Capability<Bytes> manufacturerSpecific(Bytes subCap) {
    return new Capability<>(CapabilityArea.MFR, subCap, Codecs.rest());
  }

  /** TPM_CAP_NV_INDEX: the public part of one NV area. */
  public static Capability<NvDataPublic> nvIndex(NvIndex index) {
    return of(CapabilityArea.NV_INDEX, index.value(), NvDataPublic.CODEC);
  }

  /** TPM_CAP_TRANS_ALG: whether transport sessions know an algorithm. */
  public static Capability<Boolean> transportAlgorithm(AlgorithmId algorithm) {
    return of(CapabilityArea.TRANS_ALG, algorithm, AlgorithmId.CODEC);
  }

  /** TPM_CAP_TRANS_ES: whether transport sessions know an encryption scheme. */
  public static Capability<Boolean> transportScheme(EncScheme scheme) {
    return of(CapabilityArea.TRANS_ES, scheme, EncScheme.CODEC);
  }

  /** TPM_CAP_HANDLE: all handles of one kind. */
  public static Capability<KeyHandleList> handles(ResourceType type) {
    return of(CapabilityArea.HANDLE, type.value(), KeyHandleList.CODEC);
  }

  /** TPM_CAP_AUTH_ENCRYPT: whether OSAP encrypts new secrets with an algorithm. */
  public static Capability<Boolean> authEncrypt(AlgorithmId algorithm) {
    return of(CapabilityArea.AUTH_ENCRYPT, algorithm, AlgorithmId.CODEC);
  }

  /** TPM_CAP_SELECT_SIZE: whether PCR selections may have this many octets. */
  public static Capability<Boolean> selectSize(int octets) {
    return of(CapabilityArea.SELECT_SIZE, new SelectSize(1, 2, octets), SelectSize.CODEC);
  }

  /**
   * TPM_CAP_DA_LOGIC: the state of dictionary-attack protection.
   *
   * @param entity whose secrets; TPMs with one counter for all ignore it
   */
  public static Capability<DaReport> daLogic(EntityType entity) {
    return new Capability<>(
        CapabilityArea.DA_LOGIC, EntityType.CODEC.encode(entity), DaReport.CODEC);
  }

  private static <T> Capability<T> of(CapabilityArea area, int subCap, Codec<T> answer) {
    return new Capability<>(area, Codecs.U32.encode(Integer.toUnsignedLong(subCap)), answer);
  }

  private static <S> Capability<Boolean> of(CapabilityArea area, S subCap, Codec<S> codec) {
    return new Capability<>(area, codec.encode(subCap), Codecs.BOOL);
  }
}
