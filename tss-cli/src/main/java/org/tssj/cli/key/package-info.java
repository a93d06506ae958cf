/**
 * Keys as the verbs take them: opened from a file, a persistent handle or trousers' key store, used
 * with whatever approves of it, and written to files that other programs read.
 *
 * <p>Nothing here knows an option or prints; what a verb is told comes in as values. Start at
 * {@link org.tssj.cli.key.Storage20} for a TPM 2.0, at {@link org.tssj.cli.key.Storage12} for a TPM
 * 1.2.
 */
@NullMarked
package org.tssj.cli.key;

import org.jspecify.annotations.NullMarked;
