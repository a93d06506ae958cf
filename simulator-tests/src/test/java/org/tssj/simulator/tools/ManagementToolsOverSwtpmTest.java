package org.tssj.simulator.tools;

/** Where ours have no daemon. */
class ManagementToolsOverSwtpmTest extends ManagementToolsScenarios {

  @Override
  Way way() {
    return Way.SWTPM;
  }
}
