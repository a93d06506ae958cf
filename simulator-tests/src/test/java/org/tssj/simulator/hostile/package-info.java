/**
 * Somebody between us and the TPM: what is changed, cut, repeated or made up is refused, in one of
 * the ways that were promised, and what comes after works.
 *
 * <p>Start at {@link HostileTransportTest}.
 */
@NullMarked
package org.tssj.simulator.hostile;

import org.jspecify.annotations.NullMarked;
