package org.tssj.simulator.tools;

/** Where ours have no daemon. */
class QuoteToolsOverSwtpmTest extends QuoteToolsScenarios {

  @Override
  Way way() {
    return Way.SWTPM;
  }
}
