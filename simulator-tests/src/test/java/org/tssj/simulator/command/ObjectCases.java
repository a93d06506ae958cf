package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.command.Bench.PASSWORD;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.object.ActivateCredential;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.CreateLoaded;
import org.tssj.tpm20.command.object.Load;
import org.tssj.tpm20.command.object.LoadExternal;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.command.object.ObjectChangeAuth;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.Sensitive;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/** Objects (Part 3, 12). */
final class ObjectCases {

  private static final AuthValue DATA = AuthValue.utf8("sealed data");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  Create.SPEC,
                  on -> {
                    Create.Response made =
                        on.child(on.storageKey(), Templates.signingKeyEcc(), SensitiveCreate.EMPTY);
                    assertEquals(32, ((EccPoint) made.outPublic().unique()).x().length());
                  })
              // A key that the TPM makes is told no data.
              .isRefused(
                  "TPM_RC_ATTRIBUTES",
                  "parameter 2 (inPublic)",
                  on ->
                      on.child(
                          on.storageKey(),
                          Templates.signingKeyEcc(),
                          new SensitiveCreate(AuthValue.EMPTY, DATA))),
          succeeds(
                  Load.SPEC,
                  on -> {
                    LoadedObject parent = on.storageKey();
                    Create.Response made =
                        on.child(parent, Templates.signingKeyEcc(), SensitiveCreate.EMPTY);
                    Load.Response loaded =
                        on.execute(new Load(parent.handle(), made.outPrivate(), made.outPublic()));
                    on.flushLater(loaded.objectHandle());
                    assertEquals(made.outPublic().name(), loaded.name());
                  })
              .isRefused(
                  "TPM_RC_INTEGRITY",
                  "parameter 1 (inPrivate)",
                  on -> {
                    LoadedObject parent = on.storageKey();
                    Create.Response made =
                        on.child(parent, Templates.signingKeyEcc(), SensitiveCreate.EMPTY);
                    Public other = on.signingKey().publicArea();
                    on.execute(new Load(parent.handle(), made.outPrivate(), other));
                  }),
          succeeds(
                  LoadExternal.SPEC,
                  on -> {
                    Public key = on.signingKey().publicArea();
                    LoadExternal.Response loaded =
                        on.execute(new LoadExternal(Optional.empty(), key, Handle.OWNER));
                    on.flushLater(loaded.objectHandle());
                    assertEquals(key.name(), loaded.name());
                  })
              // What has a sensitive part belongs to no hierarchy.
              .isRefused(
                  "TPM_RC_HIERARCHY",
                  "parameter 3 (hierarchy)",
                  on -> on.execute(new LoadExternal(Optional.of(hmacSecret()), hmacKey(), Handle.OWNER))),
          succeeds(
                  ReadPublic.SPEC,
                  on -> {
                    LoadedObject key = on.signingKey();
                    ReadPublic.Response read = on.execute(new ReadPublic(key.handle()));
                    assertEquals(key.publicArea(), read.outPublic());
                    assertEquals(key.publicArea().name(), read.name());
                  })
              .isRefused(
                  "TPM_RC_REFERENCE_H0",
                  "handle 1 (objectHandle)",
                  on -> on.execute(new ReadPublic(Handle.of(0x8000_0000)))),
          succeeds(
                  ActivateCredential.SPEC,
                  on -> {
                    LoadedObject key = on.signingKey();
                    LoadedObject storage = on.storageKey();
                    MakeCredential.Response made = on.execute(credential(storage, key));
                    assertEquals(
                        AuthValue.utf8("credential"),
                        on.execute(
                                new ActivateCredential(
                                    key.handle(),
                                    storage.handle(),
                                    made.credentialBlob(),
                                    made.secret()))
                            .certInfo());
                  })
              // It is for one key only.
              .isRefused(
                  "TPM_RC_INTEGRITY",
                  "parameter 1 (credentialBlob)",
                  on -> {
                    LoadedObject storage = on.storageKey();
                    MakeCredential.Response made = on.execute(credential(storage, on.signingKey()));
                    on.execute(
                        new ActivateCredential(
                            on.attestationKey().handle(),
                            storage.handle(),
                            made.credentialBlob(),
                            made.secret()));
                  }),
          succeeds(
                  MakeCredential.SPEC,
                  on ->
                      assertEquals(
                          // TPM2B of the HMAC, TPM2B of the credential.
                          2 + 32 + 2 + 10,
                          on.execute(credential(on.storageKey(), on.signingKey()))
                              .credentialBlob()
                              .length()))
              .isRefused(
                  "TPM_RC_TYPE",
                  "handle 1 (handle)",
                  on -> {
                    LoadedObject signing = on.signingKey();
                    on.execute(credential(signing, signing));
                  }),
          succeeds(
                  Unseal.SPEC,
                  on ->
                      assertEquals(
                          DATA, on.execute(new Unseal(sealed(on, PASSWORD).handle()), Authorization.password(PASSWORD)).outData()))
              .isRefused(
                  "TPM_RC_AUTH_FAIL",
                  "session 1",
                  on -> on.execute(new Unseal(sealed(on, PASSWORD).handle()))),
          succeeds(
                  ObjectChangeAuth.SPEC,
                  on -> {
                    LoadedObject parent = on.storageKey();
                    LoadedObject sealed = sealed(on, parent, PASSWORD);
                    Bytes changed =
                        on.execute(
                                new ObjectChangeAuth(
                                    sealed.handle(), parent.handle(), AuthValue.EMPTY),
                                Authorization.password(PASSWORD))
                            .outPrivate();
                    LoadedObject again =
                        on.keep(on.tpm().load(parent.handle(), changed, sealed.publicArea()));
                    assertEquals(DATA, on.execute(new Unseal(again.handle())).outData());
                  })
              .isRefused(
                  "TPM_RC_TYPE",
                  "handle 2 (parentHandle)",
                  on -> {
                    LoadedObject sealed = sealed(on, AuthValue.EMPTY);
                    on.execute(
                        new ObjectChangeAuth(
                            sealed.handle(), on.primary(Templates.storageRootKeyRsa()).handle(), PASSWORD));
                  }),
          succeeds(
                  CreateLoaded.SPEC,
                  on -> {
                    CreateLoaded.Response made =
                        on.execute(loaded(on.storageKey(), Templates.signingKeyEcc()));
                    on.flushLater(made.objectHandle());
                    assertEquals(made.outPublic().name(), made.name());
                  })
              .isRefused(
                  "TPM_RC_TYPE",
                  "handle 1 (parentHandle)",
                  on -> on.execute(loaded(on.signingKey(), Templates.signingKeyEcc()))));

  private ObjectCases() {}

  private static MakeCredential credential(LoadedObject storage, LoadedObject of) {
    return new MakeCredential(
        storage.handle(), AuthValue.utf8("credential"), of.publicArea().name());
  }

  private static LoadedObject sealed(Bench on, AuthValue password) throws IOException {
    return sealed(on, on.storageKey(), password);
  }

  private static LoadedObject sealed(Bench on, LoadedObject parent, AuthValue password)
      throws IOException {
    return on.load(
        parent, on.child(parent, Templates.sealedData(), new SensitiveCreate(password, DATA)));
  }

  private static CreateLoaded loaded(LoadedObject parent, Public template) {
    return new CreateLoaded(parent.handle(), SensitiveCreate.EMPTY, Public.CODEC.encode(template));
  }

  /** The sensitive area of an HMAC key. */
  static Sensitive hmacSecret() {
    return new Sensitive(
        AlgorithmId.KEYEDHASH, AuthValue.EMPTY, AuthValue.zeros(32), AuthValue.utf8("key"));
  }

  /** Its public area: the digest of seed and key says that they belong together. */
  static Public hmacKey() {
    Public template = Templates.hmacKey(AlgorithmId.SHA256);
    return template
        .withAttributes(
            ObjectAttributes.of(ObjectAttributes.USER_WITH_AUTH, ObjectAttributes.SIGN_ENCRYPT))
        .withUnique(
            new PublicId.Digest(
                AlgorithmId.KEYEDHASH,
                Bank.SHA256.hash(Bytes.zeros(32), Bytes.utf8("key"))));
  }
}
