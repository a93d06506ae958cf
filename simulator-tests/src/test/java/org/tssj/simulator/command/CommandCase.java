package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.management.PpCommands;

/**
 * One command: how it succeeds, and one way in which a TPM refuses it.
 *
 * @param spec the command
 * @param success ends normally, having executed the command
 * @param code the name of the response code of the refusal
 * @param subject which handle, parameter or session the code names; empty if none
 * @param refusal ends with the refusal
 */
record CommandCase(
    CommandSpec<?, ?> spec, Scene success, String code, String subject, Scene refusal) {

  /** What is done with a TPM that nobody has used before. */
  @FunctionalInterface
  interface Scene {
    void on(Bench on) throws Exception;
  }

  /** A case that still lacks its refusal. */
  record Half(CommandSpec<?, ?> spec, Scene success) {

    /** The refusal, by a code that names nothing. */
    CommandCase isRefused(String code, Scene refusal) {
      return isRefused(code, "", refusal);
    }

    /** The refusal. */
    CommandCase isRefused(String code, String subject, Scene refusal) {
      return new CommandCase(spec, success, code, subject, refusal);
    }
  }

  /** Begins a case. */
  static Half succeeds(CommandSpec<?, ?> spec, Scene success) {
    return new Half(spec, success);
  }

  /** Whether it succeeds only where somebody is there. */
  boolean needsPresence() {
    return spec == PpCommands.SPEC;
  }

  /** Runs the success, and looks on the wire whether the TPM has carried the command out. */
  void runSuccess(TpmTransport transport) throws Exception {
    try (Bench bench = new Bench(transport)) {
      success.on(bench);
      assertTrue(
          bench.wire().hasSeen(spec.code(), 0),
          () -> "the TPM has not carried out " + spec + ", only " + bench.wire());
    }
  }

  /** Runs the refusal, and compares what the exception says with what was on the wire. */
  void runRefusal(TpmTransport transport) throws Exception {
    try (Bench bench = new Bench(transport)) {
      TpmResponseException refused =
          assertThrows(TpmResponseException.class, () -> refusal.on(bench));
      assertEquals(
          spec.name() + ": " + code + (subject.isEmpty() ? "" : " on " + subject),
          refused.command()
              + ": "
              + refused.name()
              + refused.subject().map(about -> " on " + about).orElse(""),
          refused.getMessage());
      assertTrue(bench.wire().hasSeen(spec.code(), refused.code()), () -> bench.wire().toString());
    }
  }

  @Override
  public String toString() {
    return spec.name();
  }
}
