/**
 * Commands that move things into and out of the TPM (Part 3, 28).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.context.FlushContext}.
 */
@NullMarked
package org.tssj.tpm20.command.context;

import org.jspecify.annotations.NullMarked;
