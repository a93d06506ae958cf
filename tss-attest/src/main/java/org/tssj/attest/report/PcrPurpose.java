package org.tssj.attest.report;

/**
 * What a PCR is for, in a few words.
 *
 * @see "TCG PC Client Platform Firmware Profile, 3.3.4 PCR Usage; UAPI Group, Linux TPM PCR
 *     Registry"
 */
final class PcrPurpose {

  private PcrPurpose() {}

  static String of(long pcr) {
    return switch ((int) pcr) {
      case 0 -> "firmware";
      case 1 -> "firmware's settings";
      case 2 -> "drivers and option ROMs";
      case 3 -> "settings of these";
      case 4 -> "boot loader and what it starts";
      case 5 -> "boot settings, partitions";
      case 6 -> "platform maker's own";
      case 7 -> "Secure Boot policy";
      case 8 -> "GRUB's commands, command line";
      case 9 -> "files GRUB read, initrd";
      case 10 -> "IMA: files the system opened";
      case 11 -> "unified kernel image";
      case 12 -> "kernel command line, credentials";
      case 13 -> "system extensions";
      case 14 -> "shim's own keys";
      case 15 -> "machine identity, volumes";
      case 16 -> "debugging";
      case 17 -> "dynamic launch: policy, loader";
      case 18 -> "dynamic launch: what was started";
      case 19 -> "dynamic launch: more modules";
      case 20, 21, 22 -> "what was launched";
      case 23 -> "applications";
      default -> "";
    };
  }
}
