package org.tssj.simulator.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.TpmResponseException;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.capability.GetCapability;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.capability.AlgorithmProperty;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.CommandAttributes;
import org.tssj.tpm20.structure.capability.TaggedProperty;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** TPM2_GetCapability of every kind, whole and in parts. */
@SoftwareTpm
class CapabilitiesTest {

  private static <T extends CapabilityData> T ask(
      Class<T> kind, Tpm20 tpm, Capability capability, long first) throws IOException {
    List<CapabilityData> answers = tpm.capabilities(capability, first);
    assertEquals(1, answers.size(), answers::toString);
    return kind.cast(answers.get(0));
  }

  @Test
  void algorithms(Tpm20 tpm) throws IOException {
    List<AlgorithmProperty> algorithms =
        ask(CapabilityData.Algorithms.class, tpm, Capability.ALGS, 0).algorithms();

    // TPMA_ALGORITHM: asymmetric and object for RSA, hash for SHA-256.
    assertTrue(
        algorithms.stream().anyMatch(one -> one.alg().equals(AlgorithmId.SHA256)),
        algorithms::toString);
    assertEquals(AlgorithmId.RSA, algorithms.get(0).alg());
    assertEquals(0x0009, algorithms.get(0).algProperties().bits());
  }

  @Test
  void handlesOfEachKind(Tpm20 tpm) throws IOException {
    Handle persistent = Handle.of(0x8101_0000);
    try (LoadedObject key =
            tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY);
        Session session = tpm.startSession().start()) {
      tpm.execute(new EvictControl(Handle.OWNER, key.handle(), persistent));

      assertEquals(List.of(key.handle()), handles(tpm, 0x8000_0000L));
      assertEquals(List.of(persistent), handles(tpm, 0x8100_0000L));
      assertEquals(List.of(session.handle()), handles(tpm, 0x0200_0000L));
      assertEquals(IntStream.range(0, 24).mapToObj(Handle::pcr).toList(), handles(tpm, 0));
      assertTrue(handles(tpm, 0x4000_0000L).contains(Handle.ENDORSEMENT));
      assertEquals(List.of(), handles(tpm, 0x0100_0000L));
    }
  }

  private static List<Handle> handles(Tpm20 tpm, long first) throws IOException {
    return ask(CapabilityData.Handles.class, tpm, Capability.HANDLES, first).handles();
  }

  @Test
  void commands(Tpm20 tpm) throws IOException {
    List<CommandAttributes> commands =
        ask(CapabilityData.Commands.class, tpm, Capability.COMMANDS, 0x11f).commands();

    assertEquals(totalCommands(tpm), commands.size());
    // What tpm2_getcap prints of TPM2_EvictControl: 0x04400120.
    assertEquals(0x0440_0120, commands.get(1).bits());
  }

  @Test
  void commandsThatNeedPhysicalPresenceOrAreAudited(Tpm20 tpm) throws IOException {
    // TPM2_PP_Commands itself always does.
    assertEquals(
        List.of(CommandCode.PP_COMMANDS),
        ask(CapabilityData.PpCommands.class, tpm, Capability.PP_COMMANDS, 0).commands());
    assertEquals(
        List.of(CommandCode.SET_COMMAND_CODE_AUDIT_STATUS),
        ask(CapabilityData.AuditCommands.class, tpm, Capability.AUDIT_COMMANDS, 0).commands());
  }

  @Test
  void pcrs(Tpm20 tpm) throws IOException {
    int[] all = IntStream.range(0, 24).toArray();

    assertEquals(
        List.of(
            PcrSelection.of(Bank.SHA1, all),
            PcrSelection.of(Bank.SHA256, all),
            PcrSelection.of(Bank.SHA384, all),
            PcrSelection.of(Bank.SHA512, all)),
        ask(CapabilityData.Pcrs.class, tpm, Capability.PCRS, 0).selections());
  }

  @Test
  void properties(Tpm20 tpm) throws IOException {
    List<TaggedProperty> properties =
        ask(CapabilityData.TpmProperties.class, tpm, Capability.TPM_PROPERTIES, 0x100).properties();

    // TPM_PT_FAMILY_INDICATOR "2.0", TPM_PT_MANUFACTURER "IBM".
    assertEquals(0x322e_3000L, valueOf(0x100, properties));
    assertEquals(0x4942_4d00L, valueOf(0x105, properties));
  }

  /** TPM_PT_TOTAL_COMMANDS. */
  private static long totalCommands(Tpm20 tpm) throws IOException {
    return valueOf(
        0x129,
        ask(CapabilityData.TpmProperties.class, tpm, Capability.TPM_PROPERTIES, 0x129)
            .properties());
  }

  private static long valueOf(int property, List<TaggedProperty> properties) {
    return properties.stream()
        .filter(one -> one.property().value() == property)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void propertiesOfPcrs(Tpm20 tpm) throws IOException {
    var properties =
        ask(CapabilityData.PcrProperties.class, tpm, Capability.PCR_PROPERTIES, 0).properties();

    // TPM_PT_PCR_SAVE comes first: all but the debug PCRs 16 and 23 and those of a dynamic launch.
    assertEquals(0, properties.get(0).tag().value());
    assertEquals(IntStream.range(0, 16).boxed().toList(), properties.get(0).pcrSelect().indices());
  }

  @Test
  void curves(Tpm20 tpm) throws IOException {
    assertTrue(
        ask(CapabilityData.EccCurves.class, tpm, Capability.ECC_CURVES, 0)
            .curves()
            .containsAll(List.of(EccCurve.NIST_P256, EccCurve.NIST_P384)));
  }

  @Test
  void policiesOfHierarchies(Tpm20 tpm) throws IOException {
    var policies =
        ask(CapabilityData.AuthPolicies.class, tpm, Capability.AUTH_POLICIES, 0x4000_0000L)
            .policies();

    assertTrue(
        policies.stream().anyMatch(one -> one.handle().equals(Handle.OWNER)), policies::toString);
  }

  @Test
  void aKindThatThisTpmDoesNotHaveIsRefusedAndTheParameterNamed(Tpm20 tpm) {
    TpmResponseException refused =
        assertThrows(
            TpmResponseException.class,
            () -> tpm.execute(new GetCapability(Capability.SPDM_SESSION_INFO, 0, 1)));

    assertEquals("TPM_RC_VALUE", refused.name());
    assertEquals("parameter 1 (capability)", refused.subject().orElse(""));
  }

  @Test
  void whatComesInPartsIsAskedForUntilThereIsNoMore(Tpm20 tpm) throws IOException {
    GetCapability.Response part = tpm.execute(new GetCapability(Capability.COMMANDS, 0x11f, 100));
    assertTrue(part.moreData());
    assertEquals(100, ((CapabilityData.Commands) part.capabilityData()).commands().size());

    GetCapability.Response rest =
        tpm.execute(new GetCapability(Capability.COMMANDS, part.capabilityData().last() + 1, 100));

    assertEquals(
        totalCommands(tpm),
        100 + ((CapabilityData.Commands) rest.capabilityData()).commands().size());
  }
}
