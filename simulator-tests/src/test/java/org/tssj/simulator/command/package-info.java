/**
 * Every command on real software TPMs, once as it should be used and once refused: also a
 * collection of short examples.
 *
 * <p>One file for each room of commands, in the order of Part 3; what runs them and which TPM has
 * which stands in {@link org.tssj.simulator.command.EveryCommand}. No secret mathematics is checked
 * here, only that each command goes out, comes back and means what its record says. Start at {@link
 * org.tssj.simulator.command.CommandCase}.
 */
@NullMarked
package org.tssj.simulator.command;

import org.jspecify.annotations.NullMarked;

