package org.tssj.tpm20.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_PS: the platform whose specification a TPM follows besides the library's: the value of
 * TPM_PT_PS_FAMILY_INDICATOR.
 *
 * @param value 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 6.15 TPM_PS"
 */
public record PlatformSpecific(int value) implements WireNumber {

  private static final NumberNames<PlatformSpecific> NAMES =
      new NumberNames<>("TPM_PS_", 8, PlatformSpecific::new);

  /** TPM_PS_MAIN: the library specification itself. */
  public static final PlatformSpecific MAIN = NAMES.name("MAIN", 0x00000000);

  /** TPM_PS_PC: PC clients. */
  public static final PlatformSpecific PC = NAMES.name("PC", 0x00000001);

  /** TPM_PS_PDA: PDAs; deprecated. */
  public static final PlatformSpecific PDA = NAMES.name("PDA", 0x00000002);

  /** TPM_PS_CELL_PHONE: mobile phones. */
  public static final PlatformSpecific CELL_PHONE = NAMES.name("CELL_PHONE", 0x00000003);

  /** TPM_PS_SERVER: servers. */
  public static final PlatformSpecific SERVER = NAMES.name("SERVER", 0x00000004);

  /** TPM_PS_PERIPHERAL: peripherals. */
  public static final PlatformSpecific PERIPHERAL = NAMES.name("PERIPHERAL", 0x00000005);

  /** TPM_PS_TSS: software stacks; deprecated. */
  public static final PlatformSpecific TSS = NAMES.name("TSS", 0x00000006);

  /** TPM_PS_STORAGE: storage. */
  public static final PlatformSpecific STORAGE = NAMES.name("STORAGE", 0x00000007);

  /** TPM_PS_AUTHENTICATION: authentication. */
  public static final PlatformSpecific AUTHENTICATION = NAMES.name("AUTHENTICATION", 0x00000008);

  /** TPM_PS_EMBEDDED: embedded systems. */
  public static final PlatformSpecific EMBEDDED = NAMES.name("EMBEDDED", 0x00000009);

  /** TPM_PS_HARDCOPY: printers and copiers. */
  public static final PlatformSpecific HARDCOPY = NAMES.name("HARDCOPY", 0x0000000a);

  /** TPM_PS_INFRASTRUCTURE: infrastructure; deprecated. */
  public static final PlatformSpecific INFRASTRUCTURE = NAMES.name("INFRASTRUCTURE", 0x0000000b);

  /** TPM_PS_VIRTUALIZATION: virtual platforms. */
  public static final PlatformSpecific VIRTUALIZATION = NAMES.name("VIRTUALIZATION", 0x0000000c);

  /** TPM_PS_TNC: network access; deprecated. */
  public static final PlatformSpecific TNC = NAMES.name("TNC", 0x0000000d);

  /** TPM_PS_MULTI_TENANT: multi-tenant platforms; deprecated. */
  public static final PlatformSpecific MULTI_TENANT = NAMES.name("MULTI_TENANT", 0x0000000e);

  /** TPM_PS_TC: no platform; deprecated. */
  public static final PlatformSpecific TC = NAMES.name("TC", 0x0000000f);

  /** TPM_PS: four octets. */
  public static final Codec<PlatformSpecific> CODEC =
      Codecs.number32("TPM_PS", PlatformSpecific::new);

  /** The constant with this name, with or without {@code TPM_PS_}, in either case. */
  public static Optional<PlatformSpecific> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
