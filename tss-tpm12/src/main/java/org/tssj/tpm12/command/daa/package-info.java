/**
 * Direct anonymous attestation (Part 3, 26).
 *
 * <p>One record per command; what goes into the stages is the host's mathematics. Start at {@link
 * org.tssj.tpm12.command.daa.DaaJoin}.
 */
@NullMarked
package org.tssj.tpm12.command.daa;

import org.jspecify.annotations.NullMarked;
