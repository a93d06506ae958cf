/**
 * Ticks (Part 3, 23).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.ticks.TickStampBlob}.
 */
@NullMarked
package org.tssj.tpm12.command.ticks;

import org.jspecify.annotations.NullMarked;
