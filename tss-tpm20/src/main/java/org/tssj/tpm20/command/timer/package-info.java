/**
 * Commands of authenticated countdown timers (Part 3, 33).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.timer.ActSetTimeout}.
 */
@NullMarked
package org.tssj.tpm20.command.timer;

import org.jspecify.annotations.NullMarked;
