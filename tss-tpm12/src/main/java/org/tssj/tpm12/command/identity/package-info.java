/**
 * Attestation identity keys (Part 3, 15).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm12.command.identity.MakeIdentity}.
 */
@NullMarked
package org.tssj.tpm12.command.identity;

import org.jspecify.annotations.NullMarked;
