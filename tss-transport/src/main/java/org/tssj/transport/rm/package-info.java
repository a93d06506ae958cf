/**
 * {@code rm:} a resource manager inside this JVM: several threads and libraries share one TPM that
 * lets in one client and has few slots.
 *
 * <p>This room knows where handles stand in a command, and how a TPM is asked to put something
 * aside; what a command does is no concern of it, and keys and secrets never are. Start at {@link
 * org.tssj.transport.rm.SharedTpm}.
 */
@NullMarked
package org.tssj.transport.rm;

import org.jspecify.annotations.NullMarked;
