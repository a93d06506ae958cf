/**
 * Monotonic counters (Part 3, 25).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.counter.CreateCounter}.
 */
@NullMarked
package org.tssj.tpm12.command.counter;

import org.jspecify.annotations.NullMarked;
