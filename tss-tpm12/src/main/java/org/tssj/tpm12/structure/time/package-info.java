/**
 * Ticks and monotonic counters (Part 2, 5.13 and 15).
 *
 * <p>Neither is a wall clock. Start at {@link org.tssj.tpm12.structure.time.CurrentTicks}.
 */
@NullMarked
package org.tssj.tpm12.structure.time;

import org.jspecify.annotations.NullMarked;
