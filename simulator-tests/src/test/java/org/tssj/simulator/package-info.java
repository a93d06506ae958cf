/**
 * The whole stack on real software TPMs and beside real peers, and the test of the architecture.
 *
 * <p>This room may use everything, and nothing may use it. What can be tested without a TPM is
 * tested in its own module. Start at {@link ArchitectureTest} for what may need what, at {@code
 * session} for what a TPM 2.0 is made to do.
 */
@NullMarked
package org.tssj.simulator;

import org.jspecify.annotations.NullMarked;
