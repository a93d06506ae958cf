package org.tssj.simulator.session;

import org.tssj.junit.SoftwareTpm;

/** The matrix over a socket. */
@SoftwareTpm(transport = SoftwareTpm.Transport.SWTPM)
class MatrixOverSwtpmTest extends MatrixScenarios {}
