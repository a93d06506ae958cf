/**
 * Evidence, judged as a whole: the quote, and then what the quote proves of the logs beside it.
 *
 * <p>Nothing in here reads files or asks anybody: what is expected comes from the caller, and only
 * what a TPM has signed counts. Start at {@link org.tssj.attest.appraise.Appraiser}.
 */
@NullMarked
package org.tssj.attest.appraise;

import org.jspecify.annotations.NullMarked;
