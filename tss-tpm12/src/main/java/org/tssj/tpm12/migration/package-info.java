/**
 * Keys on their way between TPMs, and between a TPM and software (Part 3, 11).
 *
 * <p>What a TPM does with its own keys it does by command; here stands what can be done without
 * one. Start at {@link org.tssj.tpm12.migration.MigratingKey}.
 */
@NullMarked
package org.tssj.tpm12.migration;

import org.jspecify.annotations.NullMarked;
