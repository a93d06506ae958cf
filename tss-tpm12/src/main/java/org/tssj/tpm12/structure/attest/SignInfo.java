package org.tssj.tpm12.structure.attest;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.time.CounterValue;
import org.tssj.tpm12.structure.time.CurrentTicks;

/**
 * TPM_SIGN_INFO: what a TPM signs where it has to say which function signed: TPM_Sign with a key of
 * scheme INFO, TPM_TickStampBlob, TPM_ReleaseTransportSigned, TPM_GetAuditDigestSigned.
 *
 * @param fixed four ASCII letters that name the function: {@code SIGN}, {@code TSTP}, {@code TRAN},
 *     {@code ADIG}
 * @param replay the verifier's nonce, 20 octets; zeros for TPM_Sign
 * @param data what is signed
 * @see "TPM 1.2 Main, Part 2, 5.14 TPM_SIGN_INFO"
 */
public record SignInfo(Bytes fixed, Bytes replay, Bytes data) {

  /** TPM_SIGN_INFO: tag 0x0005 first. */
  public static final Codec<SignInfo> CODEC =
      struct(
          "TPM_SIGN_INFO",
          SignInfo::new,
          after(constant("tag", "0005"), bytes("fixed", 4, SignInfo::fixed)),
          bytes("replay", 20, SignInfo::replay),
          bytes32("data", SignInfo::data));

  /**
   * What TPM_TickStampBlob signs.
   *
   * @param antiReplay the verifier's nonce, 20 octets
   * @param digestToStamp the digest, 20 octets
   * @param currentTicks the time
   * @see "TPM 1.2 Main, Part 3, 23.2 TPM_TickStampBlob"
   */
  public static SignInfo tickStamp(
      Bytes antiReplay, Bytes digestToStamp, CurrentTicks currentTicks) {
    return new SignInfo(
        Bytes.utf8("TSTP"),
        antiReplay,
        digestToStamp.concat(CurrentTicks.CODEC.encode(currentTicks)));
  }

  /**
   * What TPM_GetAuditDigestSigned signs.
   *
   * @param antiReplay the verifier's nonce, 20 octets
   * @param auditDigest the log's digest, 20 octets
   * @param counterValue the audit counter
   * @param ordinalDigest SHA-1 of the ordinals that are audited, 20 octets
   * @see "TPM 1.2 Main, Part 3, 8.4 TPM_GetAuditDigestSigned"
   */
  public static SignInfo auditDigest(
      Bytes antiReplay, Bytes auditDigest, CounterValue counterValue, Bytes ordinalDigest) {
    return new SignInfo(
        Bytes.utf8("ADIG"),
        antiReplay,
        Bytes.join(auditDigest, CounterValue.CODEC.encode(counterValue), ordinalDigest));
  }

  /** Whether a TPM signed this with a key. */
  public boolean isSignedBy(PubKey key, Bytes signature) {
    return key.hasSigned(CODEC.encode(this), signature);
  }
}
