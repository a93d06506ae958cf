package org.tssj.simulator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.session.SessionUse;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/**
 * Every kind of session that can authorise an object, with a key from everywhere it can come from,
 * encrypting in every way and direction. Once a library of others broke exactly one of these: a
 * policy session without salt that encrypts.
 */
abstract class MatrixScenarios {

  private static final AuthValue OWNER_AUTH = AuthValue.utf8("owner's password");
  private static final AuthValue PARENT_AUTH = AuthValue.utf8("parent's password");
  private static final AuthValue CHILD_AUTH = AuthValue.utf8("child's password");

  /** What the parent is authorised by. */
  enum Kind {
    /** Its password. */
    HMAC,
    /** A policy that asks for nothing secret: its HMAC is empty if the session has no key. */
    POLICY,
    /** A policy that asks for its password. */
    POLICY_AUTH_VALUE;

    Policy policy() {
      return this == POLICY
          ? Policy.EMPTY.commandCode(CommandCode.CREATE)
          : Policy.EMPTY.authValue();
    }
  }

  /** Which parameters travel encrypted. */
  enum Direction {
    NONE,
    COMMAND,
    RESPONSE,
    BOTH
  }

  static Stream<Arguments> combinations() {
    List<Arguments> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (Way.KeySource key : Way.KeySource.values()) {
        for (Way.CipherKind cipher : Way.CipherKind.values()) {
          for (Direction direction : Direction.values()) {
            all.add(arguments(kind, new Way(key, cipher, Bank.SHA256), direction));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void createsUnderAParent(Kind kind, Way way, Direction direction, TpmTransport transport)
      throws Exception {
    Wiretap wire = new Wiretap(transport);
    Tpm20 tpm = Tpm20.over(wire);
    tpm.execute(new HierarchyChangeAuth(Handle.OWNER, OWNER_AUTH));
    try (LoadedObject parent =
            tpm.createPrimary(
                Handle.OWNER, parent(kind), PARENT_AUTH, Authorization.password(OWNER_AUTH));
        Session session = way.start(tpm, OWNER_AUTH, kind != Kind.HMAC)) {
      // Twice: the nonces roll, and a policy begins anew.
      for (int time = 0; time < 2; time++) {
        Create create =
            new Create(
                parent.handle(),
                SensitiveCreate.withAuth(CHILD_AUTH),
                Templates.hmacKey(AlgorithmId.SHA256),
                Bytes.EMPTY,
                List.of());
        if (kind != Kind.HMAC) {
          kind.policy().satisfy(tpm, session, PolicyAnswers.NONE, create);
        }
        Create.Response made =
            tpm.execute(create, directed(session.authorize(PARENT_AUTH), direction));

        boolean commandHidden = direction == Direction.COMMAND || direction == Direction.BOTH;
        boolean responseHidden = direction == Direction.RESPONSE || direction == Direction.BOTH;
        assertFalse(contains(wire.command(), PARENT_AUTH), "the parent's password was sent");
        assertEquals(!commandHidden, contains(wire.command(), CHILD_AUTH), "child's password");
        assertEquals(
            !responseHidden,
            wire.response().toHex().contains(made.outPrivate().toHex()),
            "private area");
      }
    }
  }

  private static Public parent(Kind kind) {
    Public template = Templates.storageRootKeyEcc();
    return kind == Kind.HMAC
        ? template
        : template
            .withAttributes(template.objectAttributes().without(ObjectAttributes.USER_WITH_AUTH))
            .withAuthPolicy(kind.policy().digest(Bank.SHA256));
  }

  private static SessionUse directed(SessionUse use, Direction direction) {
    return switch (direction) {
      case NONE -> use;
      case COMMAND -> use.encryptingCommand();
      case RESPONSE -> use.encryptingResponse();
      case BOTH -> use.encryptingCommand().encryptingResponse();
    };
  }

  private static boolean contains(Bytes whole, AuthValue secret) {
    return whole.toHex().contains(Bytes.of(secret.toArray()).toHex());
  }
}
