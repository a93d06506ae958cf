package org.tssj.junit;

import org.tssj.core.Family;

/**
 * What a test asks for. Equal settings within one test mean the same TPM.
 *
 * @param family which specification
 * @param transport where it runs
 * @param state what it has been through
 * @param name what tells it apart
 */
record Settings(
    Family family, SoftwareTpm.Transport transport, SoftwareTpm.State state, String name) {

  static Settings of(SoftwareTpm asked) {
    return new Settings(asked.family(), asked.transport(), asked.state(), asked.name());
  }
}
