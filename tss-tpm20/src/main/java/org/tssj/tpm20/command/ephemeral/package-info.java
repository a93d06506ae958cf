/**
 * Commands of ephemeral elliptic-curve keys (Part 3, 19).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.ephemeral.EcEphemeral}.
 */
@NullMarked
package org.tssj.tpm20.command.ephemeral;

import org.jspecify.annotations.NullMarked;
