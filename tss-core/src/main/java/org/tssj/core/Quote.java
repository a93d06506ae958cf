package org.tssj.core;

/**
 * A quote as evidence: octets that a TPM signed about its PCRs, as they travel to a verifier.
 * Nothing in here has been checked.
 *
 * @param family which specification says what the octets mean
 * @param message exactly the signed octets: TPMS_ATTEST of TPM 2.0; TPM_QUOTE_INFO or
 *     TPM_QUOTE_INFO2 of TPM 1.2, version information included where the TPM signed it
 * @param signature TPMT_SIGNATURE of TPM 2.0; the RSA signature's octets of TPM 1.2
 * @param pcrValues the values the quoted digest is said to be made of
 */
public record Quote(Family family, Bytes message, Bytes signature, PcrValues pcrValues) {}
