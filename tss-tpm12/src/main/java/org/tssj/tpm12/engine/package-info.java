/**
 * The one way through: from a typed command to bytes, sessions and all, and back to a typed
 * response.
 *
 * <p>Knows {@code Command} and, besides those that open and flush sessions, no single command. Not
 * exported: free to change every day. Start at {@link org.tssj.tpm12.engine.Engine}.
 */
@NullMarked
package org.tssj.tpm12.engine;

import org.jspecify.annotations.NullMarked;
