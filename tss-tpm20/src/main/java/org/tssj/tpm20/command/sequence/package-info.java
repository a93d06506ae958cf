/**
 * Commands that hash and authenticate what is too long for one command (Part 3, 17).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.sequence.HashSequenceStart}.
 */
@NullMarked
package org.tssj.tpm20.command.sequence;

import org.jspecify.annotations.NullMarked;
