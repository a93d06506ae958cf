package org.tssj.simulator.tools;

/** Where both have a daemon. */
class DataToolsOverTcsdTest extends DataToolsScenarios {

  @Override
  Way way() {
    return Way.TCSD;
  }
}
