/**
 * Commands that test a TPM (Part 3, 10).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.testing.SelfTest}.
 */
@NullMarked
package org.tssj.tpm20.command.testing;

import org.jspecify.annotations.NullMarked;
