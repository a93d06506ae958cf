/**
 * Commands of dictionary-attack protection (Part 3, 25).
 *
 * <p>One record per command. Start at {@link
 * org.tssj.tpm20.command.lockout.DictionaryAttackLockReset}.
 */
@NullMarked
package org.tssj.tpm20.command.lockout;

import org.jspecify.annotations.NullMarked;
