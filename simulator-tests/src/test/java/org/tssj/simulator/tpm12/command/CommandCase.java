package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.tssj.core.TpmResponseException;
import org.tssj.tpm12.command.CommandSpec;

/**
 * One command: how it succeeds, and one way in which a TPM refuses it.
 *
 * @param spec the command
 * @param success ends normally, having executed the command
 * @param code the name of the result code of the refusal
 * @param refusal ends with the refusal
 */
record CommandCase(CommandSpec<?, ?> spec, Scene success, String code, Scene refusal) {

  /** What is done with an owned TPM. */
  @FunctionalInterface
  interface Scene {
    void on(Bench on) throws Exception;
  }

  /** A case that still lacks its refusal. */
  record Half(CommandSpec<?, ?> spec, Scene success) {
    CommandCase isRefused(String code, Scene refusal) {
      return new CommandCase(spec, success, code, refusal);
    }
  }

  /** Begins a case. */
  static Half succeeds(CommandSpec<?, ?> spec, Scene success) {
    return new Half(spec, success);
  }

  /** Runs the success, and looks on the wire whether the TPM has carried the command out. */
  void runSuccess(Bench bench) throws Exception {
    success.on(bench);
    assertTrue(
        bench.wire().hasSeen(spec.ordinal(), 0),
        () -> "the TPM has not carried out " + spec + ", only " + bench.wire());
  }

  /** Runs the refusal, and compares what the exception says with what was on the wire. */
  void runRefusal(Bench bench) throws Exception {
    TpmResponseException refused =
        assertThrows(TpmResponseException.class, () -> refusal.on(bench));
    assertEquals(
        spec.name() + ": " + code, refused.command() + ": " + refused.name(), refused.getMessage());
    assertTrue(bench.wire().hasSeen(spec.ordinal(), refused.code()), () -> bench.wire().toString());
  }

  @Override
  public String toString() {
    return spec.name();
  }
}
