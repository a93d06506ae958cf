/**
 * Transport sessions (Part 3, 24).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.transport.EstablishTransport}.
 */
@NullMarked
package org.tssj.tpm12.command.transport;

import org.jspecify.annotations.NullMarked;
