/**
 * Changing secrets (Part 3, 17, 27.3 and 27.4).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.auth.ChangeAuth}.
 */
@NullMarked
package org.tssj.tpm12.command.auth;

import org.jspecify.annotations.NullMarked;
