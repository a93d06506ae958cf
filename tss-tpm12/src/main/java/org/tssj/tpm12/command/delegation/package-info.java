/**
 * Delegation of the owner's rights and of keys (Part 3, 19).
 *
 * <p>One record per command. Start at {@link
 * org.tssj.tpm12.command.delegation.DelegateCreateOwnerDelegation}.
 */
@NullMarked
package org.tssj.tpm12.command.delegation;

import org.jspecify.annotations.NullMarked;
