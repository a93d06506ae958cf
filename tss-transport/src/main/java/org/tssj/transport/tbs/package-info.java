/**
 * {@code tbs:} a TPM behind Windows' TPM Base Services.
 *
 * <p>This room knows four functions of {@code tbs.dll} and which of their results say that the TPM
 * has not seen a command; it gives a name to no code itself. Start at {@link
 * org.tssj.transport.tbs.TbsTransport}.
 */
@NullMarked
package org.tssj.transport.tbs;

import org.jspecify.annotations.NullMarked;
