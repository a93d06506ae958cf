/**
 * What a log is worth: whether digests are of the data beside them, what is odd about its events,
 * where it and the PCRs part, and what it says of the boot.
 *
 * <p>Nothing here is a verdict about a platform; it is what a verdict is explained with. Start at
 * {@link org.tssj.attest.eventlog.check.LogReview} and {@link
 * org.tssj.attest.eventlog.check.PcrComparison}.
 */
@NullMarked
package org.tssj.attest.eventlog.check;

import org.jspecify.annotations.NullMarked;
