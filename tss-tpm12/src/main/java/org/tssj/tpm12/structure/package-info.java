/**
 * What TPM 1.2 puts on the wire: the structures of Part 2, in one room per chapter.
 *
 * <p>Every structure declares its wire form once, in its {@code CODEC}; nothing in here sends
 * anything. Start in the room you look for, or at {@link org.tssj.tpm12.structure.Structures} with
 * a name from the specification.
 */
@NullMarked
package org.tssj.tpm12.structure;

import org.jspecify.annotations.NullMarked;
