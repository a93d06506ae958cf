package org.tssj.tpm20.structure.handle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_HANDLE: the number of a resource, and the Name it is known to have.
 *
 * <p>The Name of a PCR, session or permanent resource is its handle. That of an object or NV index
 * is a digest of its public area, which the handle does not tell: it has to come from {@code
 * TPM2_CreatePrimary}, {@code TPM2_Load}, {@code TPM2_ReadPublic} or {@code TPM2_NV_ReadPublic}. An
 * HMAC session signs it, so that nobody can put another object behind the number. Two handles are
 * equal when their numbers are.
 *
 * @see "TPM 2.0 Library, Part 2, 7.1 TPM_HANDLE; Part 1, 16 Names"
 */
public final class Handle implements WireNumber {

  /** TPM_RH_OWNER: the storage hierarchy. */
  public static final Handle OWNER = new Handle(0x4000_0001, null);

  /** TPM_RH_NULL: no hierarchy, no key, no session. */
  public static final Handle NULL = new Handle(0x4000_0007, null);

  /** TPM_RH_UNASSIGNED: a handle the reference code uses for itself. */
  public static final Handle UNASSIGNED = new Handle(0x4000_0008, null);

  /** TPM_RS_PW: the password "session". */
  public static final Handle PASSWORD = new Handle(0x4000_0009, null);

  /** TPM_RH_LOCKOUT: authority over dictionary-attack protection, and TPM2_Clear. */
  public static final Handle LOCKOUT = new Handle(0x4000_000a, null);

  /** TPM_RH_ENDORSEMENT: the endorsement hierarchy. */
  public static final Handle ENDORSEMENT = new Handle(0x4000_000b, null);

  /** TPM_RH_PLATFORM: the platform firmware's hierarchy. */
  public static final Handle PLATFORM = new Handle(0x4000_000c, null);

  /** TPM_RH_PLATFORM_NV: enables NV indices that the platform made. */
  public static final Handle PLATFORM_NV = new Handle(0x4000_000d, null);

  /** TPM_HANDLE: four octets. The Name is not on the wire. */
  public static final Codec<Handle> CODEC = Codecs.number32("TPM_HANDLE", Handle::of);

  private final int value;
  private final @Nullable Bytes name;

  private Handle(int value, @Nullable Bytes name) {
    this.value = value;
    this.name = name;
  }

  /** The handle with this number, without a Name unless the number is one. */
  public static Handle of(int value) {
    return new Handle(value, null);
  }

  /**
   * The handle of a PCR.
   *
   * @throws IllegalArgumentException for an index outside 0 to 2039
   */
  public static Handle pcr(int index) {
    if (index < 0 || index > 2039) {
      throw new IllegalArgumentException("a PCR index is 0 to 2039, was " + index);
    }
    return new Handle(index, null);
  }

  /** The same handle, known to stand for what has this Name. */
  public Handle named(Bytes name) {
    return new Handle(value, name);
  }

  @Override
  public int value() {
    return value;
  }

  /** TPM_HT: the kind of resource, the handle's most significant octet. */
  public int type() {
    return value >>> 24;
  }

  /** Whether it is an object or NV index, whose Name its number does not tell. */
  public boolean needsName() {
    int type = type();
    return type == 0x01 || type == 0x80 || type == 0x81 || type == 0x11 || type == 0x12;
  }

  /** The Name, if it is known or is the number itself. */
  public Optional<Bytes> name() {
    if (name != null) {
      return Optional.of(name);
    }
    return needsName() ? Optional.empty() : Optional.of(CODEC.encode(this));
  }

  /**
   * The Name, for what cannot do without.
   *
   * @param field what the handle is, for the message
   * @throws IllegalArgumentException if the handle does not carry it; the message says how to get
   *     it
   */
  public Bytes requireName(String field) {
    return name()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    field
                        + ": the Name of "
                        + this
                        + " is needed, and the handle does not carry it: use the one that"
                        + " createPrimary, load or Tpm20.name() returns"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Handle that && value == that.value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  /** The specification's name where the handle has one, else its number in hexadecimal. */
  @Override
  public String toString() {
    return switch (value) {
      case 0x4000_0001 -> "TPM_RH_OWNER";
      case 0x4000_0007 -> "TPM_RH_NULL";
      case 0x4000_0008 -> "TPM_RH_UNASSIGNED";
      case 0x4000_0009 -> "TPM_RS_PW";
      case 0x4000_000a -> "TPM_RH_LOCKOUT";
      case 0x4000_000b -> "TPM_RH_ENDORSEMENT";
      case 0x4000_000c -> "TPM_RH_PLATFORM";
      case 0x4000_000d -> "TPM_RH_PLATFORM_NV";
      default -> type() == 0 ? "PCR " + value : String.format("0x%08x", value);
    };
  }
}
