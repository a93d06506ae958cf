package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.transport.IbmServer;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.PcrPropertyTag;
import org.tssj.tpm20.structure.capability.TaggedPcrSelect;
import org.tssj.transport.mssim.MssimPlatform;

/**
 * Every command that IBM's Software TPM implements, which follows version 1.83 of the
 * specification. Each case gets a process of its own.
 */
@EnabledIfEnvironmentVariable(named = "IBM_TPM_SERVER", matches = ".+")
class CommandsOverIbmServerTest {

  private IbmServer server;
  private TpmTransport transport;

  static List<CommandCase> cases() {
    return EveryCommand.CASES;
  }

  static List<CommandCase> casesWithoutPresence() {
    return cases().stream()
        .filter(one -> !one.needsPresence() && EveryCommand.isPossibleOnIbm(one))
        .toList();
  }

  @BeforeEach
  void start() throws IOException {
    server = IbmServer.start();
    transport = Transports.open(server.connectionString());
  }

  @AfterEach
  void stop() throws IOException {
    try {
      transport.close();
    } finally {
      server.close();
    }
  }

  @ParameterizedTest
  @MethodSource("casesWithoutPresence")
  void isCarriedOut(CommandCase one) throws Exception {
    one.runSuccess(transport);
  }

  @Test
  void whatNeedsPhysicalPresenceIsCarriedOutWithIt() throws Exception {
    transport.close();
    try (MssimPlatform platform = server.platform()) {
      platform.powerOn();
      platform.nvOn();
      platform.presenceOn();
    }
    transport = Transports.open(server.connectionString() + ",power=keep");
    Tpm20.over(transport).startUp();
    for (CommandCase one : cases()) {
      if (one.needsPresence()) {
        one.runSuccess(transport);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefused(CommandCase one) throws Exception {
    one.runRefusal(transport);
  }

  @Test
  void noPcrHasAnAuthValueOrPolicyHere() throws IOException {
    for (CapabilityData data : Tpm20.over(transport).capabilities(Capability.PCR_PROPERTIES, 0)) {
      for (TaggedPcrSelect each : ((CapabilityData.PcrProperties) data).properties()) {
        assertTrue(
            !each.tag().equals(PcrPropertyTag.AUTH) && !each.tag().equals(PcrPropertyTag.POLICY)
                || each.pcrSelect().indices().isEmpty(),
            each::toString);
      }
    }
  }

  @Test
  void nothingThatItListsIsLeftOut() throws IOException {
    EveryCommand.requireAll(Tpm20.over(transport), one -> true);
  }
}
