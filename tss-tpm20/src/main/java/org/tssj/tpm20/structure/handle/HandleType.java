package org.tssj.tpm20.structure.handle;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_HT: the kind of resource, the most significant octet of its handle.
 *
 * @param value 0 to 0xff
 * @see "TPM 2.0 Library, Part 2, 7.2 TPM_HT"
 */
public record HandleType(int value) implements WireNumber {

  private static final NumberNames<HandleType> NAMES =
      new NumberNames<>("TPM_HT_", 2, HandleType::new);

  /** TPM_HT_PCR: a PCR. */
  public static final HandleType PCR = NAMES.name("PCR", 0x00);

  /** TPM_HT_NV_INDEX: an NV index. */
  public static final HandleType NV_INDEX = NAMES.name("NV_INDEX", 0x01);

  /** TPM_HT_EXTERNAL_NV: an NV index kept outside of the TPM. */
  public static final HandleType EXTERNAL_NV = NAMES.name("EXTERNAL_NV", 0x11);

  /** TPM_HT_PERMANENT_NV: an NV index that cannot be undefined. */
  public static final HandleType PERMANENT_NV = NAMES.name("PERMANENT_NV", 0x12);

  /** TPM_HT_HMAC_SESSION: an HMAC session. */
  public static final HandleType HMAC_SESSION = NAMES.name("HMAC_SESSION", 0x02);

  /** TPM_HT_LOADED_SESSION: a loaded session, where TPM2_GetCapability is asked for handles. */
  public static final HandleType LOADED_SESSION = NAMES.name("LOADED_SESSION", 0x02);

  /** TPM_HT_POLICY_SESSION: a policy session. */
  public static final HandleType POLICY_SESSION = NAMES.name("POLICY_SESSION", 0x03);

  /** TPM_HT_SAVED_SESSION: a saved session, where TPM2_GetCapability is asked for handles. */
  public static final HandleType SAVED_SESSION = NAMES.name("SAVED_SESSION", 0x03);

  /** TPM_HT_PERMANENT: a hierarchy or another fixed resource. */
  public static final HandleType PERMANENT = NAMES.name("PERMANENT", 0x40);

  /** TPM_HT_TRANSIENT: a loaded object. */
  public static final HandleType TRANSIENT = NAMES.name("TRANSIENT", 0x80);

  /** TPM_HT_PERSISTENT: a persistent object. */
  public static final HandleType PERSISTENT = NAMES.name("PERSISTENT", 0x81);

  /** TPM_HT_AC: an attached component. */
  public static final HandleType AC = NAMES.name("AC", 0x90);

  /** TPM_HT: one octet. */
  public static final Codec<HandleType> CODEC = Codecs.number8("TPM_HT", HandleType::new);

  /** The constant with this name, with or without {@code TPM_HT_}, in either case. */
  public static Optional<HandleType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
