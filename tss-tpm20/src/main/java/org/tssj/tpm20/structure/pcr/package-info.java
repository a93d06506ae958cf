/**
 * Selections of PCRs (Part 2, 10.6).
 *
 * <p>This room says which PCRs are meant; their values live in {@code org.tssj.core}. Start at
 * {@link org.tssj.tpm20.structure.pcr.PcrSelection}.
 */
@NullMarked
package org.tssj.tpm20.structure.pcr;

import org.jspecify.annotations.NullMarked;
