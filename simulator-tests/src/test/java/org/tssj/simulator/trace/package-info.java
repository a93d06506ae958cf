/**
 * {@code trace:} and {@code replay:} with software TPMs.
 *
 * <p>What is recorded, what is left out, and what another program makes of it. Start at {@link
 * org.tssj.simulator.trace.RecordingTest}.
 */
@NullMarked
package org.tssj.simulator.trace;

import org.jspecify.annotations.NullMarked;
