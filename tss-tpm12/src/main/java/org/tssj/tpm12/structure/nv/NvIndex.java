package org.tssj.tpm12.structure.nv;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_NV_INDEX: the number of an NV area.
 *
 * <p>The upper octet says who defined it (T manufacturer, P platform, U user, D permanent), the
 * lower three which. Indices with the D bit cannot be defined by the owner.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 19.1 TPM_NV_INDEX"
 */
public record NvIndex(int value) implements WireNumber {

  private static final NumberNames<NvIndex> NAMES =
      new NumberNames<>("TPM_NV_INDEX", 8, NvIndex::new);

  /**
   * TPM_NV_INDEX_LOCK: defining it, with size 0, sets nvLocked: from then on NV authorisations are
   * checked. For ever.
   */
  public static final NvIndex LOCK = NAMES.name("_LOCK", 0xffff_ffff);

  /** TPM_NV_INDEX0: writing it, with size 0, sets bGlobalLock until the next start-up. */
  public static final NvIndex INDEX0 = NAMES.name("0", 0x0);

  /** TPM_NV_INDEX_DIR: the data integrity register of TPM 1.1. */
  public static final NvIndex DIR = NAMES.name("_DIR", 0x1000_0001);

  /**
   * TPM_NV_INDEX_EKCert: the certificate of the endorsement key. With the D bit in what
   * manufacturers store.
   */
  public static final NvIndex EK_CERT = NAMES.name("_EKCert", 0xf000);

  /** TPM_NV_INDEX_TPM_CC: the conformance certificate of the TPM. */
  public static final NvIndex TPM_CC = NAMES.name("_TPM_CC", 0xf001);

  /** TPM_NV_INDEX_PlatformCert: the certificate of the platform. */
  public static final NvIndex PLATFORM_CERT = NAMES.name("_PlatformCert", 0xf002);

  /** TPM_NV_INDEX_Platform_CC: the conformance certificate of the platform. */
  public static final NvIndex PLATFORM_CC = NAMES.name("_Platform_CC", 0xf003);

  /** TPM_NV_INDEX_TRIAL: defining it tries whether the space is there, and defines nothing. */
  public static final NvIndex TRIAL = NAMES.name("_TRIAL", 0xf004);

  /** TPM_NV_INDEX_TSS_BASE: first index for TSSs. */
  public static final NvIndex TSS_BASE = NAMES.name("_TSS_BASE", 0x0001_1100);

  /** TPM_NV_INDEX_PC_BASE: first index for PC clients. */
  public static final NvIndex PC_BASE = NAMES.name("_PC_BASE", 0x0001_1200);

  /** TPM_NV_INDEX_SERVER_BASE: first index for servers. */
  public static final NvIndex SERVER_BASE = NAMES.name("_SERVER_BASE", 0x0001_1300);

  /** TPM_NV_INDEX_MOBILE_BASE: first index for mobile devices. */
  public static final NvIndex MOBILE_BASE = NAMES.name("_MOBILE_BASE", 0x0001_1400);

  /** TPM_NV_INDEX_PERIPHERAL_BASE: first index for peripherals. */
  public static final NvIndex PERIPHERAL_BASE = NAMES.name("_PERIPHERAL_BASE", 0x0001_1500);

  /**
   * TPM_NV_INDEX_GPIO_00: first of 256 general-purpose pins that are read and written like NV
   * areas.
   */
  public static final NvIndex GPIO_00 = NAMES.name("_GPIO_00", 0x0001_1600);

  /** TPM_NV_INDEX_GROUP_RESV_BASE: first index reserved for the TCG. */
  public static final NvIndex GROUP_RESV_BASE = NAMES.name("_GROUP_RESV_BASE", 0x0001_0000);

  /** TPM_NV_INDEX: four octets. */
  public static final Codec<NvIndex> CODEC = Codecs.number32("TPM_NV_INDEX", NvIndex::new);

  /** The constant with this name, with or without {@code TPM_NV_INDEX}, in either case. */
  public static Optional<NvIndex> named(String name) {
    return NAMES.named(name);
  }

  /** The D bit: permanent, defined when the TPM was made. */
  public static final int D_BIT = 0x1000_0000;

  /** This index with the D bit set. */
  public NvIndex permanent() {
    return new NvIndex(value | D_BIT);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
