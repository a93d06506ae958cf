package org.tssj.simulator.tpm12;

import java.io.IOException;
import java.nio.file.Path;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;

/** The golden scenarios on libtpms inside this JVM. */
@NeedsLibrary("tpms")
class GoldenOverLibtpmsTest extends GoldenScenarios {

  @Override
  TpmTransport start(Path state) throws IOException {
    return Transports.open("libtpms:family=1.2,state=" + state);
  }
}
