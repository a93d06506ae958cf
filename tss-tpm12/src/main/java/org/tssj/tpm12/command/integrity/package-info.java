/**
 * PCRs: extending, reading, quoting (Part 3, 16).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.integrity.Extend}.
 */
@NullMarked
package org.tssj.tpm12.command.integrity;

import org.jspecify.annotations.NullMarked;
