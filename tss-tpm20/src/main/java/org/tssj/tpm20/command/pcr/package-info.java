/**
 * Commands of the platform configuration registers (Part 3, 22).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.pcr.PcrExtend}.
 */
@NullMarked
package org.tssj.tpm20.command.pcr;

import org.jspecify.annotations.NullMarked;
