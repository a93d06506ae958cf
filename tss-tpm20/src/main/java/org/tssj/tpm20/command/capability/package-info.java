/**
 * Commands that ask what a TPM is and has (Part 3, 30).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.capability.GetCapability}.
 */
@NullMarked
package org.tssj.tpm20.command.capability;

import org.jspecify.annotations.NullMarked;
