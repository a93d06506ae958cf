/**
 * trousers' daemon beside us: its own software TPM below it, our {@code tcsd:} transport and its own
 * tools above it.
 *
 * <p>Start at {@link TcsdProcess}, which starts one; several run side by side.
 */
@NullMarked
package org.tssj.simulator.tcsd;

import org.jspecify.annotations.NullMarked;
