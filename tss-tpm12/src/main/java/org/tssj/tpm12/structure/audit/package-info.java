/**
 * What a TPM notes of the commands it audits (Part 2, 14).
 *
 * <p>Layout only; the digest itself is the host's to recompute. Start at {@link
 * org.tssj.tpm12.structure.audit.AuditEventIn}.
 */
@NullMarked
package org.tssj.tpm12.structure.audit;

import org.jspecify.annotations.NullMarked;
