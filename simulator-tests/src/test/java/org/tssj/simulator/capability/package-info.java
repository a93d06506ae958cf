/**
 * What a TPM 2.0 says about itself, in every kind that there is.
 *
 * <p>Start at {@link CapabilitiesTest}.
 */
@NullMarked
package org.tssj.simulator.capability;

import org.jspecify.annotations.NullMarked;
