package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Commands;
import org.tssj.tpm20.command.vendor.VendorTcgTest;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.CommandAttributes;

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

  /** Commands with a case that libtpms 0.9.2 does not implement, as Debian 12 has it. */
  private static final Set<String> NOT_IN_LIBTPMS =
      Set.of(
          "TPM2_ECC_Encrypt",
          "TPM2_ECC_Decrypt",
          "TPM2_NV_DefineSpace2",
          "TPM2_NV_ReadPublic2",
          "TPM2_PolicyCapability",
          "TPM2_PolicyParameters",
          "TPM2_ACT_SetTimeout",
          "TPM2_Vendor_TCG_Test");

  private EveryCommand() {}

  /** Whether libtpms 0.9.2 implements it; that this is so is tested there. */
  static boolean isInLibtpms(CommandCase one) {
    return !NOT_IN_LIBTPMS.contains(one.spec().name());
  }

  /** The cases of the commands that this TPM implements: it is asked. */
  static List<CommandCase> implementedBy(Tpm20 tpm) throws IOException {
    Set<Integer> codes = codesOf(tpm);
    return CASES.stream().filter(one -> codes.contains(one.spec().code())).toList();
  }

  /** The commands that a TPM lists and no case is for, and the other way round where it shall. */
  static void requireAll(Tpm20 tpm, Predicate<CommandCase> expected) throws IOException {
    Set<Integer> codes = codesOf(tpm);
    assertEquals(
        List.of(),
        CASES.stream()
            .filter(expected)
            .filter(one -> !codes.contains(one.spec().code()))
            .toList(),
        "listed here, not by the TPM");
    CASES.forEach(one -> codes.remove(one.spec().code()));
    assertEquals(Set.of(), codes, "listed by the TPM, without a case here");
  }

  /** The codes of the commands that a TPM implements, without those of its vendor. */
  private static Set<Integer> codesOf(Tpm20 tpm) throws IOException {
    Set<Integer> codes = new TreeSet<>();
    for (CapabilityData data : tpm.capabilities(Capability.COMMANDS, 0)) {
      for (CommandAttributes each : ((CapabilityData.Commands) data).commands()) {
        if (!each.vendor() || each.command().value() == VendorTcgTest.SPEC.code()) {
          codes.add(each.command().value());
        }
      }
    }
    return codes;
  }
}
