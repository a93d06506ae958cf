/**
 * The plug: how command bytes reach a TPM and response bytes come back.
 *
 * <p>This room knows bytes, not their meaning. The plugs themselves live in {@code tss-transport}
 * and are found through {@link TpmTransportProvider}. Start at {@link TpmTransport}.
 */
@NullMarked
package org.tssj.core.transport;

import org.jspecify.annotations.NullMarked;
