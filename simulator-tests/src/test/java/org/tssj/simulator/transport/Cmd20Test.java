package org.tssj.simulator.transport;

import org.tssj.core.Family;

class Cmd20Test extends CmdContract {

  Cmd20Test() {
    super(Family.TPM20);
  }
}
