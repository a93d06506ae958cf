package org.tssj.simulator.session;

import org.tssj.junit.SoftwareTpm;
import org.tssj.junit.SoftwareTpm.Transport;

/** Wrong passwords with the TPM behind a socket. */
@SoftwareTpm(transport = Transport.SWTPM)
class WrongPasswordsOverSwtpmTest extends WrongPasswordScenarios {}
