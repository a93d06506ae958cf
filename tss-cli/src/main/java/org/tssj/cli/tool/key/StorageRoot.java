package org.tssj.cli.tool.key;

import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.TssResult;
import org.tssj.core.TpmServiceException;

/** The storage root key, which is there if the TPM has an owner. */
public final class StorageRoot {

  private StorageRoot() {}

  /**
   * Fails, and says what to do, if there is none. Trousers calls that a key which is not in its
   * storage.
   *
   * @param step what the error line calls it
   */
  public static void require(Call call, Tspi tspi, String step) {
    boolean owned = tspi.call(step, () -> tspi.tpm().ownership().isTaken());
    if (!owned) {
      var cause =
          new TpmServiceException(
              "tcs", KeyRegistry.NOT_FOUND, "the storage root key is not registered");
      RuntimeException failure = tspi.failed(step, new TssResult(KeyRegistry.NOT_FOUND), cause);
      call.output()
          .complain(
              call.name()
                  + ": this TPM has no owner and so no storage root key; tpm_takeownership makes"
                  + " both\n");
      throw failure;
    }
  }
}
