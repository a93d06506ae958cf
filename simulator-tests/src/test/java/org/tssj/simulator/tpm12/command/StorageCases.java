package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.command.Bench.DIGEST;
import static org.tssj.simulator.tpm12.command.Bench.NONCE;
import static org.tssj.simulator.tpm12.command.Bench.NOTHING;
import static org.tssj.simulator.tpm12.command.Bench.SECRET;
import static org.tssj.simulator.tpm12.command.Bench.WELL_KNOWN;
import static org.tssj.simulator.tpm12.command.Bench.WRONG;
import static org.tssj.simulator.tpm12.command.Bench.owner;
import static org.tssj.simulator.tpm12.command.Bench.ownerOsap;
import static org.tssj.simulator.tpm12.command.Bench.root;
import static org.tssj.simulator.tpm12.command.Bench.rootOsap;
import static org.tssj.simulator.tpm12.command.Bench.secret;
import static org.tssj.simulator.tpm12.command.Bench.wrong;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Hmac;
import org.tssj.tpm12.command.auth.ChangeAuth;
import org.tssj.tpm12.command.auth.ChangeAuthAsymFinish;
import org.tssj.tpm12.command.auth.ChangeAuthAsymStart;
import org.tssj.tpm12.command.auth.ChangeAuthOwner;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.storage.CreateWrapKey;
import org.tssj.tpm12.command.storage.GetPubKey;
import org.tssj.tpm12.command.storage.LoadKey;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.command.storage.Seal;
import org.tssj.tpm12.command.storage.Sealx;
import org.tssj.tpm12.command.storage.UnBind;
import org.tssj.tpm12.command.storage.Unseal;
import org.tssj.tpm12.key.Binding;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.attest.CertifyInfo;
import org.tssj.tpm12.structure.auth.ChangeAuthValidate;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.RsaKeyParms;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.storage.SealedBlob;
import org.tssj.tpm12.structure.storage.StoredData12;

/** Keys and data below the storage root key (Part 3, 10, 17 and 27.8). */
final class StorageCases {

  private static final AuthValue DATA = AuthValue.utf8("what is sealed");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(Seal.SPEC, on -> seal(on))
              .isRefused(
                  "TPM_INVALID_KEYUSAGE",
                  on ->
                      on.execute(
                          new Seal(on.signingHandle(), SECRET, Optional.empty(), DATA),
                          Authorization.osap(on.signingHandle(), SECRET))),
          succeeds(
                  Unseal.SPEC,
                  on ->
                      assertEquals(
                          DATA,
                          on.execute(new Unseal(Handle.SRK, seal(on)), root(), secret()).secret()))
              .isRefused(
                  "TPM_AUTH2FAIL",
                  on -> on.execute(new Unseal(Handle.SRK, seal(on)), root(), wrong())),
          succeeds(
                  UnBind.SPEC,
                  on -> {
                    TpmKey key = on.create(KeyTemplates.binding(1024));
                    Bytes bound = Binding.encrypt(key.toPubKey(), key.keyUsage(), DATA);
                    assertEquals(
                        DATA, on.execute(new UnBind(on.load(key), bound), secret()).outData());
                  })
              .isRefused(
                  "TPM_DECRYPT_ERROR",
                  on ->
                      on.execute(
                          new UnBind(
                              on.load(on.create(KeyTemplates.binding(1024))), Bytes.zeros(128)),
                          secret())),
          succeeds(
                  CreateWrapKey.SPEC,
                  on -> assertEquals(64, on.create(KeyTemplates.signing(512)).pubKey().length()))
              .isRefused(
                  "TPM_INVALID_KEYUSAGE",
                  on ->
                      on.execute(
                          new CreateWrapKey(
                              on.signingHandle(), SECRET, SECRET, KeyTemplates.signing(512)),
                          Authorization.osap(on.signingHandle(), SECRET))),
          succeeds(LoadKey2.SPEC, on -> on.load(on.signing()))
              .isRefused(
                  "TPM_DECRYPT_ERROR",
                  on -> on.execute(new LoadKey2(on.storageHandle(), on.signing()), secret())),
          succeeds(LoadKey.SPEC, on -> on.execute(new LoadKey(Handle.SRK, on.signing()), root()))
              .isRefused(
                  "TPM_AUTHFAIL", on -> on.execute(new LoadKey(Handle.SRK, on.signing()), wrong())),
          succeeds(
                  GetPubKey.SPEC,
                  on ->
                      assertEquals(
                          on.signing().toPubKey(),
                          on.execute(new GetPubKey(on.signingHandle()), secret()).pubKey()))
              .isRefused(
                  "TPM_INVALID_KEYHANDLE", on -> on.execute(new GetPubKey(NOTHING), secret())),
          succeeds(
                  Sealx.SPEC,
                  on -> {
                    for (EntityType scheme :
                        List.of(EntityType.KEYHANDLE, EntityType.KEYHANDLE.withAes128Ctr())) {
                      Authorization session =
                          Authorization.osap(scheme, Handle.SRK.value(), WELL_KNOWN);
                      StoredData12 sealed =
                          on.execute(new Sealx(Handle.SRK, SECRET, Optional.empty(), DATA), session)
                              .sealedData();
                      assertEquals(
                          DATA,
                          on.execute(new Unseal(Handle.SRK, sealed), session, secret()).secret());
                    }
                  })
              .isRefused(
                  "TPM_BAD_PARAMETER",
                  on ->
                      on.execute(
                          new Sealx(Handle.SRK, SECRET, Optional.empty(), AuthValue.EMPTY),
                          rootOsap())),
          succeeds(
                  ChangeAuth.SPEC,
                  on -> {
                    AuthValue newer = Secret.ofPassword("newer");
                    Bytes changed =
                        on.execute(
                                new ChangeAuth(
                                    Handle.SRK,
                                    ProtocolId.ADCP,
                                    newer,
                                    EntityType.KEY,
                                    on.signing().encData()),
                                rootOsap(),
                                secret())
                            .outData();
                    Handle key = on.load(((Key) on.signing()).withEncData(changed));
                    on.execute(new Sign(key, DIGEST), Authorization.oiap(newer));
                  })
              .isRefused(
                  "TPM_AUTH2FAIL",
                  on ->
                      on.execute(
                          new ChangeAuth(
                              Handle.SRK,
                              ProtocolId.ADCP,
                              SECRET,
                              EntityType.KEY,
                              on.signing().encData()),
                          rootOsap(),
                          wrong())),
          succeeds(
                  ChangeAuthOwner.SPEC,
                  on -> {
                    on.execute(
                        new ChangeAuthOwner(ProtocolId.ADCP, SECRET, EntityType.OWNER),
                        ownerOsap());
                    on.execute(new OwnerReadInternalPub(Handle.SRK), secret());
                  })
              .isRefused(
                  "TPM_WRONG_ENTITYTYPE",
                  on ->
                      on.execute(
                          new ChangeAuthOwner(ProtocolId.ADCP, SECRET, EntityType.KEY),
                          ownerOsap())),
          succeeds(ChangeAuthAsymStart.SPEC, on -> start(on))
              .isRefused(
                  "TPM_BAD_KEY_PROPERTY",
                  on ->
                      on.execute(
                          new ChangeAuthAsymStart(
                              on.identityHandle(), NONCE, KeyParms.signing(512)))),
          succeeds(
                  ChangeAuthAsymFinish.SPEC,
                  on -> {
                    AuthValue newer = Secret.ofPassword("newer");
                    ChangeAuthAsymFinish.Response finished = finish(on, newer, SECRET);
                    assertEquals(
                        Hmac.keyed(Bank.SHA1, newer)
                            .update(finished.saltNonce())
                            .update(NONCE)
                            .finish(),
                        finished.changeProof());
                    Handle key = on.load(((Key) on.signing()).withEncData(finished.outData()));
                    on.execute(new Sign(key, DIGEST), Authorization.oiap(newer));
                  })
              .isRefused("TPM_AUTHFAIL", on -> finish(on, SECRET, WRONG)));

  private static SealedBlob seal(Bench on) throws Exception {
    return on.execute(new Seal(Handle.SRK, SECRET, Optional.empty(), DATA), rootOsap())
        .sealedData();
  }

  private static ChangeAuthAsymStart.Response start(Bench on) throws Exception {
    KeyParms temporary =
        new KeyParms(EncScheme.RSAESOAEP_SHA1_MGF1, SigScheme.NONE, RsaKeyParms.ofBits(1024));
    return on.execute(new ChangeAuthAsymStart(on.identityHandle(), NONCE, temporary));
  }

  /**
   * Changes the signing key's secret so that whoever knows the parent's does not learn it. For the
   * storage root key, the owner authorises it.
   */
  private static ChangeAuthAsymFinish.Response finish(Bench on, AuthValue newer, AuthValue older)
      throws Exception {
    ChangeAuthAsymStart.Response started = start(on);
    assertTrue(
        on.identity()
            .toPubKey()
            .hasSigned(CertifyInfo.CODEC.encode(started.certifyInfo()), started.sig()));
    Bytes validate = ChangeAuthValidate.CODEC.encode(new ChangeAuthValidate(newer, NONCE));
    Bytes link = newer.use(octets -> Hmac.keyed(Bank.SHA1, older).update(octets).finish());
    return on.execute(
        new ChangeAuthAsymFinish(
            Handle.SRK,
            started.ephHandle(),
            EntityType.KEY,
            link,
            started.tempKey().toPubKey().encrypt(AuthValue.wrap(validate.toArray())),
            on.signing().encData()),
        owner());
  }

  private StorageCases() {}
}
