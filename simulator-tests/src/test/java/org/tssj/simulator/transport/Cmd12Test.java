package org.tssj.simulator.transport;

import org.tssj.core.Family;

class Cmd12Test extends CmdContract {

  Cmd12Test() {
    super(Family.TPM12);
  }
}
