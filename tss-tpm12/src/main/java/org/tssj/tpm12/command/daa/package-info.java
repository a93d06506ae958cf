/**
 * Direct anonymous attestation (Part 3, 26).
 *
 * <p>One record per command; the mathematics of the host is in {@code org.tssj.tpm12.daa}. Start at
 * {@link org.tssj.tpm12.command.daa.DaaJoin}.
 */
@NullMarked
package org.tssj.tpm12.command.daa;

import org.jspecify.annotations.NullMarked;
