package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.duplication.Import;
import org.tssj.tpm20.command.duplication.Rewrap;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/** Duplication (Part 3, 13). */
final class DuplicationCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  Duplicate.SPEC,
                  on -> assertFalse(duplicate(on, on.storageKey()).duplicate().isEmpty()))
              // A key that must stay with its parent stays.
              .isRefused(
                  "TPM_RC_ATTRIBUTES",
                  "handle 1 (objectHandle)",
                  on -> {
                    LoadedObject parent = on.storageKey();
                    duplicate(on, on.load(parent, on.child(parent, leaving().withAttributes(Templates.signingKeyEcc().objectAttributes()), SensitiveCreate.EMPTY)), Handle.NULL);
                  }),
          succeeds(
                  Rewrap.SPEC,
                  on -> {
                    LoadedObject from = on.storageKey();
                    LoadedObject to = on.primary(Templates.storageRootKeyRsa());
                    LoadedObject key = key(on, from);
                    Duplicate.Response outside = duplicate(on, key, from.handle());
                    Rewrap.Response again =
                        on.execute(
                            new Rewrap(
                                from.handle(),
                                to.handle(),
                                outside.duplicate(),
                                key.publicArea().name(),
                                outside.outSymSeed()));
                    assertFalse(
                        on.execute(imported(to, key, again.outDuplicate(), again.outSymSeed()))
                            .outPrivate()
                            .isEmpty());
                  })
              .isRefused(
                  "TPM_RC_TYPE",
                  "handle 2 (newParent)",
                  on -> {
                    LoadedObject from = on.storageKey();
                    LoadedObject key = key(on, from);
                    Duplicate.Response outside = duplicate(on, key, from.handle());
                    on.execute(
                        new Rewrap(
                            from.handle(),
                            key.handle(),
                            outside.duplicate(),
                            key.publicArea().name(),
                            outside.outSymSeed()));
                  }),
          succeeds(
                  Import.SPEC,
                  on -> {
                    LoadedObject parent = on.storageKey();
                    LoadedObject key = key(on, parent);
                    Duplicate.Response outside = duplicate(on, key, parent.handle());
                    Bytes inside =
                        on.execute(
                                imported(parent, key, outside.duplicate(), outside.outSymSeed()))
                            .outPrivate();
                    on.keep(on.tpm().load(parent.handle(), inside, key.publicArea()));
                  })
              .isRefused(
                  "TPM_RC_INTEGRITY",
                  "parameter 3 (duplicate)",
                  on -> {
                    LoadedObject parent = on.storageKey();
                    LoadedObject key = key(on, parent);
                    Duplicate.Response outside = duplicate(on, key, parent.handle());
                    Bytes changed = Bytes.zeros(outside.duplicate().length() - 2);
                    on.execute(
                        imported(
                            parent,
                            key,
                            outside.duplicate().slice(0, 2).concat(changed),
                            outside.outSymSeed()));
                  }));

  private DuplicationCases() {}

  /** A key that its policy lets go: TPM2_PolicyCommandCode(TPM_CC_Duplicate). */
  private static Public leaving() {
    return Templates.signingKeyEcc()
        .withAttributes(
            ObjectAttributes.of(
                ObjectAttributes.SENSITIVE_DATA_ORIGIN,
                ObjectAttributes.USER_WITH_AUTH,
                ObjectAttributes.SIGN_ENCRYPT))
        .withAuthPolicy(
            Policy.EMPTY.commandCode(CommandCode.DUPLICATE).digest(Bank.SHA256));
  }

  private static LoadedObject key(Bench on, LoadedObject parent) throws IOException {
    return on.load(parent, on.child(parent, leaving(), SensitiveCreate.EMPTY));
  }

  private static Duplicate.Response duplicate(Bench on, LoadedObject parent) throws IOException {
    return duplicate(on, key(on, parent), parent.handle());
  }

  private static Duplicate.Response duplicate(Bench on, LoadedObject key, Handle newParent)
      throws IOException {
    Session session = on.policySession();
    on.execute(new PolicyCommandCode(session.handle(), CommandCode.DUPLICATE));
    return on.execute(
        new Duplicate(key.handle(), newParent, AuthValue.EMPTY, SymDef.NULL),
        session.authorize(AuthValue.EMPTY));
  }

  private static Import imported(
      LoadedObject parent, LoadedObject key, Bytes duplicate, Bytes seed) {
    return new Import(
        parent.handle(), AuthValue.EMPTY, key.publicArea(), duplicate, seed, SymDef.NULL);
  }
}
