/**
 * What a TPM says about itself: capabilities, properties and the attributes they carry (Part 2,
 * 6.12 to 6.15, 8 and 10.8 to 10.10).
 *
 * <p>This room reads answers; it does not ask, and does not know what an answer is good for. Start
 * at {@link org.tssj.tpm20.structure.capability.Capability}.
 */
@NullMarked
package org.tssj.tpm20.structure.capability;

import org.jspecify.annotations.NullMarked;
