package org.tssj.simulator.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.tssj.core.Family;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.tcsd.TcsdProcess;
import org.tssj.tpm12.Tpm12;
import org.tssj.transport.swtpm.SwtpmProcess;

/** A swtpm and nothing before it; the keys that are registered are in a file of the user's. */
final class BareMachine implements Machine {

  private final SwtpmProcess swtpm = SwtpmProcess.start(Family.TPM12);
  private final Folder folder = Folder.temporary("bare-machine");

  BareMachine() throws IOException {}

  @Override
  public Map<String, String> environment() {
    return Map.of("TSSJ_TPM", swtpm.connectionString(), "TSSJ_SYSTEM_PS", keyStore().toString());
  }

  @Override
  public void direct(TcsdProcess.Deed deed) throws IOException {
    try (Tpm12 tpm = Tpm12.over(Transports.open(swtpm.connectionString()))) {
      deed.on(tpm);
    }
  }

  @Override
  public Path keyStore() {
    return folder.path().resolve("system.data");
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      swtpm.close();
    }
  }
}
