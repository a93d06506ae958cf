package org.tssj.tpm20.command;

/** What an authorisation has to be allowed to do (Part 1, 19.2 Authorization Roles). */
public enum Role {
  /** Use of an object's sensitive part: its auth value, or a policy. */
  USER,
  /** Control over the object itself: its auth value or a policy, as its attributes say. */
  ADMIN,
  /** Duplication: always a policy. */
  DUP
}
