/**
 * Taking and giving up ownership; physical presence (Part 3, 6).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.ownership.TakeOwnership}.
 */
@NullMarked
package org.tssj.tpm12.command.ownership;

import org.jspecify.annotations.NullMarked;
