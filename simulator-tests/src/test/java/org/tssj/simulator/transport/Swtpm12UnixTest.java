package org.tssj.simulator.transport;

import org.tssj.core.Family;
import org.tssj.transport.swtpm.SwtpmProcess;

class Swtpm12UnixTest extends SwtpmContract {

  Swtpm12UnixTest() {
    super(Family.TPM12, SwtpmProcess.Channel.UNIX);
  }
}
