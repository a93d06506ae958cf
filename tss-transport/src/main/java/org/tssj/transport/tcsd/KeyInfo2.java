package org.tssj.transport.tcsd;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import java.util.UUID;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TSS_KM_KEYINFO2: a key of the key store, with the store that it and its parent are in.
 *
 * <p>On the wire the stores stand before {@code isLoaded}, unlike in the C structure.
 *
 * @param version of the TSS, 1.1 as a rule
 * @param keyUuid its name
 * @param parentUuid the name of the key it is wrapped under
 * @param needsAuth whether using it takes its secret
 * @param store {@link #USER} or {@link #SYSTEM}
 * @param parentStore the same of its parent
 * @param isLoaded whether it is in the TPM now
 * @param vendorData what whoever registered it wrote beside it
 */
public record KeyInfo2(
    Parameter.StructVersion version,
    UUID keyUuid,
    UUID parentUuid,
    boolean needsAuth,
    long store,
    long parentStore,
    boolean isLoaded,
    Bytes vendorData)
    implements Parameter {

  /** TSS_PS_TYPE_USER: the store of one user, which tcsd does not know. */
  public static final long USER = 1;

  /** TSS_PS_TYPE_SYSTEM: tcsd's own store. */
  public static final long SYSTEM = 2;

  static final Codec<KeyInfo2> CODEC =
      struct(
          "TSS_KM_KEYINFO2",
          KeyInfo2::new,
          field("versionInfo", Parameter.StructVersion.CODEC, KeyInfo2::version),
          field("keyUUID", Uuids.CODEC, KeyInfo2::keyUuid),
          field("parentKeyUUID", Uuids.CODEC, KeyInfo2::parentUuid),
          bool("bAuthDataUsage", KeyInfo2::needsAuth),
          u32("persistentStorageType", KeyInfo2::store),
          u32("persistentStorageTypeParent", KeyInfo2::parentStore),
          bool("fIsLoaded", KeyInfo2::isLoaded),
          bytes32("rgbVendorData", KeyInfo2::vendorData));

  @Override
  public ParameterType type() {
    return ParameterType.KM_KEYINFO2;
  }
}
