/**
 * Opt-in: switching the TPM on and off (Part 3, 5).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.optin.PhysicalEnable}.
 */
@NullMarked
package org.tssj.tpm12.command.optin;

import org.jspecify.annotations.NullMarked;
