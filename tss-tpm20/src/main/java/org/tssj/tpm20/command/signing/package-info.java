/**
 * Commands that sign and verify (Part 3, 20).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.signing.Sign}.
 */
@NullMarked
package org.tssj.tpm20.command.signing;

import org.jspecify.annotations.NullMarked;
