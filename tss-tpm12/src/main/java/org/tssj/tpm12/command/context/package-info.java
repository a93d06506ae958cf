/**
 * Keys and sessions outside the TPM (Part 3, 21 and 27.1).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.context.SaveContext}.
 */
@NullMarked
package org.tssj.tpm12.command.context;

import org.jspecify.annotations.NullMarked;
