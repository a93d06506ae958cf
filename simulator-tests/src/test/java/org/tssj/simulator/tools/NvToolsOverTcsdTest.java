package org.tssj.simulator.tools;

/** Where both have a daemon. */
class NvToolsOverTcsdTest extends NvToolsScenarios {

  @Override
  Way way() {
    return Way.TCSD;
  }
}
