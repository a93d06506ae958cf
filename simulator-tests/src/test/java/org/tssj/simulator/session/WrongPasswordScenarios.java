package org.tssj.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.Load;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrReset;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/**
 * What a wrong password is told, on every command that needs one: the command, which of its
 * sessions, what it means and what to do. Runs over each transport.
 */
abstract class WrongPasswordScenarios {

  private static final AuthValue RIGHT = AuthValue.utf8("right");
  private static final AuthValue WRONG = AuthValue.utf8("wrong");
  private static final Bytes DIGEST = Bank.SHA256.hash(Bytes.utf8("something"));

  /** What the commands are about. */
  private record Things(Tpm20 tpm, LoadedObject parent, LoadedObject key, Session policy)
      implements AutoCloseable {

    static Things in(TpmTransport transport) throws IOException {
      Tpm20 tpm = Tpm20.over(transport);
      LoadedObject parent = tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), RIGHT);
      LoadedObject key = tpm.createPrimary(Handle.OWNER, patient(Templates.signingKeyEcc()), RIGHT);
      for (Handle hierarchy : List.of(Handle.OWNER, Handle.ENDORSEMENT, Handle.LOCKOUT)) {
        tpm.execute(new HierarchyChangeAuth(hierarchy, RIGHT));
      }
      return new Things(tpm, parent, key, tpm.startSession().policy().start());
    }

    @Override
    public void close() {
      policy.close();
      key.close();
      parent.close();
    }
  }

  private interface CommandOn {
    Command<?> on(Things things);
  }

  private static Public patient(Public template) {
    return template.withAttributes(template.objectAttributes().with(ObjectAttributes.NO_DA));
  }

  private static Arguments command(String name, CommandOn command) {
    return Arguments.of(name, command);
  }

  static Stream<Arguments> commands() {
    Public template = Templates.signingKeyEcc();
    SensitiveCreate nothing = SensitiveCreate.EMPTY;
    return Stream.of(
        command(
            "TPM2_CreatePrimary",
            on -> new CreatePrimary(Handle.OWNER, nothing, template, Bytes.EMPTY, List.of())),
        command(
            "TPM2_HierarchyChangeAuth", on -> new HierarchyChangeAuth(Handle.ENDORSEMENT, WRONG)),
        command(
            "TPM2_EvictControl",
            on -> new EvictControl(Handle.OWNER, on.key().handle(), Handle.of(0x8101_0000))),
        command(
            "TPM2_Create",
            on -> new Create(on.parent().handle(), nothing, template, Bytes.EMPTY, List.of())),
        command(
            "TPM2_Sign",
            on ->
                new Sign(
                    on.key().handle(),
                    DIGEST,
                    Scheme.ecdsa(AlgorithmId.SHA256),
                    HashcheckTicket.NULL)),
        command(
            "TPM2_Quote",
            on ->
                new Quote(
                    on.key().handle(),
                    DIGEST,
                    Scheme.ecdsa(AlgorithmId.SHA256),
                    List.of(PcrSelection.of(Bank.SHA256, 16)))),
        command(
            "TPM2_PolicySecret",
            on ->
                new PolicySecret(
                    Handle.ENDORSEMENT,
                    on.policy().handle(),
                    Bytes.EMPTY,
                    Bytes.EMPTY,
                    Bytes.EMPTY,
                    0)),
        command("TPM2_PCR_Event", on -> new PcrEvent(Handle.pcr(16), DIGEST)),
        command(
            "TPM2_PCR_Extend",
            on ->
                new PcrExtend(Handle.pcr(16), List.of(new HashValue(AlgorithmId.SHA256, DIGEST)))),
        command("TPM2_PCR_Reset", on -> new PcrReset(Handle.pcr(16))),
        command(
            "TPM2_Load",
            on -> new Load(on.parent().handle(), Bytes.zeros(32), on.key().publicArea())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void isNamedWithTheCommandAndItsSession(String name, CommandOn command, TpmTransport transport)
      throws IOException {
    try (Things things = Things.in(transport);
        Session session = things.tpm().startSession().boundTo(Handle.OWNER, RIGHT).start()) {
      requireRefused(name, things, command, Authorization.password(WRONG));
      requireRefused(name, things, command, session.authorize(WRONG));
    }
  }

  private static void requireRefused(
      String name, Things things, CommandOn command, Authorization authorization) {
    TpmResponseException refused =
        assertThrows(
            TpmResponseException.class,
            () -> things.tpm().execute(command.on(things), authorization));
    assertEquals("TPM_RC_BAD_AUTH", refused.name(), refused.getMessage());
    assertEquals(name, refused.command());
    assertEquals(Optional.of("session 1"), refused.subject());
    assertTrue(refused.getMessage().startsWith(name + ": TPM_RC_BAD_AUTH on session 1"));
    assertTrue(refused.getMessage().contains("the authorization is wrong"), refused.getMessage());
    assertTrue(refused.advice().orElse("").contains("Check the password"), refused.getMessage());
  }

  @Test
  void countsWhereTheKeyDoesNotForgive(TpmTransport transport) throws IOException {
    Tpm20 tpm = Tpm20.over(transport);
    try (LoadedObject key = tpm.createPrimary(Handle.OWNER, Templates.signingKeyEcc(), RIGHT)) {
      TpmResponseException refused =
          assertThrows(
              TpmResponseException.class,
              () ->
                  tpm.execute(
                      new Sign(
                          key.handle(),
                          DIGEST,
                          Scheme.ecdsa(AlgorithmId.SHA256),
                          HashcheckTicket.NULL),
                      Authorization.password(WRONG)));

      assertEquals("TPM_RC_AUTH_FAIL", refused.name());
      assertTrue(
          refused.getMessage().contains("it counts as an attempt to guess"), refused.getMessage());
    }
  }

  @Test
  void locksLockoutItself(TpmTransport transport) throws IOException {
    Tpm20 tpm = Tpm20.over(transport);
    tpm.execute(new HierarchyChangeAuth(Handle.LOCKOUT, RIGHT));

    TpmResponseException first =
        assertThrows(
            TpmResponseException.class,
            () -> tpm.execute(new Clear(Handle.LOCKOUT), Authorization.password(WRONG)));
    TpmResponseException then =
        assertThrows(
            TpmResponseException.class,
            () -> tpm.execute(new Clear(Handle.LOCKOUT), Authorization.password(RIGHT)));

    assertEquals("TPM_RC_AUTH_FAIL", first.name());
    assertEquals("TPM_RC_LOCKOUT", then.name());
    assertTrue(then.advice().isPresent(), then.getMessage());
  }

  @Test
  void ofASecondSessionIsNamedToo(TpmTransport transport) throws IOException {
    Tpm20 tpm = Tpm20.over(transport);
    try (Session right = tpm.startSession().start();
        // Bound to a password that the hierarchy does not have: its key is another one here than
        // in the TPM.
        Session wrong = tpm.startSession().boundTo(Handle.OWNER, WRONG).start()) {
      TpmResponseException refused =
          assertThrows(
              TpmResponseException.class,
              () ->
                  tpm.execute(
                      new PcrEvent(Handle.pcr(16), DIGEST),
                      right.authorize(AuthValue.EMPTY),
                      wrong.use().encryptingCommand()));

      assertEquals(Optional.of("session 2"), refused.subject(), refused.getMessage());
    }
  }

  @Test
  void doesNotEndTheSession(TpmTransport transport) throws IOException {
    Tpm20 tpm = Tpm20.over(transport);
    try (Session session = tpm.startSession().start()) {
      assertThrows(
          TpmResponseException.class,
          () -> tpm.execute(new PcrReset(Handle.pcr(16)), session.authorize(WRONG)));

      tpm.execute(new PcrReset(Handle.pcr(16)), session.authorize(AuthValue.EMPTY));
    }
  }
}
