/**
 * Administration of the TPM itself (Part 3, 9).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.admin.ResetLockValue}.
 */
@NullMarked
package org.tssj.tpm12.command.admin;

import org.jspecify.annotations.NullMarked;
