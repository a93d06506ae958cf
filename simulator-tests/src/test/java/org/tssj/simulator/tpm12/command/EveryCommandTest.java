package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.TpmResponseException;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.Commands;
import org.tssj.tpm12.command.startup.Init;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.capability.Capability;

/** Every command that the software TPM 1.2 inside this JVM implements. */
@NeedsLibrary("tpms")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCommandTest {

  /** In the order of Part 3. */
  static final List<CommandCase> CASES =
      Stream.of(
              StateCases.ALL,
              StorageCases.ALL,
              MigrationCases.ALL,
              CryptoCases.ALL,
              IdentityCases.ALL,
              SessionCases.ALL,
              DelegationCases.ALL,
              NvCases.ALL,
              ContextCases.ALL,
              DaaCases.ALL)
          .flatMap(List::stream)
          .toList();

  private Bench bench;

  static List<CommandCase> cases() {
    return CASES;
  }

  @BeforeAll
  void start() throws Exception {
    bench = new Bench();
  }

  @BeforeEach
  void reset() throws Exception {
    bench.reset();
  }

  @AfterAll
  void end() throws Exception {
    bench.reset();
    bench.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isCarriedOut(CommandCase one) throws Exception {
    one.runSuccess(bench);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(CommandCase one) throws Exception {
    one.runRefusal(bench);
  }

  /**
   * It is a signal of the hardware; libtpms lists the ordinal and takes it only in a test build.
   */
  @Test
  void initIsNoCommandThatSoftwareCanSend() {
    var refused = assertThrows(TpmResponseException.class, () -> bench.execute(new Init()));
    assertEquals(ResultCode.BAD_ORDINAL.code(), refused.code());
  }

  @Test
  void nothingThatTheTpmHasIsLeftOut() throws Exception {
    List<String> without = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (String name : Commands.names()) {
      CommandSpec<?, ?> spec = Commands.named(name).orElseThrow();
      boolean here = CASES.stream().anyMatch(one -> one.spec() == spec);
      boolean there = bench.tpm().capability(Capability.ordinal(spec.ordinal()));
      if (there && !here && spec != Init.SPEC) {
        without.add(name);
      } else if (here && !there) {
        more.add(name);
      }
    }
    assertEquals(List.of(), without, "the TPM has it, and there is no case");
    // Commands of the connection are no ordinals of the TPM's list.
    more.removeIf(name -> name.startsWith("TSC_"));
    assertEquals(List.of(), more, "there is a case, and the TPM does not have it");
    assertFalse(CASES.isEmpty());
  }
}
