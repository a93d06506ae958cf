/**
 * What a TPM tells about itself, and what can be set (Part 3, 7).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.capability.GetCapability}.
 */
@NullMarked
package org.tssj.tpm12.command.capability;

import org.jspecify.annotations.NullMarked;
