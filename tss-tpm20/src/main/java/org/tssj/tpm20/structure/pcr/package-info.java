/**
 * Selections of PCRs (Part 2, 10.6).
 *
 * <p>Values of PCRs live in {@code org.tssj.core.PcrValues}; this room says which ones are meant.
 * Start at {@link org.tssj.tpm20.structure.pcr.PcrSelection}.
 */
@NullMarked
package org.tssj.tpm20.structure.pcr;

import org.jspecify.annotations.NullMarked;
