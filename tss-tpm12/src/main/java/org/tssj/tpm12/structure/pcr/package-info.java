/**
 * Platform configuration registers: selections, composites, and what is bound to them (Part 2, 8).
 *
 * <p>Computes composite hashes and reads no PCR. Start at {@link
 * org.tssj.tpm12.structure.pcr.PcrComposite}.
 */
@NullMarked
package org.tssj.tpm12.structure.pcr;

import org.jspecify.annotations.NullMarked;
