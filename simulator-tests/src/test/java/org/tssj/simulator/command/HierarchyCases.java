package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.simulator.command.Bench.DIGEST;
import static org.tssj.simulator.command.Bench.PASSWORD;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.hierarchy.ChangeEps;
import org.tssj.tpm20.command.hierarchy.ChangePps;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.hierarchy.ClearControl;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.hierarchy.HierarchyControl;
import org.tssj.tpm20.command.hierarchy.SetPrimaryPolicy;
import org.tssj.tpm20.command.lockout.DictionaryAttackLockReset;
import org.tssj.tpm20.command.lockout.DictionaryAttackParameters;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/** Hierarchies and protection against guessing (Part 3, 24 and 25). */
final class HierarchyCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  CreatePrimary.SPEC,
                  on -> {
                    CreatePrimary.Response made = on.execute(primary(Handle.OWNER));
                    on.flushLater(made.objectHandle());
                    assertEquals(made.outPublic().name(), made.name());
                  })
              .isRefused(
                  "TPM_RC_HIERARCHY",
                  "handle 1 (primaryHandle)",
                  on -> {
                    on.execute(
                        new HierarchyControl(Handle.PLATFORM, Handle.ENDORSEMENT, false));
                    on.execute(primary(Handle.ENDORSEMENT));
                  }),
          succeeds(
                  HierarchyControl.SPEC,
                  on -> {
                    on.execute(new HierarchyControl(Handle.OWNER, Handle.OWNER, false));
                    on.execute(new HierarchyControl(Handle.PLATFORM, Handle.OWNER, true));
                  })
              // The owner switches off only what is the owner's.
              .isRefused(
                  "TPM_RC_AUTH_TYPE",
                  on ->
                      on.execute(new HierarchyControl(Handle.OWNER, Handle.ENDORSEMENT, false))),
          succeeds(
                  SetPrimaryPolicy.SPEC,
                  on ->
                      on.execute(new SetPrimaryPolicy(Handle.OWNER, DIGEST, AlgorithmId.SHA256)))
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 1 (authPolicy)",
                  on -> on.execute(new SetPrimaryPolicy(Handle.OWNER, DIGEST, AlgorithmId.SHA1))),
          succeeds(
                  ChangePps.SPEC,
                  on -> {
                    Public before = key(on, Handle.PLATFORM);
                    on.execute(new ChangePps(Handle.PLATFORM));
                    assertNotEquals(before, key(on, Handle.PLATFORM));
                  })
              .isRefused("TPM_RC_BAD_AUTH", "session 1", on -> on.execute(new ChangePps(Handle.PLATFORM), Authorization.password(PASSWORD))),
          succeeds(
                  ChangeEps.SPEC,
                  on -> {
                    Public before = key(on, Handle.ENDORSEMENT);
                    on.execute(new ChangeEps(Handle.PLATFORM));
                    assertNotEquals(before, key(on, Handle.ENDORSEMENT));
                  })
              .isRefused("TPM_RC_BAD_AUTH", "session 1", on -> on.execute(new ChangeEps(Handle.PLATFORM), Authorization.password(PASSWORD))),
          succeeds(
                  Clear.SPEC,
                  on -> {
                    on.execute(new HierarchyChangeAuth(Handle.OWNER, PASSWORD));
                    on.execute(new Clear(Handle.LOCKOUT));
                    // The owner's password is empty again.
                    on.storageKey();
                  })
              .isRefused(
                  "TPM_RC_DISABLED",
                  on -> {
                    on.execute(new ClearControl(Handle.LOCKOUT, true));
                    on.execute(new Clear(Handle.LOCKOUT));
                  }),
          succeeds(
                  ClearControl.SPEC,
                  on -> {
                    on.execute(new ClearControl(Handle.LOCKOUT, true));
                    on.execute(new ClearControl(Handle.PLATFORM, false));
                    on.execute(new Clear(Handle.LOCKOUT));
                  })
              // What lockout disables, only the platform enables.
              .isRefused(
                  "TPM_RC_AUTH_FAIL",
                  on -> on.execute(new ClearControl(Handle.LOCKOUT, false))),
          succeeds(
                  HierarchyChangeAuth.SPEC,
                  on -> {
                    on.execute(new HierarchyChangeAuth(Handle.OWNER, PASSWORD));
                    on.execute(
                        new HierarchyChangeAuth(Handle.OWNER, AuthValue.EMPTY),
                        Authorization.password(PASSWORD));
                  })
              // Nobody guesses the passwords of hierarchies by the dictionary: it is not counted.
              .isRefused(
                  "TPM_RC_BAD_AUTH",
                  "session 1",
                  on ->
                      on.execute(
                          new HierarchyChangeAuth(Handle.OWNER, AuthValue.EMPTY),
                          Authorization.password(PASSWORD))),
          succeeds(
                  DictionaryAttackLockReset.SPEC,
                  on -> {
                    Handle key = on.protectedKey().handle();
                    assertThrows(TpmResponseException.class, () -> on.execute(sign(key)));
                    assertEquals(1, lockoutCounter(on));
                    on.execute(new DictionaryAttackLockReset(Handle.LOCKOUT));
                    assertEquals(0, lockoutCounter(on));
                  })
              // A wrong password for lockout is one too many until the recovery time is over.
              .isRefused(
                  "TPM_RC_AUTH_FAIL",
                  "session 1",
                  on ->
                      on.execute(
                          new DictionaryAttackLockReset(Handle.LOCKOUT),
                          Authorization.password(PASSWORD))),
          succeeds(
                  DictionaryAttackParameters.SPEC,
                  on -> {
                    on.execute(new DictionaryAttackParameters(Handle.LOCKOUT, 5, 60, 0));
                    assertEquals(
                        5L,
                        on.tpm()
                            .properties(PropertyTag.MAX_AUTH_FAIL)
                            .get(PropertyTag.MAX_AUTH_FAIL));
                  })
              // After one wrong password for lockout itself, nothing is accepted for a day.
              .isRefused(
                  "TPM_RC_LOCKOUT",
                  on -> {
                    assertThrows(
                        TpmResponseException.class,
                        () ->
                            on.execute(
                                new DictionaryAttackLockReset(Handle.LOCKOUT),
                                Authorization.password(PASSWORD)));
                    on.execute(new DictionaryAttackParameters(Handle.LOCKOUT, 5, 60, 0));
                  }));

  private HierarchyCases() {}

  static CreatePrimary primary(Handle hierarchy) {
    return new CreatePrimary(
        hierarchy,
        SensitiveCreate.EMPTY,
        Templates.signingKeyEcc(),
        Bytes.EMPTY,
        List.of());
  }

  /** What the hierarchy's seed makes of a template. */
  private static Public key(Bench on, Handle hierarchy) throws IOException {
    try (LoadedObject key = on.primary(hierarchy, Templates.signingKeyEcc())) {
      return key.publicArea();
    }
  }

  private static Sign sign(Handle key) {
    return new Sign(key, DIGEST, Scheme.ecdsa(AlgorithmId.SHA256), HashcheckTicket.NULL);
  }

  private static long lockoutCounter(Bench on) throws IOException {
    return on.tpm().properties(PropertyTag.LOCKOUT_COUNTER).get(PropertyTag.LOCKOUT_COUNTER);
  }
}
