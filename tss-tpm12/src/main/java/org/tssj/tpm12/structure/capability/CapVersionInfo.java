package org.tssj.tpm12.structure.capability;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Fields.u8;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.basic.Version;

/**
 * TPM_CAP_VERSION_INFO: what kind of TPM this is. TPM_Quote2 signs it too if it is asked to.
 *
 * @param version 1.2 and the firmware's revision
 * @param specLevel level of ordinals, 2 for every TPM 1.2 of today
 * @param errataRev errata level of the specification, 0 to 255
 * @param tpmVendorId four letters for the manufacturer
 * @param vendorSpecific what else the manufacturer tells
 * @see "TPM 1.2 Main, Part 2, 21.6 TPM_CAP_VERSION_INFO"
 */
public record CapVersionInfo(
    Version version, int specLevel, int errataRev, Bytes tpmVendorId, Bytes vendorSpecific) {

  /** TPM_CAP_VERSION_INFO: tag 0x0030 first. */
  public static final Codec<CapVersionInfo> CODEC =
      struct(
          "TPM_CAP_VERSION_INFO",
          CapVersionInfo::new,
          after(constant("tag", "0030"), field("version", Version.CODEC, CapVersionInfo::version)),
          u16("specLevel", CapVersionInfo::specLevel),
          u8("errataRev", CapVersionInfo::errataRev),
          bytes("tpmVendorID", 4, CapVersionInfo::tpmVendorId),
          bytes16("vendorSpecific", CapVersionInfo::vendorSpecific));
}
