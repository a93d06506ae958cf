/**
 * Removing things from the TPM (Part 3, 22 and 27.1).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.eviction.FlushSpecific}.
 */
@NullMarked
package org.tssj.tpm12.command.eviction;

import org.jspecify.annotations.NullMarked;
