/**
 * Commands of clock and time (Part 3, 29).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.clock.ReadClock}.
 */
@NullMarked
package org.tssj.tpm20.command.clock;

import org.jspecify.annotations.NullMarked;
