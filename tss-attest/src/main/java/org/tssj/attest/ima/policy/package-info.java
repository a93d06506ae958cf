/**
 * What a measurement list may hold: files by digest or signature, keys, buffers, and what to think
 * of violations.
 *
 * <p>This room judges entries one by one; whether a PCR proves them is asked next door, and how
 * many it proves is told here. Start at {@link org.tssj.attest.ima.policy.ImaReview}.
 */
@NullMarked
package org.tssj.attest.ima.policy;

import org.jspecify.annotations.NullMarked;
