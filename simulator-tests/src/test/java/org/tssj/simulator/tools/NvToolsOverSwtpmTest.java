package org.tssj.simulator.tools;

/** Where ours have no daemon. */
class NvToolsOverSwtpmTest extends NvToolsScenarios {

  @Override
  Way way() {
    return Way.SWTPM;
  }
}
