/**
 * What a program does with a TPM, whichever family it is of: read and extend PCRs, measure files,
 * take ownership, make an attestation key, quote.
 *
 * <p>Nothing in here knows a wire format; each family is behind one class that is not public. Start
 * at {@link org.tssj.tpm.Tpm#open(String)}.
 */
@NullMarked
package org.tssj.tpm;

import org.jspecify.annotations.NullMarked;
