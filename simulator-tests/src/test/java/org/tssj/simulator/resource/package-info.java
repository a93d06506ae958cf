/**
 * NV indices, persistent objects, provisioning, lockout, clock and capabilities on a software TPM.
 *
 * <p>What is asserted is what the TPM says afterwards, by a plain command where there is one. Start
 * at {@link org.tssj.simulator.resource.NvIndexTest}.
 */
@NullMarked
package org.tssj.simulator.resource;

import org.jspecify.annotations.NullMarked;
