package org.tssj.tpm20.structure.constant;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_EO: a comparison that a policy makes; A is what the TPM holds, B what the policy says.
 *
 * @param value 0 to 0xffff
 * @see "TPM 2.0 Library, Part 2, 6.8 TPM_EO"
 */
public record Eo(int value) implements WireNumber {

  private static final NumberNames<Eo> NAMES = new NumberNames<>("TPM_EO_", 4, Eo::new);

  /** TPM_EO_EQ: A = B. */
  public static final Eo EQ = NAMES.name("EQ", 0x0000);

  /** TPM_EO_NEQ: A is not B. */
  public static final Eo NEQ = NAMES.name("NEQ", 0x0001);

  /** TPM_EO_SIGNED_GT: A &gt; B as signed numbers. */
  public static final Eo SIGNED_GT = NAMES.name("SIGNED_GT", 0x0002);

  /** TPM_EO_UNSIGNED_GT: A &gt; B as unsigned numbers. */
  public static final Eo UNSIGNED_GT = NAMES.name("UNSIGNED_GT", 0x0003);

  /** TPM_EO_SIGNED_LT: A &lt; B as signed numbers. */
  public static final Eo SIGNED_LT = NAMES.name("SIGNED_LT", 0x0004);

  /** TPM_EO_UNSIGNED_LT: A &lt; B as unsigned numbers. */
  public static final Eo UNSIGNED_LT = NAMES.name("UNSIGNED_LT", 0x0005);

  /** TPM_EO_SIGNED_GE: A &ge; B as signed numbers. */
  public static final Eo SIGNED_GE = NAMES.name("SIGNED_GE", 0x0006);

  /** TPM_EO_UNSIGNED_GE: A &ge; B as unsigned numbers. */
  public static final Eo UNSIGNED_GE = NAMES.name("UNSIGNED_GE", 0x0007);

  /** TPM_EO_SIGNED_LE: A &le; B as signed numbers. */
  public static final Eo SIGNED_LE = NAMES.name("SIGNED_LE", 0x0008);

  /** TPM_EO_UNSIGNED_LE: A &le; B as unsigned numbers. */
  public static final Eo UNSIGNED_LE = NAMES.name("UNSIGNED_LE", 0x0009);

  /** TPM_EO_BITSET: every bit of B is set in A. */
  public static final Eo BITSET = NAMES.name("BITSET", 0x000a);

  /** TPM_EO_BITCLEAR: every bit of B is clear in A. */
  public static final Eo BITCLEAR = NAMES.name("BITCLEAR", 0x000b);

  /** TPM_EO: two octets. */
  public static final Codec<Eo> CODEC = Codecs.number16("TPM_EO", Eo::new);

  /** The constant with this name, with or without {@code TPM_EO_}, in either case. */
  public static Optional<Eo> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
