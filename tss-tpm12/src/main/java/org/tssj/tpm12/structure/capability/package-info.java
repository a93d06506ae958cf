/**
 * What a TPM can be asked about itself (Part 2, 21).
 *
 * <p>Questions and the types of their answers; who asks is elsewhere. Start at {@link
 * org.tssj.tpm12.structure.capability.Capability}.
 */
@NullMarked
package org.tssj.tpm12.structure.capability;

import org.jspecify.annotations.NullMarked;
