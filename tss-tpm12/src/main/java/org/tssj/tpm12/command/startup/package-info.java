/**
 * Start-up and saved state (Part 3, 3).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.startup.Startup}.
 */
@NullMarked
package org.tssj.tpm12.command.startup;

import org.jspecify.annotations.NullMarked;
