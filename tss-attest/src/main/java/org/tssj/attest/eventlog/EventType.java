package org.tssj.attest.eventlog;

import java.util.Optional;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TCG_EVENTTYPE: what an event is said to be. No TPM signs it: only PCR and digest are measured, so
 * that whoever can change a log can call an event something else.
 *
 * @param value 32 bits
 * @see "TCG PC Client Platform Firmware Profile, 10.4.1 Event Types; Intel TXT Software Development
 *     Guide for 0x400 to 0x4ff; tboot for 0x501"
 */
public record EventType(int value) implements WireNumber {

  private static final NumberNames<EventType> NAMES = new NumberNames<>("EV_", 8, EventType::new);

  /** EV_PREBOOT_CERT: reserved. */
  public static final EventType PREBOOT_CERT = NAMES.name("PREBOOT_CERT", 0x0);

  /** EV_POST_CODE: firmware code; the data says where it lies, or which it is in a few words. */
  public static final EventType POST_CODE = NAMES.name("POST_CODE", 0x1);

  /** EV_UNUSED. */
  public static final EventType UNUSED = NAMES.name("UNUSED", 0x2);

  /** EV_NO_ACTION: information about the log; never extended. */
  public static final EventType NO_ACTION = NAMES.name("NO_ACTION", 0x3);

  /** EV_SEPARATOR: the end of what the firmware measures into a PCR on its own behalf. */
  public static final EventType SEPARATOR = NAMES.name("SEPARATOR", 0x4);

  /** EV_ACTION: something happened; the digest is of the text. */
  public static final EventType ACTION = NAMES.name("ACTION", 0x5);

  /** EV_EVENT_TAG: a tagged structure of whoever measured it. */
  public static final EventType EVENT_TAG = NAMES.name("EVENT_TAG", 0x6);

  /** EV_S_CRTM_CONTENTS: the code of the static root of trust. */
  public static final EventType S_CRTM_CONTENTS = NAMES.name("S_CRTM_CONTENTS", 0x7);

  /** EV_S_CRTM_VERSION: its version. */
  public static final EventType S_CRTM_VERSION = NAMES.name("S_CRTM_VERSION", 0x8);

  /** EV_CPU_MICROCODE: microcode that was loaded. */
  public static final EventType CPU_MICROCODE = NAMES.name("CPU_MICROCODE", 0x9);

  /** EV_PLATFORM_CONFIG_FLAGS: settings of the platform, in the vendor's own form. */
  public static final EventType PLATFORM_CONFIG_FLAGS = NAMES.name("PLATFORM_CONFIG_FLAGS", 0xa);

  /** EV_TABLE_OF_DEVICES: devices, in the vendor's own form. */
  public static final EventType TABLE_OF_DEVICES = NAMES.name("TABLE_OF_DEVICES", 0xb);

  /** EV_COMPACT_HASH: something hashed, with four octets or more of whatever its caller chose. */
  public static final EventType COMPACT_HASH = NAMES.name("COMPACT_HASH", 0xc);

  /** EV_IPL: a boot loader's own measurement; the data describes it in words. */
  public static final EventType IPL = NAMES.name("IPL", 0xd);

  /** EV_IPL_PARTITION_DATA: a partition table, on machines without UEFI. */
  public static final EventType IPL_PARTITION_DATA = NAMES.name("IPL_PARTITION_DATA", 0xe);

  /** EV_NONHOST_CODE: code of another processor of the platform. */
  public static final EventType NONHOST_CODE = NAMES.name("NONHOST_CODE", 0xf);

  /** EV_NONHOST_CONFIG: its settings. */
  public static final EventType NONHOST_CONFIG = NAMES.name("NONHOST_CONFIG", 0x10);

  /** EV_NONHOST_INFO: that there is one. */
  public static final EventType NONHOST_INFO = NAMES.name("NONHOST_INFO", 0x11);

  /** EV_OMIT_BOOT_DEVICE_EVENTS: attempts to boot are not measured. */
  public static final EventType OMIT_BOOT_DEVICE_EVENTS =
      NAMES.name("OMIT_BOOT_DEVICE_EVENTS", 0x12);

  /** EV_POST_CODE2: firmware code, with a description. */
  public static final EventType POST_CODE2 = NAMES.name("POST_CODE2", 0x13);

  /** Intel TXT: how PCR 17 and 18 are used; not extended where its PCR is 255. */
  public static final EventType TXT_PCR_MAPPING = NAMES.name("TXT_PCR_MAPPING", 0x401);

  /** Intel TXT: hash of the SINIT module and the flags of SENTER, extended by the processor. */
  public static final EventType TXT_HASH_START = NAMES.name("TXT_HASH_START", 0x402);

  /** Intel TXT: everything of the legacy mapping in one digest. */
  public static final EventType TXT_COMBINED_HASH = NAMES.name("TXT_COMBINED_HASH", 0x403);

  /** Intel TXT: hash of the measured launch environment. */
  public static final EventType TXT_MLE_HASH = NAMES.name("TXT_MLE_HASH", 0x404);

  /** Intel TXT: registration data of the BIOS module. */
  public static final EventType TXT_BIOSAC_REG_DATA = NAMES.name("TXT_BIOSAC_REG_DATA", 0x40a);

  /** Intel TXT: whether the processor ran the static root of trust. */
  public static final EventType TXT_CPU_SCRTM_STAT = NAMES.name("TXT_CPU_SCRTM_STAT", 0x40b);

  /** Intel TXT: the control field of the launch control policy. */
  public static final EventType TXT_LCP_CONTROL_HASH = NAMES.name("TXT_LCP_CONTROL_HASH", 0x40c);

  /** Intel TXT: elements of the policy. */
  public static final EventType TXT_ELEMENTS_HASH = NAMES.name("TXT_ELEMENTS_HASH", 0x40d);

  /** Intel TXT: the SMI transfer monitor. */
  public static final EventType TXT_STM_HASH = NAMES.name("TXT_STM_HASH", 0x40e);

  /** Intel TXT: what the launched environment says it can. */
  public static final EventType TXT_OSSINITDATA_CAP_HASH =
      NAMES.name("TXT_OSSINITDATA_CAP_HASH", 0x40f);

  /** Intel TXT: the key that signed the SINIT module. */
  public static final EventType TXT_SINIT_PUBKEY_HASH = NAMES.name("TXT_SINIT_PUBKEY_HASH", 0x410);

  /** Intel TXT: the launch control policy. */
  public static final EventType TXT_LCP_HASH = NAMES.name("TXT_LCP_HASH", 0x411);

  /** Intel TXT: details of the policy. */
  public static final EventType TXT_LCP_DETAILS_HASH = NAMES.name("TXT_LCP_DETAILS_HASH", 0x412);

  /** Intel TXT: the policy's authorities. */
  public static final EventType TXT_LCP_AUTHORITIES_HASH =
      NAMES.name("TXT_LCP_AUTHORITIES_HASH", 0x413);

  /** Intel TXT: the NV indices the policy lies in. */
  public static final EventType TXT_NV_INFO_HASH = NAMES.name("TXT_NV_INFO_HASH", 0x414);

  /** Intel TXT: the BIOS at cold boot. */
  public static final EventType TXT_COLD_BOOT_BIOS_HASH =
      NAMES.name("TXT_COLD_BOOT_BIOS_HASH", 0x415);

  /** Intel TXT: the key manifest of Boot Guard. */
  public static final EventType TXT_KM_HASH = NAMES.name("TXT_KM_HASH", 0x416);

  /** Intel TXT: the boot policy manifest of Boot Guard. */
  public static final EventType TXT_BPM_HASH = NAMES.name("TXT_BPM_HASH", 0x417);

  /** Intel TXT: about the key manifest. */
  public static final EventType TXT_KM_INFO_HASH = NAMES.name("TXT_KM_INFO_HASH", 0x418);

  /** Intel TXT: about the boot policy manifest. */
  public static final EventType TXT_BPM_INFO_HASH = NAMES.name("TXT_BPM_INFO_HASH", 0x419);

  /** Intel TXT: the boot policy. */
  public static final EventType TXT_BOOT_POL_HASH = NAMES.name("TXT_BOOT_POL_HASH", 0x41a);

  /** Intel TXT: a random number, so that nobody can repeat the PCR. */
  public static final EventType TXT_RANDOM_VALUE = NAMES.name("TXT_RANDOM_VALUE", 0x4fe);

  /** Intel TXT: a cap, so that nothing more is taken for part of the launch. */
  public static final EventType TXT_CAP_VALUE = NAMES.name("TXT_CAP_VALUE", 0x4ff);

  /** tboot: a measurement of its own; has no data. */
  public static final EventType TBOOT_MEASUREMENT = NAMES.name("TBOOT_MEASUREMENT", 0x501);

  /** EV_EFI_VARIABLE_DRIVER_CONFIG: a variable that configures the firmware: SecureBoot, PK, db. */
  public static final EventType EFI_VARIABLE_DRIVER_CONFIG =
      NAMES.name("EFI_VARIABLE_DRIVER_CONFIG", 0x8000_0001);

  /** EV_EFI_VARIABLE_BOOT: a variable that says what to boot. */
  public static final EventType EFI_VARIABLE_BOOT = NAMES.name("EFI_VARIABLE_BOOT", 0x8000_0002);

  /** EV_EFI_BOOT_SERVICES_APPLICATION: an application is started: boot loader, kernel. */
  public static final EventType EFI_BOOT_SERVICES_APPLICATION =
      NAMES.name("EFI_BOOT_SERVICES_APPLICATION", 0x8000_0003);

  /** EV_EFI_BOOT_SERVICES_DRIVER: a driver is loaded, for as long as the firmware runs. */
  public static final EventType EFI_BOOT_SERVICES_DRIVER =
      NAMES.name("EFI_BOOT_SERVICES_DRIVER", 0x8000_0004);

  /** EV_EFI_RUNTIME_SERVICES_DRIVER: a driver is loaded that stays. */
  public static final EventType EFI_RUNTIME_SERVICES_DRIVER =
      NAMES.name("EFI_RUNTIME_SERVICES_DRIVER", 0x8000_0005);

  /** EV_EFI_GPT_EVENT: a partition table. */
  public static final EventType EFI_GPT_EVENT = NAMES.name("EFI_GPT_EVENT", 0x8000_0006);

  /** EV_EFI_ACTION: something happened; the digest is of the text. */
  public static final EventType EFI_ACTION = NAMES.name("EFI_ACTION", 0x8000_0007);

  /** EV_EFI_PLATFORM_FIRMWARE_BLOB: firmware code; the data says where it lies. */
  public static final EventType EFI_PLATFORM_FIRMWARE_BLOB =
      NAMES.name("EFI_PLATFORM_FIRMWARE_BLOB", 0x8000_0008);

  /** EV_EFI_HANDOFF_TABLES: tables for the operating system; the data says where they lie. */
  public static final EventType EFI_HANDOFF_TABLES = NAMES.name("EFI_HANDOFF_TABLES", 0x8000_0009);

  /** EV_EFI_PLATFORM_FIRMWARE_BLOB2: firmware code, with a description. */
  public static final EventType EFI_PLATFORM_FIRMWARE_BLOB2 =
      NAMES.name("EFI_PLATFORM_FIRMWARE_BLOB2", 0x8000_000a);

  /** EV_EFI_HANDOFF_TABLES2: tables, with a description. */
  public static final EventType EFI_HANDOFF_TABLES2 =
      NAMES.name("EFI_HANDOFF_TABLES2", 0x8000_000b);

  /** EV_EFI_VARIABLE_BOOT2: a variable that says what to boot, all of it in the digest. */
  public static final EventType EFI_VARIABLE_BOOT2 = NAMES.name("EFI_VARIABLE_BOOT2", 0x8000_000c);

  /** EV_EFI_GPT_EVENT2: a partition table without what identifies the disk. */
  public static final EventType EFI_GPT_EVENT2 = NAMES.name("EFI_GPT_EVENT2", 0x8000_000d);

  /** EV_EFI_HCRTM_EVENT: a hardware root of trust measured before TPM2_Startup. */
  public static final EventType EFI_HCRTM_EVENT = NAMES.name("EFI_HCRTM_EVENT", 0x8000_0010);

  /** EV_EFI_VARIABLE_AUTHORITY: the entry of db or MokList that a started image was judged by. */
  public static final EventType EFI_VARIABLE_AUTHORITY =
      NAMES.name("EFI_VARIABLE_AUTHORITY", 0x8000_00e0);

  /** EV_EFI_SPDM_FIRMWARE_BLOB: firmware of a device, as the device reports it. */
  public static final EventType EFI_SPDM_FIRMWARE_BLOB =
      NAMES.name("EFI_SPDM_FIRMWARE_BLOB", 0x8000_00e1);

  /** EV_EFI_SPDM_FIRMWARE_CONFIG: settings of a device, as the device reports them. */
  public static final EventType EFI_SPDM_FIRMWARE_CONFIG =
      NAMES.name("EFI_SPDM_FIRMWARE_CONFIG", 0x8000_00e2);

  /** EV_EFI_SPDM_DEVICE_POLICY: the certificates that devices are judged by. */
  public static final EventType EFI_SPDM_DEVICE_POLICY =
      NAMES.name("EFI_SPDM_DEVICE_POLICY", 0x8000_00e3);

  /** EV_EFI_SPDM_DEVICE_AUTHORITY: the certificate that a device was judged by. */
  public static final EventType EFI_SPDM_DEVICE_AUTHORITY =
      NAMES.name("EFI_SPDM_DEVICE_AUTHORITY", 0x8000_00e4);

  /** Whether this version knows the type. */
  public boolean isKnown() {
    return NAMES.knows(value);
  }

  /** Whether it is one of Intel TXT or tboot: only a dynamic launch makes such events. */
  public boolean ofDynamicLaunch() {
    return 0x400 <= value && value <= 0x4ff || value == TBOOT_MEASUREMENT.value;
  }

  /** The constant with this name, with or without {@code EV_}, in either case. */
  public static Optional<EventType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
