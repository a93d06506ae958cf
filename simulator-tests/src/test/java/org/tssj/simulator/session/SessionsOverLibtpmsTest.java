package org.tssj.simulator.session;

import org.tssj.junit.SoftwareTpm;

/** Sessions with the TPM inside this JVM. */
@SoftwareTpm
class SessionsOverLibtpmsTest extends SessionScenarios {}
