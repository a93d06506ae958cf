/**
 * Commands by which a TPM signs what it knows (Part 3, 18).
 *
 * <p>One record per command. Start at {@link org.tssj.tpm20.command.attestation.Quote}.
 */
@NullMarked
package org.tssj.tpm20.command.attestation;

import org.jspecify.annotations.NullMarked;
