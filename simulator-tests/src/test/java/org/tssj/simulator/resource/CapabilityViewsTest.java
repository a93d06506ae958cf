package org.tssj.simulator.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.asymmetric.Encapsulate;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.hierarchy.SetPrimaryPolicy;
import org.tssj.tpm20.command.symmetric.EncryptDecrypt2;
import org.tssj.tpm20.resource.Capabilities;
import org.tssj.tpm20.structure.algorithm.AlgorithmAttributes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.capability.PcrPropertyTag;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.handle.HandleType;
import org.tssj.tpm20.structure.object.RsaParms;

/** What libtpms 0.9.2 says of itself; as tpm2_getcap prints it. */
@SoftwareTpm
class CapabilityViewsTest {

  @Test
  void commandsAlgorithmsAndCurvesAreAnsweredFor(Tpm20 tpm) throws IOException {
    Capabilities can = Capabilities.of(tpm);
    assertTrue(can.supports(CommandCode.ENCRYPT_DECRYPT2));
    assertTrue(can.supports(EncryptDecrypt2.SPEC));
    assertFalse(can.supports(Encapsulate.SPEC));
    assertTrue(can.supports(AlgorithmId.SHA384));
    assertFalse(can.supports(AlgorithmId.SM3_256));
    assertTrue(can.supports(EccCurve.NIST_P256));
    assertFalse(can.supports(EccCurve.CURVE_448));
    assertTrue(can.commands().get(CommandCode.FLUSH_CONTEXT).handles() == 0);
    assertTrue(can.algorithms().get(AlgorithmId.SHA256).has(AlgorithmAttributes.HASH));
  }

  @Test
  void keysOfASizeItDoesNotHaveAreNotSupported(Tpm20 tpm) throws IOException {
    Capabilities can = Capabilities.of(tpm);
    assertTrue(can.supports(new RsaParms(SymDef.NULL, Scheme.NULL, 2048, 0)));
    assertFalse(can.supports(new RsaParms(SymDef.NULL, Scheme.NULL, 1536, 0)));
  }

  @Test
  void propertiesAreFoundByName(Tpm20 tpm) throws IOException {
    Capabilities can = Capabilities.of(tpm);
    assertEquals("IBM", can.manufacturer());
    assertEquals("1.64", can.revision());
    assertEquals(OptionalLong.of(4096), can.property(PropertyTag.MAX_COMMAND_SIZE));
    assertEquals(OptionalLong.of(1024), can.property(PropertyTag.NV_BUFFER_MAX));
    assertEquals(OptionalLong.empty(), can.property(PropertyTag.ML_PARAMETER_SETS));
    assertTrue(
        can.fixedProperties().keySet().stream().allMatch(tag -> tag.value() < 0x200),
        () -> "fixed");
    assertTrue(
        can.variableProperties().keySet().stream().allMatch(tag -> tag.value() >= 0x200),
        () -> "variable");
  }

  @Test
  void stateIsAskedEachTime(Tpm20 tpm) throws IOException {
    Capabilities can = Capabilities.of(tpm);
    assertFalse(can.permanent().ownerAuthSet());
    assertTrue(can.startupClear().shEnable());
    tpm.execute(new HierarchyChangeAuth(Handle.OWNER, AuthValue.utf8("owner")));
    assertTrue(can.permanent().ownerAuthSet());
  }

  @Test
  void whatNeverChangesIsAskedOnce(TpmTransport transport) throws IOException {
    List<Integer> asked = new ArrayList<>();
    Capabilities can =
        Capabilities.of(
            Tpm20.over(
                new Listener(transport, each -> asked.add(ByteBuffer.wrap(each).getInt(10)))));
    assertTrue(can.supports(AlgorithmId.RSA));
    assertTrue(can.supports(AlgorithmId.ECC));
    assertEquals(List.of(0), asked);
  }

  @Test
  void pcrsPoliciesHandlesAndAudit(Tpm20 tpm) throws IOException {
    Capabilities can = Capabilities.of(tpm);
    assertEquals(4, can.pcrBanks().size());
    assertEquals(List.of(16, 23), can.pcrProperties().get(PcrPropertyTag.RESET_L0).indices());
    assertEquals(Set.of(CommandCode.PP_COMMANDS), can.presenceCommands());
    assertEquals(Set.of(CommandCode.SET_COMMAND_CODE_AUDIT_STATUS), can.auditCommands());
    Bytes policy = Bytes.hex("ab".repeat(32));
    tpm.execute(new SetPrimaryPolicy(Handle.OWNER, policy, AlgorithmId.SHA256));
    assertEquals(HashValue.of(Bank.SHA256, policy), can.policies().get(Handle.OWNER));
    assertEquals(List.of(), can.handles(HandleType.TRANSIENT));
  }
}
