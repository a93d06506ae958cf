/**
 * The program's verbs that need no TPM, over logs and lists of machines in the world.
 *
 * <p>What is expected was computed by programs that are not ours; the files lie beside the project.
 * Start at {@link org.tssj.simulator.attest.EventLogProgramTest}.
 */
@NullMarked
package org.tssj.simulator.attest;

import org.jspecify.annotations.NullMarked;
