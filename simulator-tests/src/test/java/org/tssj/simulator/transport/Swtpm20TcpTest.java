package org.tssj.simulator.transport;

import org.tssj.core.Family;
import org.tssj.transport.swtpm.SwtpmProcess;

class Swtpm20TcpTest extends SwtpmContract {

  Swtpm20TcpTest() {
    super(Family.TPM20, SwtpmProcess.Channel.TCP);
  }
}
