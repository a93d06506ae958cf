/**
 * The one way through: from a typed command to bytes, sessions and all, and back to a typed
 * response.
 *
 * <p>Knows {@code Command} and no single command. Not exported: free to change every day. Start at
 * {@link org.tssj.tpm20.engine.Engine}.
 */
@NullMarked
package org.tssj.tpm20.engine;

import org.jspecify.annotations.NullMarked;
