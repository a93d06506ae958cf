/**
 * Transport sessions: what they shall be, and what they log (Part 2, 13).
 *
 * <p>Layout only; the session itself is in {@code org.tssj.tpm12.session}. Start at {@link
 * org.tssj.tpm12.structure.transport.TransportPublic}.
 */
@NullMarked
package org.tssj.tpm12.structure.transport;

import org.jspecify.annotations.NullMarked;
