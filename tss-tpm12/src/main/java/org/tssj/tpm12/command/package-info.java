/**
 * What a TPM 1.2 command is: a value with one declaration (Part 3). The commands themselves stand
 * in the rooms below, one per chapter of Part 3, one record per file.
 *
 * <p>Nothing in here sends anything: a command is executed by {@code Tpm12} and can be encoded,
 * printed and hashed without a TPM. Start at {@link org.tssj.tpm12.command.Command}, then read
 * {@link org.tssj.tpm12.command.crypto.GetRandom}.
 */
@NullMarked
package org.tssj.tpm12.command;

import org.jspecify.annotations.NullMarked;
