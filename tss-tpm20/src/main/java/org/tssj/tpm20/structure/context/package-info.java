/**
 * Saved contexts: objects and sessions that the TPM has put outside of its memory (Part 2, 14).
 *
 * <p>What they hold is encrypted for the TPM alone; this room reads what stands around it. Start at
 * {@link org.tssj.tpm20.structure.context.Context}.
 */
@NullMarked
package org.tssj.tpm20.structure.context;

import org.jspecify.annotations.NullMarked;
