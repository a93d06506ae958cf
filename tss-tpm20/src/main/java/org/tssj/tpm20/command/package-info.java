/**
 * What a TPM 2.0 command is: a value with one declaration (Part 1, 18). The commands themselves
 * stand in the rooms below, one per chapter of Part 3, one record per file.
 *
 * <p>Nothing in here sends anything: a command is executed by {@code Tpm20} and can be encoded,
 * printed and hashed without a TPM. Start at {@link org.tssj.tpm20.command.Command}, then read
 * {@link org.tssj.tpm20.command.random.GetRandom}.
 */
@NullMarked
package org.tssj.tpm20.command;

import org.jspecify.annotations.NullMarked;
