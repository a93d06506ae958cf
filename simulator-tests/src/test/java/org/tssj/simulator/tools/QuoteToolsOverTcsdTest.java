package org.tssj.simulator.tools;

/** Where both have a daemon. */
class QuoteToolsOverTcsdTest extends QuoteToolsScenarios {

  @Override
  Way way() {
    return Way.TCSD;
  }
}
