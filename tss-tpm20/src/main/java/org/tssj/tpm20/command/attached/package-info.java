/**
 * Commands of components attached to the TPM (Part 3, 32).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.attached.AcGetCapability}.
 */
@NullMarked
package org.tssj.tpm20.command.attached;

import org.jspecify.annotations.NullMarked;
