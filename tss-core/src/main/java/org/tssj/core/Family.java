package org.tssj.core;

/** The two TPM specifications, which share a wire order and little else. */
public enum Family {
  /** TPM Main Specification, version 1.2. */
  TPM12("1.2"),
  /** TPM 2.0 Library Specification. */
  TPM20("2.0");

  private final String version;

  Family(String version) {
    this.version = version;
  }

  /** As people write it: {@code 1.2} or {@code 2.0}. */
  public String version() {
    return version;
  }

  @Override
  public String toString() {
    return "TPM " + version;
  }
}
