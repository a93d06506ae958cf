/**
 * What a PCR will hold: arithmetic over what is known to be measured, before anything is.
 *
 * <p>This room hashes and counts; it reads no log and trusts nobody. Start at {@link
 * org.tssj.attest.predict.PcrPrediction}.
 */
@NullMarked
package org.tssj.attest.predict;

import org.jspecify.annotations.NullMarked;
