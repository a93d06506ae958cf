package org.tssj.simulator.transport;

import org.tssj.core.Family;
import org.tssj.transport.swtpm.SwtpmProcess;

class Swtpm20UnixTest extends SwtpmContract {

  Swtpm20UnixTest() {
    super(Family.TPM20, SwtpmProcess.Channel.UNIX);
  }
}
