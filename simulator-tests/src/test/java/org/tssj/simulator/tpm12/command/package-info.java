/**
 * Every command of TPM 1.2 on libtpms, once carried out and once refused: also a collection of
 * short examples.
 *
 * <p>One file for each few rooms of commands, in the order of Part 3; what runs them stands in
 * {@link org.tssj.simulator.tpm12.command.EveryCommandTest}. Each case begins on the same owned
 * TPM. Start at {@link org.tssj.simulator.tpm12.command.CommandCase}.
 */
@NullMarked
package org.tssj.simulator.tpm12.command;

import org.jspecify.annotations.NullMarked;
