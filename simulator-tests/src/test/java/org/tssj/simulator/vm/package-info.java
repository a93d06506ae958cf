/**
 * A measured boot in a virtual machine: firmware that measures, the real Linux driver, and a program
 * of ours inside, on a software TPM whose state stays between boots.
 *
 * <p>This room boots and brings out what was said; what it means is the business of the tests. Needs
 * no KVM, no root and no network but for fetching a kernel once. Start at {@link MeasuredBoot}.
 */
@NullMarked
package org.tssj.simulator.vm;

import org.jspecify.annotations.NullMarked;
