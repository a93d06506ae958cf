package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.command.Bench.PASSWORD;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.audit.SetCommandCodeAuditStatus;
import org.tssj.tpm20.command.management.PpCommands;
import org.tssj.tpm20.command.management.SetAlgorithmSet;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;

/** Command audit and the platform's management (Part 3, 21 and 26). */
final class ManagementCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  SetCommandCodeAuditStatus.SPEC,
                  on -> {
                    on.execute(audit(Handle.OWNER, AlgorithmId.NULL, CommandCode.GET_RANDOM));
                    CapabilityData.AuditCommands audited =
                        (CapabilityData.AuditCommands)
                            on.tpm().capabilities(Capability.AUDIT_COMMANDS, 0).get(0);
                    assertTrue(audited.commands().contains(CommandCode.GET_RANDOM));
                  })
              // Another algorithm and a list in one command would audit by neither.
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (auditAlg)",
                  on ->
                      on.execute(
                          audit(Handle.OWNER, AlgorithmId.SHA384, CommandCode.GET_RANDOM))),
          succeeds(
                  PpCommands.SPEC,
                  // Only where somebody is there.
                  on -> {
                    on.execute(
                        new PpCommands(Handle.PLATFORM, List.of(CommandCode.CLEAR), List.of()));
                    assertEquals(
                        List.of(
                            new CapabilityData.PpCommands(
                                List.of(CommandCode.CLEAR, CommandCode.PP_COMMANDS))),
                        on.tpm().capabilities(Capability.PP_COMMANDS, 0));
                  })
              .isRefused(
                  "TPM_RC_PP",
                  "session 1",
                  on ->
                      on.execute(
                          new PpCommands(
                              Handle.PLATFORM, List.of(CommandCode.CLEAR), List.of()))),
          succeeds(
                  SetAlgorithmSet.SPEC,
                  on -> on.execute(new SetAlgorithmSet(Handle.PLATFORM, 0)))
              .isRefused(
                  "TPM_RC_BAD_AUTH",
                  "session 1",
                  on ->
                      on.execute(
                          new SetAlgorithmSet(Handle.PLATFORM, 0),
                          Authorization.password(PASSWORD))));

  private ManagementCases() {}

  private static SetCommandCodeAuditStatus audit(
      Handle by, AlgorithmId hash, CommandCode command) {
    return new SetCommandCodeAuditStatus(by, hash, List.of(command), List.of());
  }
}
