package org.tssj.transport.tcsd;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.util.UUID;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TSS_KM_KEYINFO: a key of the key store.
 *
 * @param version of the TSS, 1.1 as a rule
 * @param keyUuid its name
 * @param parentUuid the name of the key it is wrapped under
 * @param needsAuth whether using it takes its secret
 * @param isLoaded whether it is in the TPM now
 * @param vendorData what whoever registered it wrote beside it
 */
public record KeyInfo(
    Parameter.StructVersion version,
    UUID keyUuid,
    UUID parentUuid,
    boolean needsAuth,
    boolean isLoaded,
    Bytes vendorData)
    implements Parameter {

  static final Codec<KeyInfo> CODEC =
      struct(
          "TSS_KM_KEYINFO",
          KeyInfo::new,
          field("versionInfo", Parameter.StructVersion.CODEC, KeyInfo::version),
          field("keyUUID", Uuids.CODEC, KeyInfo::keyUuid),
          field("parentKeyUUID", Uuids.CODEC, KeyInfo::parentUuid),
          bool("bAuthDataUsage", KeyInfo::needsAuth),
          bool("fIsLoaded", KeyInfo::isLoaded),
          bytes32("rgbVendorData", KeyInfo::vendorData));

  @Override
  public ParameterType type() {
    return ParameterType.KM_KEYINFO;
  }
}
