/**
 * The measurement list of Linux IMA: which files were read or run since boot, and how they bear on
 * PCR 10.
 *
 * <p>A list is a claim, like a firmware log. What replays to a quoted PCR 10 is evidence; entries
 * behind that are none yet. Start at {@link org.tssj.attest.ima.MeasurementList}.
 */
@NullMarked
package org.tssj.attest.ima;

import org.jspecify.annotations.NullMarked;
