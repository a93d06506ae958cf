/**
 * TPM 1.2 end to end: what the library says and what real software TPMs answer.
 *
 * <p>Nothing here is mocked, except what stands between the library and the TPM where that is the
 * point. Start at {@link org.tssj.simulator.tpm12.LifeOfATpm12Test}.
 */
@NullMarked
package org.tssj.simulator.tpm12;

import org.jspecify.annotations.NullMarked;
