/**
 * Data integrity registers, which NV areas replaced (Part 3, 27.2).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.dir.DirRead}.
 */
@NullMarked
package org.tssj.tpm12.command.dir;

import org.jspecify.annotations.NullMarked;
