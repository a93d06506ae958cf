package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.command.Bench.DIGEST;
import static org.tssj.simulator.command.Bench.NONCE;
import static org.tssj.simulator.command.Bench.PASSWORD;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.Commands;
import org.tssj.tpm20.command.nv.NvDefineSpace2;
import org.tssj.tpm20.command.nv.NvReadPublic2;
import org.tssj.tpm20.command.policy.PolicyCapability;
import org.tssj.tpm20.command.policy.PolicyParameters;
import org.tssj.tpm20.command.timer.ActSetTimeout;
import org.tssj.tpm20.command.vendor.VendorTcgTest;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.nv.NvPublic2;

/**
 * Commands that came after version 1.59 of the specification, timers (Part 3, 33) and the vendor's
 * own.
 */
final class NewerCases {

  private static final int INDEX = 0x0150_0000;

  /** TPM_RH_ACT_0: the first of the TPM's timers. */
  private static final Handle TIMER = Handle.of(0x4000_0110);

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  NvDefineSpace2.SPEC,
                  on -> {
                    on.execute(define());
                    assertEquals(List.of(Handle.of(INDEX)), on.tpm().handles(0x0100_0000));
                  })
              .isRefused(
                  "TPM_RC_NV_DEFINED",
                  on -> {
                    on.execute(define());
                    on.execute(define());
                  }),
          succeeds(
                  NvReadPublic2.SPEC,
                  on -> {
                    on.execute(define());
                    NvReadPublic2.Response read =
                        on.execute(new NvReadPublic2(Handle.of(INDEX)));
                    assertEquals(define().publicInfo(), read.nvPublic());
                  })
              .isRefused(
                  "TPM_RC_HANDLE",
                  "handle 1 (nvIndex)",
                  on -> on.execute(new NvReadPublic2(Handle.of(INDEX)))),
          succeeds(
                  PolicyCapability.SPEC,
                  on -> {
                    Session session = on.policySession();
                    PolicyCases.agree(on, session, family(session, Eo.EQ));
                  })
              .isRefused(
                  "TPM_RC_POLICY", on -> on.execute(family(on.policySession(), Eo.NEQ))),
          succeeds(
                  PolicyParameters.SPEC,
                  on -> {
                    Session session = on.policySession();
                    PolicyCases.agree(on, session, new PolicyParameters(session.handle(), DIGEST));
                  })
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 1 (pHash)",
                  on ->
                      on.execute(
                          new PolicyParameters(on.policySession().handle(), Bytes.zeros(20)))),
          succeeds(
                  ActSetTimeout.SPEC,
                  on -> {
                    on.execute(new ActSetTimeout(TIMER, 3600));
                    CapabilityData.Act timers =
                        (CapabilityData.Act)
                            on.tpm()
                                .capabilities(
                                    Capability.ACT, Integer.toUnsignedLong(TIMER.value()))
                                .get(0);
                    assertTrue(timers.timers().get(0).timeout() > 3000);
                    on.execute(new ActSetTimeout(TIMER, 0));
                  })
              .isRefused(
                  "TPM_RC_BAD_AUTH",
                  "session 1",
                  on ->
                      on.execute(
                          new ActSetTimeout(TIMER, 3600), Authorization.password(PASSWORD))),
          succeeds(
                  VendorTcgTest.SPEC,
                  on ->
                      assertEquals(
                          NONCE, on.execute(new VendorTcgTest(NONCE)).outputData()))
              .isRefused(
                  "TPM_RC_REFERENCE_S0",
                  "session 1",
                  on ->
                      on.execute(
                          new VendorTcgTest(NONCE), on.flushedSession().use().auditing())));

  private NewerCases() {}

  private static NvDefineSpace2 define() {
    return new NvDefineSpace2(
        Handle.OWNER,
        AuthValue.EMPTY,
        NvPublic2.of(
            new NvPublic(
                Handle.of(INDEX),
                AlgorithmId.SHA256,
                NvAttributes.OWNERWRITE.with(NvAttributes.OWNERREAD).with(NvAttributes.NO_DA),
                Bytes.EMPTY,
                8)));
  }

  /** The family indicator, a property with its tag before it, says 2.0. */
  private static PolicyCapability family(Session session, Eo operation) {
    return new PolicyCapability(
        session.handle(),
        Bytes.hex("322e3000"),
        4,
        operation,
        Capability.TPM_PROPERTIES,
        PropertyTag.FAMILY_INDICATOR.value());
  }
}
