/**
 * Commands that start and stop a TPM (Part 3, 9).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.startup.Startup}.
 */
@NullMarked
package org.tssj.tpm20.command.startup;

import org.jspecify.annotations.NullMarked;
