package org.tssj.tpm20.structure.object;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPMT_SENSITIVE: the hidden half of an object. A caller meets it only with keys it made itself,
 * for TPM2_LoadExternal and TPM2_Import.
 *
 * <p>The arms of TPMU_SENSITIVE_COMPOSITE are all octets behind a size, so one component holds
 * them: an RSA key's first prime, an elliptic-curve key's number, the octets of a symmetric key, an
 * HMAC key or sealed data, the seed of an ML-KEM (64 octets) or ML-DSA key (32).
 *
 * @param sensitiveType the object's type
 * @param authValue its password, at most as long as the Name's digest
 * @param seedValue for a parent the seed of its protection, for symmetric objects the salt in
 *     {@code unique}; may be empty for asymmetric keys that are no parents
 * @param sensitive the secret itself
 * @see "TPM 2.0 Library, Part 2, Table 206 TPMT_SENSITIVE"
 */
public record Sensitive(
    AlgorithmId sensitiveType, AuthValue authValue, AuthValue seedValue, AuthValue sensitive) {

  /** TPMT_SENSITIVE: type, password, seed, secret. */
  public static final Codec<Sensitive> CODEC =
      struct(
          "TPMT_SENSITIVE",
          Sensitive::new,
          field("sensitiveType", AlgorithmInterface.PUBLIC, Sensitive::sensitiveType),
          secret16("authValue", 64, Sensitive::authValue),
          secret16("seedValue", Sensitive::seedValue),
          secret16("sensitive", Sensitive::sensitive));

  /** TPM2B_SENSITIVE: the sensitive area behind its size. */
  public static final Codec<Sensitive> SIZED_CODEC = Codecs.sized(2, CODEC);
}
