package org.tssj.tpm20.structure.capability;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_PERMANENT: what outlives a reset: the value of the property TPM_PT_PERMANENT.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.6 TPMA_PERMANENT"
 */
public record PermanentAttributes(int bits) implements WireBits {

  /** ownerAuthSet: the owner has a password. */
  public static final PermanentAttributes OWNER_AUTH_SET = new PermanentAttributes(1);

  /** endorsementAuthSet: the endorsement hierarchy has a password. */
  public static final PermanentAttributes ENDORSEMENT_AUTH_SET = new PermanentAttributes(1 << 1);

  /** lockoutAuthSet: lockout has a password. */
  public static final PermanentAttributes LOCKOUT_AUTH_SET = new PermanentAttributes(1 << 2);

  /** disableClear: TPM2_Clear is disabled. */
  public static final PermanentAttributes DISABLE_CLEAR = new PermanentAttributes(1 << 8);

  /** inLockout: too many wrong authorizations: the TPM is in lockout. */
  public static final PermanentAttributes IN_LOCKOUT = new PermanentAttributes(1 << 9);

  /** tpmGeneratedEPS: the TPM made its endorsement seed itself, after it left the factory. */
  public static final PermanentAttributes TPM_GENERATED_EPS = new PermanentAttributes(1 << 10);

  /** TPMA_PERMANENT: four octets. */
  public static final Codec<PermanentAttributes> CODEC =
      Codecs.bits32("TPMA_PERMANENT", PermanentAttributes::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(PermanentAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** The owner has a password. */
  public boolean ownerAuthSet() {
    return has(OWNER_AUTH_SET);
  }

  /** The endorsement hierarchy has a password. */
  public boolean endorsementAuthSet() {
    return has(ENDORSEMENT_AUTH_SET);
  }

  /** Lockout has a password. */
  public boolean lockoutAuthSet() {
    return has(LOCKOUT_AUTH_SET);
  }

  /** TPM2_Clear is disabled. */
  public boolean disableClear() {
    return has(DISABLE_CLEAR);
  }

  /** Too many wrong authorizations: the TPM is in lockout. */
  public boolean inLockout() {
    return has(IN_LOCKOUT);
  }

  /** The TPM made its endorsement seed itself, after it left the factory. */
  public boolean tpmGeneratedEPS() {
    return has(TPM_GENERATED_EPS);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "ownerAuthSet",
        "endorsementAuthSet",
        "lockoutAuthSet",
        "",
        "",
        "",
        "",
        "",
        "disableClear",
        "inLockout",
        "tpmGeneratedEPS");
  }
}
