/**
 * Self-tests (Part 3, 4).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.testing.SelfTestFull}.
 */
@NullMarked
package org.tssj.tpm12.command.testing;

import org.jspecify.annotations.NullMarked;
