package org.tssj.tpm12.session;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.structure.attest.SignInfo;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.time.CurrentTicks;
import org.tssj.tpm12.structure.transport.TransportLogOut;

/**
 * The log of a transport session that was released, with a TPM's signature: these commands were
 * executed by this TPM, in this order and at these times.
 *
 * @param log what was executed
 * @param antiReplay the verifier's nonce, 20 octets
 * @param currentTicks when the session was released
 * @param locality TPM_MODIFIER_INDICATOR: the locality it was released in
 * @param signature of TPM_SIGN_INFO {@code TRAN}
 * @see "TPM 1.2 Main, Part 3, 24.3 TPM_ReleaseTransportSigned"
 */
public record SignedTransportLog(
    TransportLog log, Bytes antiReplay, CurrentTicks currentTicks, long locality, Bytes signature) {

  private static final Bytes TRAN = Bytes.utf8("TRAN");
  private static final Bytes RELEASE_TRANSPORT_SIGNED = Bytes.hex("000000e8");

  /**
   * Whether the TPM that holds a key says so.
   *
   * @param signer the key that signed
   * @param nonce the nonce the verifier chose
   */
  public boolean isSignedBy(PubKey signer, Bytes nonce) {
    return antiReplay.equals(nonce)
        && signer.hasSigned(SignInfo.CODEC.encode(signed()), signature);
  }

  /** What is signed. */
  public SignInfo signed() {
    TransportLogOut release =
        new TransportLogOut(
            currentTicks, Bank.SHA1.hash(RELEASE_TRANSPORT_SIGNED, antiReplay), locality);
    return new SignInfo(
        TRAN, antiReplay, TransportLog.extended(log.digest(), TransportLogOut.CODEC, release));
  }
}
