package org.tssj.simulator.session;

import org.tssj.junit.SoftwareTpm;

/** Wrong passwords with the TPM inside this JVM. */
@SoftwareTpm
class WrongPasswordsOverLibtpmsTest extends WrongPasswordScenarios {}
