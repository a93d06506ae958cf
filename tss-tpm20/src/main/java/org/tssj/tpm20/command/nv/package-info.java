/**
 * Commands of non-volatile memory (Part 3, 31).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.nv.NvRead}.
 */
@NullMarked
package org.tssj.tpm20.command.nv;

import org.jspecify.annotations.NullMarked;
