/**
 * Evidence: everything a machine hands over about itself, in one value and one file, before anybody
 * has judged it.
 *
 * <p>Nothing in here is proven, and nothing in here decides: it reads, writes and refuses what
 * contradicts itself. Start at {@link org.tssj.attest.evidence.Evidence}.
 */
@NullMarked
package org.tssj.attest.evidence;

import org.jspecify.annotations.NullMarked;
