package org.tssj.tpm12;

import java.io.IOException;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.testing.ContinueSelfTest;
import org.tssj.tpm12.command.testing.GetTestResult;
import org.tssj.tpm12.command.testing.SelfTestFull;

/**
 * A TPM's tests of itself.
 *
 * @see "TPM 1.2 Main, Part 3, 4 Admin Testing"
 */
public final class SelfTest {

  private final Tpm12 tpm;

  SelfTest(Tpm12 tpm) {
    this.tpm = tpm;
  }

  /**
   * TPM_SelfTestFull: tests everything and waits for it.
   *
   * @return {@link #result}
   * @throws org.tssj.core.TpmResponseException TPM_FAILEDSELFTEST if something is broken; {@link
   *     #result} is answered even then
   */
  public Bytes full() throws IOException {
    tpm.execute(new SelfTestFull());
    return result();
  }

  /** TPM_ContinueSelfTest: tests what was not tested yet. */
  public void rest() throws IOException {
    tpm.execute(new ContinueSelfTest());
  }

  /** TPM_GetTestResult: what the last tests found, in a form of the manufacturer's. */
  public Bytes result() throws IOException {
    return tpm.execute(new GetTestResult()).outData();
  }
}
