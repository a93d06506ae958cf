package org.tssj.tpm20.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_AT: what an attached component tells about itself.
 *
 * @param value 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 16.1 TPM_AT"
 */
public record AcTag(int value) implements WireNumber {

  private static final NumberNames<AcTag> NAMES = new NumberNames<>("TPM_AT_", 8, AcTag::new);

  /** TPM_AT_ANY: in a command, everything from the first on. */
  public static final AcTag ANY = NAMES.name("ANY", 0);

  /** TPM_AT_ERROR: an error of the component. */
  public static final AcTag ERROR = NAMES.name("ERROR", 1);

  /** TPM_AT_PV1: a property whose number means what the component's maker says. */
  public static final AcTag PV1 = NAMES.name("PV1", 2);

  /** TPM_AT_VEND: the first of the component's own. */
  public static final AcTag VEND = NAMES.name("VEND", 0x8000_0000);

  /** TPM_AT: four octets. */
  public static final Codec<AcTag> CODEC = Codecs.number32("TPM_AT", AcTag::new);

  /** The constant with this name, with or without {@code TPM_AT_}, in either case. */
  public static Optional<AcTag> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
