package org.tssj.simulator.command;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;

/** All cases, and which software TPM has the command. */
final class EveryCommand {

  /** Rooms in the order of Part 3. */
  static final List<CommandCase> CASES =
      Stream.of(
              LifeCases.ALL,
              SessionCases.ALL,
              ObjectCases.ALL,
              DuplicationCases.ALL,
              AsymmetricCases.ALL,
              SymmetricCases.ALL,
              SequenceCases.ALL,
              AttestationCases.ALL,
              SigningCases.ALL,
              PcrCases.ALL,
              PolicyCases.ALL,
              HierarchyCases.ALL,
              ManagementCases.ALL,
              ContextCases.ALL,
              CapabilityCases.ALL,
              NvCases.ALL,
              NewerCases.ALL)
          .flatMap(List::stream)
          .toList();

  static final Set<String> NOT_IN_LIBTPMS = Set.of("TPM2_ECC_Encrypt", "TPM2_ECC_Decrypt", "TPM2_NV_DefineSpace2","TPM2_NV_ReadPublic2","TPM2_PolicyCapability","TPM2_PolicyParameters","TPM2_ACT_SetTimeout","TPM2_Vendor_TCG_Test");

  private EveryCommand() {}

  /** The cases of commands that a TPM lists. */
  static List<CommandCase> implementedBy(Set<Integer> commands) {
    return CASES.stream().filter(one -> commands.contains(one.spec().code())).toList();
  }

  /** The codes of the commands that a TPM implements: it is asked. */
  static Set<Integer> commandsOf(Tpm20 tpm) throws IOException {
    Set<Integer> codes = new TreeSet<>();
    for (CapabilityData data : tpm.capabilities(Capability.COMMANDS, 0)) {
      ((CapabilityData.Commands) data)
          .commands()
          .forEach(each -> codes.add(each.command().value()));
    }
    return codes;
  }
}
