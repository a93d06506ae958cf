/**
 * Quotes of both families: is it the TPM's, is it fresh, and are these the PCRs.
 *
 * <p>The checks follow the specifications, in their order and with their words beside them; what a
 * PCR value means is not decided here. Start at {@link org.tssj.attest.quote.QuoteVerifier}.
 */
@NullMarked
package org.tssj.attest.quote;

import org.jspecify.annotations.NullMarked;
