package org.tssj.simulator.tools;

/** As the tools of before do. */
class ManagementToolsOverTcsdTest extends ManagementToolsScenarios {

  @Override
  Way way() {
    return Way.TCSD;
  }
}
