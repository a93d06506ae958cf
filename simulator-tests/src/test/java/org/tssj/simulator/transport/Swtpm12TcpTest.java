package org.tssj.simulator.transport;

import org.tssj.core.Family;
import org.tssj.transport.swtpm.SwtpmProcess;

class Swtpm12TcpTest extends SwtpmContract {

  Swtpm12TcpTest() {
    super(Family.TPM12, SwtpmProcess.Channel.TCP);
  }
}
