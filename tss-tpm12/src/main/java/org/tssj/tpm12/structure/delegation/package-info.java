/**
 * Delegation: which rights of the owner or of a key somebody else has (Part 2, 20).
 *
 * <p>Layout only; only a TPM makes a delegation that counts. Start at {@link
 * org.tssj.tpm12.structure.delegation.DelegatePublic}.
 */
@NullMarked
package org.tssj.tpm12.structure.delegation;

import org.jspecify.annotations.NullMarked;
