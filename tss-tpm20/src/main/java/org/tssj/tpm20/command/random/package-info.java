/**
 * Commands of the random number generator (Part 3, 16).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.random.GetRandom}.
 */
@NullMarked
package org.tssj.tpm20.command.random;

import org.jspecify.annotations.NullMarked;
