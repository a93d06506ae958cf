/**
 * Several clients of one TPM, each with more loaded than the TPM has room for: nobody gets a wrong
 * answer, and nothing is left behind.
 *
 * <p>Start at {@link SharedTpmTest}.
 */
@NullMarked
package org.tssj.simulator.rm;

import org.jspecify.annotations.NullMarked;
