package org.tssj.simulator.tpm12;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.transport.swtpm.SwtpmProcess;

/** The golden scenarios on a real swtpm. */
@NeedsProgram("swtpm")
class GoldenOverSwtpmTest extends GoldenScenarios {

  private SwtpmProcess swtpm;

  @Override
  TpmTransport start(Path state) throws IOException {
    swtpm = SwtpmProcess.start(Family.TPM12, SwtpmProcess.Channel.UNIX, Optional.of(state));
    return Transports.open(swtpm.connectionString());
  }

  @AfterEach
  void stop() {
    swtpm.close();
  }
}
