package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.Tpm20;

/** Every command that the TPM inside this JVM implements. */
@SoftwareTpm
class CommandsOverLibtpmsTest {

  static List<CommandCase> cases() {
    return EveryCommand.CASES.stream().filter(one -> !EveryCommand.NOT_IN_LIBTPMS.contains(one.spec().name())).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isCarriedOut(CommandCase one, TpmTransport transport) throws Exception {
    one.runSuccess(transport);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(CommandCase one, TpmTransport transport) throws Exception {
    one.runRefusal(transport);
  }

  @Test
  void nothingThatItListsIsLeftOut(Tpm20 tpm) throws IOException {
    Set<Integer> left = EveryCommand.commandsOf(tpm);
    cases().forEach(one -> left.remove(one.spec().code()));
    assertEquals(Set.of(), left);
  }
}
