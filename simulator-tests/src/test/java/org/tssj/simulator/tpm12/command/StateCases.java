package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.command.Bench.NONCE;
import static org.tssj.simulator.tpm12.command.Bench.OWNER;
import static org.tssj.simulator.tpm12.command.Bench.SECRET;
import static org.tssj.simulator.tpm12.command.Bench.WELL_KNOWN;
import static org.tssj.simulator.tpm12.command.Bench.owner;
import static org.tssj.simulator.tpm12.command.Bench.wrong;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm12.command.admin.ResetLockValue;
import org.tssj.tpm12.command.audit.GetAuditDigest;
import org.tssj.tpm12.command.audit.GetAuditDigestSigned;
import org.tssj.tpm12.command.audit.SetOrdinalAuditStatus;
import org.tssj.tpm12.command.capability.GetCapability;
import org.tssj.tpm12.command.capability.GetCapabilityOwner;
import org.tssj.tpm12.command.capability.SetCapability;
import org.tssj.tpm12.command.crypto.GetRandom;
import org.tssj.tpm12.command.optin.OwnerSetDisable;
import org.tssj.tpm12.command.optin.PhysicalDisable;
import org.tssj.tpm12.command.optin.PhysicalEnable;
import org.tssj.tpm12.command.optin.PhysicalSetDeactivated;
import org.tssj.tpm12.command.optin.SetOperatorAuth;
import org.tssj.tpm12.command.optin.SetOwnerInstall;
import org.tssj.tpm12.command.optin.SetTempDeactivated;
import org.tssj.tpm12.command.ownership.DisableForceClear;
import org.tssj.tpm12.command.ownership.DisableOwnerClear;
import org.tssj.tpm12.command.ownership.ForceClear;
import org.tssj.tpm12.command.ownership.OwnerClear;
import org.tssj.tpm12.command.ownership.PhysicalPresence;
import org.tssj.tpm12.command.ownership.ResetEstablishmentBit;
import org.tssj.tpm12.command.ownership.TakeOwnership;
import org.tssj.tpm12.command.startup.SaveState;
import org.tssj.tpm12.command.startup.Startup;
import org.tssj.tpm12.command.testing.ContinueSelfTest;
import org.tssj.tpm12.command.testing.GetTestResult;
import org.tssj.tpm12.command.testing.SelfTestFull;
import org.tssj.tpm12.structure.attest.SignInfo;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.capability.CapabilityArea;
import org.tssj.tpm12.structure.capability.SetArea;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.PresenceFlags;
import org.tssj.tpm12.structure.state.StartupType;

/** Startup, tests, opt-in, ownership, capabilities, audit and administration (Part 3, 3 to 9). */
final class StateCases {

  private static final int GET_RANDOM = GetRandom.SPEC.ordinal();

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  Startup.SPEC,
                  on -> {
                    on.powerCycle();
                    on.execute(new Startup(StartupType.CLEAR));
                  })
              .isRefused("TPM_INVALID_POSTINIT", on -> on.execute(new Startup(StartupType.CLEAR))),
          succeeds(
                  SaveState.SPEC,
                  on -> {
                    on.execute(new SaveState());
                    on.powerCycle();
                    on.execute(new Startup(StartupType.STATE));
                  })
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new SaveState());
                  }),
          succeeds(SelfTestFull.SPEC, on -> on.execute(new SelfTestFull()))
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new SelfTestFull());
                  }),
          succeeds(ContinueSelfTest.SPEC, on -> on.execute(new ContinueSelfTest()))
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new ContinueSelfTest());
                  }),
          succeeds(
                  GetTestResult.SPEC,
                  on -> assertFalse(on.execute(new GetTestResult()).outData().isEmpty()))
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new GetTestResult());
                  }),
          succeeds(
                  SetOwnerInstall.SPEC,
                  on -> {
                    on.execute(new OwnerClear(), owner());
                    on.tpm().enable();
                    on.powerCycle();
                    on.tpm().startUp();
                    on.presence();
                    on.execute(new SetOwnerInstall(false));
                    assertFalse(flag(on, PermanentFlag.OWNERSHIP));
                  })
              .isRefused(
                  "TPM_BAD_PRESENCE",
                  on -> {
                    on.asItCameOutOfTheBox();
                    on.execute(new SetOwnerInstall(false));
                  }),
          succeeds(
                  OwnerSetDisable.SPEC,
                  on -> {
                    on.execute(new OwnerSetDisable(true), owner());
                    assertTrue(flag(on, PermanentFlag.DISABLE));
                  })
              .isRefused("TPM_AUTHFAIL", on -> on.execute(new OwnerSetDisable(true), wrong())),
          succeeds(
                  PhysicalEnable.SPEC,
                  on -> {
                    on.presence();
                    on.execute(new PhysicalDisable());
                    on.execute(new PhysicalEnable());
                    assertFalse(flag(on, PermanentFlag.DISABLE));
                  })
              .isRefused("TPM_BAD_PRESENCE", on -> on.execute(new PhysicalEnable())),
          succeeds(
                  PhysicalDisable.SPEC,
                  on -> {
                    on.presence();
                    on.execute(new PhysicalDisable());
                    assertTrue(flag(on, PermanentFlag.DISABLE));
                  })
              .isRefused("TPM_BAD_PRESENCE", on -> on.execute(new PhysicalDisable())),
          succeeds(
                  PhysicalSetDeactivated.SPEC,
                  on -> {
                    on.presence();
                    on.execute(new PhysicalSetDeactivated(true));
                    assertTrue(flag(on, PermanentFlag.DEACTIVATED));
                  })
              .isRefused("TPM_BAD_PRESENCE", on -> on.execute(new PhysicalSetDeactivated(true))),
          succeeds(
                  SetTempDeactivated.SPEC,
                  on -> {
                    on.presence();
                    on.execute(new SetOperatorAuth(SECRET));
                    on.execute(new PhysicalPresence(PresenceFlags.NOTPRESENT));
                    on.execute(new SetTempDeactivated(), Bench.secret());
                  })
              .isRefused(
                  "TPM_NOOPERATOR", on -> on.execute(new SetTempDeactivated(), Bench.secret())),
          succeeds(
                  SetOperatorAuth.SPEC,
                  on -> {
                    on.presence();
                    on.execute(new SetOperatorAuth(SECRET));
                    assertTrue(flag(on, PermanentFlag.OPERATOR));
                  })
              .isRefused("TPM_BAD_PRESENCE", on -> on.execute(new SetOperatorAuth(SECRET))),
          succeeds(
                  TakeOwnership.SPEC,
                  on -> {
                    on.execute(new OwnerClear(), owner());
                    on.tpm().enable();
                    on.powerCycle();
                    on.tpm().startUp();
                    on.tpm().ownership().take(OWNER, WELL_KNOWN);
                  })
              .isRefused(
                  "TPM_OWNER_SET",
                  on ->
                      on.execute(
                          new TakeOwnership(
                              ProtocolId.OWNER,
                              on.endorsementKey().encrypt(OWNER),
                              on.endorsementKey().encrypt(WELL_KNOWN),
                              on.storage()),
                          owner())),
          succeeds(
                  OwnerClear.SPEC,
                  on -> {
                    on.execute(new OwnerClear(), owner());
                    assertFalse(on.tpm().ownership().isTaken());
                  })
              .isRefused("TPM_AUTHFAIL", on -> on.execute(new OwnerClear(), wrong())),
          succeeds(
                  ForceClear.SPEC,
                  on -> {
                    on.presence();
                    on.execute(new ForceClear());
                    assertFalse(on.tpm().ownership().isTaken());
                  })
              .isRefused("TPM_BAD_PRESENCE", on -> on.execute(new ForceClear())),
          succeeds(
                  DisableOwnerClear.SPEC,
                  on -> {
                    on.execute(new DisableOwnerClear(), owner());
                    assertTrue(flag(on, PermanentFlag.DISABLE_OWNER_CLEAR));
                  })
              .isRefused("TPM_AUTHFAIL", on -> on.execute(new DisableOwnerClear(), wrong())),
          succeeds(DisableForceClear.SPEC, on -> on.execute(new DisableForceClear()))
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new DisableForceClear());
                  }),
          succeeds(
                  PhysicalPresence.SPEC,
                  on -> on.execute(new PhysicalPresence(PresenceFlags.CMD_ENABLE)))
              .isRefused(
                  "TPM_BAD_PARAMETER",
                  on ->
                      on.execute(
                          new PhysicalPresence(
                              PresenceFlags.CMD_ENABLE.with(PresenceFlags.CMD_DISABLE)))),
          succeeds(
                  ResetEstablishmentBit.SPEC,
                  on -> {
                    on.locality(3);
                    on.execute(new ResetEstablishmentBit());
                    assertFalse(flag(on, PermanentFlag.TPM_ESTABLISHED));
                  })
              .isRefused("TPM_BAD_LOCALITY", on -> on.execute(new ResetEstablishmentBit())),
          succeeds(GetCapability.SPEC, on -> assertTrue(on.tpm().capability(Capability.OWNER)))
              .isRefused(
                  "TPM_BAD_MODE",
                  on -> on.execute(new GetCapability(new CapabilityArea(0x99), Bytes.EMPTY))),
          succeeds(
                  SetCapability.SPEC,
                  on -> {
                    on.execute(
                        new SetCapability(
                            SetArea.PERM_FLAGS, Codecs.U32.encode(4L), Bytes.hex("00")),
                        owner());
                    assertFalse(flag(on, PermanentFlag.READ_PUBEK));
                  })
              .isRefused(
                  "TPM_BAD_MODE",
                  on ->
                      on.execute(
                          new SetCapability(
                              new SetArea(0x99), Codecs.U32.encode(4L), Bytes.hex("00")),
                          owner())),
          succeeds(
                  GetCapabilityOwner.SPEC,
                  on ->
                      assertEquals(
                          1, on.execute(new GetCapabilityOwner(), owner()).version().major()))
              .isRefused("TPM_AUTHFAIL", on -> on.execute(new GetCapabilityOwner(), wrong())),
          succeeds(
                  GetAuditDigest.SPEC,
                  on -> {
                    audit(on, GET_RANDOM);
                    GetAuditDigest.Response audited = on.execute(new GetAuditDigest(0));
                    assertTrue(audited.ordList().contains((long) GET_RANDOM));
                    on.execute(new GetRandom(4));
                    assertFalse(
                        on.execute(new GetAuditDigest(0))
                            .auditDigest()
                            .equals(audited.auditDigest()));
                  })
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new GetAuditDigest(0));
                  }),
          succeeds(
                  GetAuditDigestSigned.SPEC,
                  on -> {
                    audit(on, GET_RANDOM);
                    on.execute(new GetRandom(4));
                    GetAuditDigestSigned.Response signed =
                        on.execute(new GetAuditDigestSigned(on.identityHandle(), false, NONCE));
                    SignInfo info =
                        SignInfo.auditDigest(
                            NONCE,
                            signed.auditDigest(),
                            signed.counterValue(),
                            signed.ordinalDigest());
                    assertTrue(info.isSignedBy(on.identity().toPubKey(), signed.sig()));
                    Bytes ordinals = Bytes.EMPTY;
                    for (long each : on.execute(new GetAuditDigest(0)).ordList()) {
                      ordinals = ordinals.concat(Codecs.U32.encode(each));
                    }
                    assertEquals(Bank.SHA1.hash(ordinals), signed.ordinalDigest());
                  })
              .isRefused(
                  "TPM_INVALID_KEYUSAGE",
                  on ->
                      on.execute(
                          new GetAuditDigestSigned(on.signingHandle(), true, NONCE),
                          Bench.secret())),
          succeeds(SetOrdinalAuditStatus.SPEC, on -> audit(on, GET_RANDOM))
              .isRefused(
                  "TPM_BAD_PARAMETER",
                  on -> on.execute(new SetOrdinalAuditStatus(0xfff, true), owner())),
          succeeds(ResetLockValue.SPEC, on -> on.execute(new ResetLockValue(), owner()))
              .isRefused("TPM_AUTHFAIL", on -> on.execute(new ResetLockValue(), wrong())));

  private StateCases() {}

  private static boolean flag(Bench on, PermanentFlag flag) throws Exception {
    return on.tpm().capability(Capability.PERMANENT_FLAGS).has(flag);
  }

  private static void audit(Bench on, int ordinal) throws Exception {
    on.execute(new SetOrdinalAuditStatus(ordinal, true), owner());
  }
}
