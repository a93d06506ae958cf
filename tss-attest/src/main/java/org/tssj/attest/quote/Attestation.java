package org.tssj.attest.quote;

import org.tssj.core.Bytes;
import org.tssj.core.Family;

/**
 * Octets that a TPM signed about something else than its PCRs, as they travel to a verifier.
 * Nothing in here has been checked.
 *
 * @param family which specification says what the octets mean
 * @param message exactly the signed octets: TPMS_ATTEST of TPM 2.0; TPM_CERTIFY_INFO,
 *     TPM_CERTIFY_INFO2 or TPM_SIGN_INFO of TPM 1.2
 * @param signature TPMT_SIGNATURE of TPM 2.0; the RSA signature's octets of TPM 1.2
 */
public record Attestation(Family family, Bytes message, Bytes signature) {}
