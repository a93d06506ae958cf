/**
 * Firmware event logs: what was measured before the operating system, in the order of the extends.
 *
 * <p>A log is a claim. Only what replays to PCR values that a TPM has quoted is evidence, and of an
 * event only its PCR and its digests are: type and data are what somebody says about them. Start at
 * {@link org.tssj.attest.eventlog.EventLog}.
 */
@NullMarked
package org.tssj.attest.eventlog;

import org.jspecify.annotations.NullMarked;
