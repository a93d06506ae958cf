/**
 * Policies on a software TPM: digests computed here against those of the TPM, and policies that are
 * carried out.
 *
 * <p>Start at {@link org.tssj.simulator.policy.PolicyTest}.
 */
@NullMarked
package org.tssj.simulator.policy;

import org.jspecify.annotations.NullMarked;
