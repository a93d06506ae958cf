package org.tssj.simulator.command;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.Tpm20;

/** Every command that the TPM inside this JVM implements. */
@SoftwareTpm
class CommandsOverLibtpmsTest {

  static List<CommandCase> cases() throws IOException {
    try (Tpm20 tpm = Tpm20.over(Transports.open("libtpms:family=2.0"))) {
      return EveryCommand.implementedBy(tpm);
    }
  }

  static List<CommandCase> casesWithoutPresence() throws IOException {
    return cases().stream().filter(one -> !one.needsPresence()).toList();
  }

  @ParameterizedTest
  @MethodSource("casesWithoutPresence")
  void isCarriedOut(CommandCase one, TpmTransport transport) throws Exception {
    one.runSuccess(transport);
  }

  @Test
  void whatNeedsPhysicalPresenceIsCarriedOutWithIt() throws Exception {
    for (CommandCase one : cases()) {
      if (one.needsPresence()) {
        try (TpmTransport transport = Transports.open("libtpms:family=2.0,presence=yes")) {
          one.runSuccess(transport);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(CommandCase one, TpmTransport transport) throws Exception {
    one.runRefusal(transport);
  }

  @Test
  void nothingThatItListsIsLeftOut(Tpm20 tpm) throws IOException {
    EveryCommand.requireAll(tpm, EveryCommand::isInLibtpms);
  }
}
