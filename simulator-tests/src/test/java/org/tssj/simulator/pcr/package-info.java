/**
 * PCRs of a TPM 2.0: the arithmetic of every bank, and who may change which.
 *
 * <p>The values that are expected are computed by the JDK. Start at {@link PcrTest}.
 */
@NullMarked
package org.tssj.simulator.pcr;

import org.jspecify.annotations.NullMarked;
