package org.tssj.tpm;

import java.util.Map;
import java.util.Set;
import org.tssj.core.Bank;
import org.tssj.core.Family;

/**
 * What a TPM says about itself.
 *
 * @param family which specification it follows
 * @param manufacturer the vendor's four letters, as in {@code IBM} or {@code IFX}
 * @param vendorString the vendor's name of the product; empty if it gives none
 * @param specification version and revision, as in {@code 2.0 rev 1.64} or {@code 1.2 level 2 rev
 *     3}
 * @param firmware the firmware's version in the vendor's own counting
 * @param banks the PCR banks in use
 * @param pcrCount how many PCRs there are
 * @param state what state it is in, by name, in the order worth reading: {@code owned}, {@code
 *     enabled}, {@code lockout} and so on
 */
public record TpmInfo(
    Family family,
    String manufacturer,
    String vendorString,
    String specification,
    String firmware,
    Set<Bank> banks,
    int pcrCount,
    Map<String, String> state) {}
