/**
 * Intel TXT and tboot: modules, policies and the heap they leave behind, and what a measured launch
 * extends into PCRs 17 to 22.
 *
 * <p>The software's part of a launch is computed from files; the platform's part (its BIOS module,
 * its registers) is an input, and comes from a heap or a log of the machine. Start at {@link
 * org.tssj.attest.txt.DynamicLaunch}.
 */
@NullMarked
package org.tssj.attest.txt;

import org.jspecify.annotations.NullMarked;
