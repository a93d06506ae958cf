package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.tpm20.command.capability.GetCapability;
import org.tssj.tpm20.command.capability.TestParms;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.capability.TaggedProperty;
import org.tssj.tpm20.structure.object.RsaParms;

/** What a TPM can do (Part 3, 30). */
final class CapabilityCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  GetCapability.SPEC,
                  on -> {
                    GetCapability.Response answer =
                        on.execute(new GetCapability(Capability.TPM_PROPERTIES, 0x100, 1));
                    assertTrue(answer.moreData());
                    assertEquals(
                        new CapabilityData.TpmProperties(
                            List.of(
                                new TaggedProperty(PropertyTag.FAMILY_INDICATOR, 0x322e_3000L))),
                        answer.capabilityData());
                  })
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (capability)",
                  on -> on.execute(new GetCapability(new Capability(0x7777), 0, 1))),
          succeeds(
                  TestParms.SPEC,
                  on ->
                      on.execute(
                          new TestParms(new RsaParms(SymDef.NULL, Scheme.NULL, 2048, 0))))
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (parameters)",
                  on ->
                      on.execute(
                          new TestParms(new RsaParms(SymDef.NULL, Scheme.NULL, 1234, 0)))));

  private CapabilityCases() {}
}
