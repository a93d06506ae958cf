package org.tssj.simulator.session;

import org.tssj.junit.SoftwareTpm;
import org.tssj.junit.SoftwareTpm.Transport;

/** Sessions with a TPM behind a socket. */
@SoftwareTpm(transport = Transport.SWTPM)
class SessionsOverSwtpmTest extends SessionScenarios {}
