package org.tssj.attest;

/** How much a finding matters. */
public enum Severity {
  /** Good to know. */
  INFO,
  /** Unusual: claims that rest on it deserve doubt. */
  WARNING,
  /** Wrong: claims that rest on it must not be believed. */
  ERROR
}
