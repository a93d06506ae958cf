/**
 * TPM 1.2: the way in.
 *
 * <p>What a TPM can do one command at a time stands in the rooms below; what takes several commands
 * stands here. Start at {@link org.tssj.tpm12.Tpm12}.
 */
@NullMarked
package org.tssj.tpm12;

import org.jspecify.annotations.NullMarked;
