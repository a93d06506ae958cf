/**
 * The whole stack against software TPMs and against other people's programs.
 *
 * <p>What only one module needs is tested there; here is what wants a TPM. Nothing outside a
 * temporary directory is touched, and no real TPM. A test says with {@link
 * org.tssj.simulator.NeedsProgram} or {@link org.tssj.simulator.NeedsLibrary} what the machine must
 * have: start there.
 */
@NullMarked
package org.tssj.simulator;

import org.jspecify.annotations.NullMarked;
