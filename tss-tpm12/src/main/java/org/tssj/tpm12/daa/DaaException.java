package org.tssj.tpm12.daa;

/** A proof of the other side does not hold: with it, or its answers, something is wrong. */
public final class DaaException extends Exception {
  private static final long serialVersionUID = 1L;

  DaaException(String message) {
    super(message);
  }
}
