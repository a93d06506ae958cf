package org.tssj.simulator.tools;

/** Where ours have no daemon. */
class DataToolsOverSwtpmTest extends DataToolsScenarios {

  @Override
  Way way() {
    return Way.SWTPM;
  }
}
