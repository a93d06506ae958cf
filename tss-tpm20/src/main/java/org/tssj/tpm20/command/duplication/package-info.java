/**
 * Commands that move objects between TPMs (Part 3, 13).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.duplication.Duplicate}.
 */
@NullMarked
package org.tssj.tpm20.command.duplication;

import org.jspecify.annotations.NullMarked;
