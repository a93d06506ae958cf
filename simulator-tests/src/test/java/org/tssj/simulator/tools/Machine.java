package org.tssj.simulator.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.tssj.simulator.tcsd.TcsdProcess;

/** A TPM 1.2 and what leads to it. */
interface Machine extends AutoCloseable {

  /** By which variables tools find it. */
  Map<String, String> environment();

  /** Does something with the TPM while no tool and no daemon is connected. */
  void direct(TcsdProcess.Deed deed) throws IOException;

  /** The keys that are registered: a file of trousers' format. */
  Path keyStore();

  @Override
  void close() throws IOException;

  /** A TPM behind a tcsd. */
  static Machine behind(TcsdProcess tcsd) {
    return new Machine() {
      @Override
      public Map<String, String> environment() {
        return tcsd.environment();
      }

      @Override
      public void direct(TcsdProcess.Deed deed) throws IOException {
        tcsd.direct(deed);
      }

      @Override
      public Path keyStore() {
        return tcsd.keyStore();
      }

      @Override
      public void close() throws IOException {
        tcsd.close();
      }
    };
  }
}
