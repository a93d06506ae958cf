package org.tssj.simulator.session;

import org.tssj.junit.SoftwareTpm;

/** The matrix with the TPM inside this JVM. */
@SoftwareTpm
class MatrixOverLibtpmsTest extends MatrixScenarios {}
