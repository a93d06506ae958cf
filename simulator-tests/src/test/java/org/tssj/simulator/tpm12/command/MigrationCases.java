package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.command.Bench.DIGEST;
import static org.tssj.simulator.tpm12.command.Bench.NONCE;
import static org.tssj.simulator.tpm12.command.Bench.SECRET;
import static org.tssj.simulator.tpm12.command.Bench.owner;
import static org.tssj.simulator.tpm12.command.Bench.random;
import static org.tssj.simulator.tpm12.command.Bench.root;
import static org.tssj.simulator.tpm12.command.Bench.rootOsap;
import static org.tssj.simulator.tpm12.command.Bench.secret;
import static org.tssj.simulator.tpm12.command.Bench.wrong;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.migration.AuthorizeMigrationKey;
import org.tssj.tpm12.command.migration.CmkApproveMa;
import org.tssj.tpm12.command.migration.CmkConvertMigration;
import org.tssj.tpm12.command.migration.CmkCreateBlob;
import org.tssj.tpm12.command.migration.CmkCreateKey;
import org.tssj.tpm12.command.migration.CmkCreateTicket;
import org.tssj.tpm12.command.migration.CmkSetRestrictions;
import org.tssj.tpm12.command.migration.ConvertMigrationBlob;
import org.tssj.tpm12.command.migration.CreateMigrationBlob;
import org.tssj.tpm12.command.migration.MigrateKey;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.migration.MigratingKey;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.Key12;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.StoreAsymkey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.migration.CmkAuth;
import org.tssj.tpm12.structure.migration.CmkDelegate;
import org.tssj.tpm12.structure.migration.MigrateScheme;
import org.tssj.tpm12.structure.migration.MigrationKeyAuth;
import org.tssj.tpm12.structure.migration.MsaComposite;

/** Moving keys (Part 3, 11). */
final class MigrationCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  CreateMigrationBlob.SPEC,
                  on -> {
                    TpmKey key = migratable(on);
                    CreateMigrationBlob.Response blob =
                        migrate(
                            on, key, MigrateScheme.MIGRATE, on.softwareThatEncrypts(), secret());
                    StoreAsymkey inside =
                        new MigratingKey(blob.random(), blob.outData())
                            .open(on.software().getPrivate());
                    assertEquals(SECRET, inside.usageAuth());
                    assertEquals(SECRET, inside.migrationAuth());
                    RSAPrivateCrtKey opened = MigratingKey.toRsaPrivateKey(key, inside);
                    Signature signer = Signature.getInstance("SHA1withRSA");
                    signer.initSign(opened);
                    signer.update(NONCE.toArray());
                    assertTrue(key.toPubKey().hasSigned(NONCE, Bytes.wrap(signer.sign())));
                  })
              .isRefused(
                  "TPM_AUTH2FAIL",
                  on ->
                      migrate(
                          on,
                          migratable(on),
                          MigrateScheme.MIGRATE,
                          on.softwareThatEncrypts(),
                          wrong())),
          succeeds(
                  ConvertMigrationBlob.SPEC,
                  on -> {
                    TpmKey key = migratable(on);
                    CreateMigrationBlob.Response away =
                        migrate(
                            on, key, MigrateScheme.MIGRATE, on.softwareThatEncrypts(), secret());
                    StoreAsymkey inside =
                        new MigratingKey(away.random(), away.outData())
                            .open(on.software().getPrivate());
                    MigratingKey back = MigratingKey.of(inside, on.storage().toPubKey(), random());
                    Bytes converted =
                        on.execute(
                                new ConvertMigrationBlob(
                                    on.storageHandle(), back.outData(), back.random()),
                                secret())
                            .outData();
                    Handle handle =
                        on.execute(
                                new LoadKey2(
                                    on.storageHandle(), ((Key) key).withEncData(converted)),
                                secret())
                            .keyHandle();
                    Bytes signature = on.execute(new Sign(handle, DIGEST), secret()).sig();
                    assertEquals(128, signature.length());
                  })
              .isRefused(
                  "TPM_BAD_PARAMETER",
                  on ->
                      on.execute(
                          new ConvertMigrationBlob(
                              on.storageHandle(),
                              on.storage().toPubKey().encrypt(AuthValue.zeros(198)),
                              AuthValue.zeros(3)),
                          secret())),
          succeeds(
                  AuthorizeMigrationKey.SPEC,
                  on -> authorize(on, MigrateScheme.REWRAP, on.softwareThatEncrypts()))
              .isRefused(
                  "TPM_INAPPROPRIATE_ENC",
                  on -> authorize(on, MigrateScheme.REWRAP, on.softwareThatSigns())),
          succeeds(
                  MigrateKey.SPEC,
                  on -> {
                    TpmKey authority = on.create(authority());
                    TpmKey key = migratable(on);
                    CreateMigrationBlob.Response away =
                        migrate(on, key, MigrateScheme.MIGRATE, authority.toPubKey(), secret());
                    Bytes further =
                        on.execute(
                                new MigrateKey(
                                    on.load(authority), on.softwareThatEncrypts(), away.outData()),
                                secret())
                            .outData();
                    assertEquals(
                        SECRET,
                        new MigratingKey(away.random(), further)
                            .open(on.software().getPrivate())
                            .usageAuth());
                  })
              .isRefused(
                  "TPM_INVALID_KEYUSAGE",
                  on ->
                      on.execute(
                          new MigrateKey(
                              on.storageHandle(), on.softwareThatEncrypts(), Bytes.zeros(256)),
                          secret())),
          succeeds(
                  CmkSetRestrictions.SPEC,
                  on -> on.execute(new CmkSetRestrictions(CmkDelegate.SIGNING), owner()))
              .isRefused(
                  "TPM_AUTHFAIL",
                  on -> on.execute(new CmkSetRestrictions(CmkDelegate.SIGNING), wrong())),
          succeeds(CmkApproveMa.SPEC, on -> approve(on))
              .isRefused("TPM_AUTHFAIL", on -> on.execute(new CmkApproveMa(DIGEST), wrong())),
          succeeds(CmkCreateKey.SPEC, on -> restricted(on))
              .isRefused(
                  "TPM_MA_AUTHORITY",
                  on ->
                      on.execute(
                          new CmkCreateKey(
                              Handle.SRK,
                              SECRET,
                              restrictedTemplate(),
                              DIGEST,
                              authorities(on).digest()),
                          rootOsap())),
          succeeds(CmkCreateTicket.SPEC, on -> ticket(on, DIGEST))
              .isRefused(
                  "TPM_BAD_SIGNATURE",
                  on ->
                      on.execute(
                          new CmkCreateTicket(on.softwareThatSigns(), DIGEST, Bytes.zeros(256)),
                          owner())),
          succeeds(
                  CmkCreateBlob.SPEC,
                  on -> {
                    TpmKey key = restricted(on);
                    CmkCreateBlob.Response away =
                        send(on, key, on.storage().toPubKey(), key.toPubKey().digest());
                    assertEquals(198, away.random().length());
                  })
              .isRefused(
                  "TPM_MA_AUTHORITY",
                  on -> send(on, restricted(on), on.storage().toPubKey(), DIGEST)),
          succeeds(
                  CmkConvertMigration.SPEC,
                  on -> {
                    TpmKey key = restricted(on);
                    CmkCreateBlob.Response away =
                        send(on, key, on.storage().toPubKey(), key.toPubKey().digest());
                    Key12 came = ((Key12) key).withEncData(away.outData());
                    CmkAuth restrict =
                        CmkAuth.of(on.softwareThatSigns(), on.storage().toPubKey(), key.toPubKey());
                    Bytes converted =
                        on.execute(
                                new CmkConvertMigration(
                                    on.storageHandle(),
                                    restrict,
                                    ticket(on, restrict.digest()),
                                    came,
                                    authorities(on),
                                    away.random()),
                                secret())
                            .outData();
                    Handle handle =
                        on.execute(
                                new LoadKey2(on.storageHandle(), came.withEncData(converted)),
                                secret())
                            .keyHandle();
                    on.execute(new Sign(handle, DIGEST), secret());
                  })
              .isRefused(
                  "TPM_DECRYPT_ERROR",
                  on -> {
                    TpmKey key = restricted(on);
                    CmkAuth restrict =
                        CmkAuth.of(on.softwareThatSigns(), on.storage().toPubKey(), key.toPubKey());
                    on.execute(
                        new CmkConvertMigration(
                            on.storageHandle(),
                            restrict,
                            DIGEST,
                            key,
                            authorities(on),
                            AuthValue.zeros(198)),
                        secret());
                  }));

  private static TpmKey migratable(Bench on) throws Exception {
    return on.create(KeyTemplates.signing(1024).with(KeyFlags.MIGRATABLE));
  }

  private static Key authority() {
    return Key.template(KeyUsage.MIGRATE, KeyFlags.NONE, AuthDataUsage.ALWAYS, KeyParms.storage());
  }

  private static MigrationKeyAuth authorize(Bench on, MigrateScheme scheme, PubKey destination)
      throws Exception {
    return on.execute(new AuthorizeMigrationKey(scheme, destination), owner()).outData();
  }

  private static CreateMigrationBlob.Response migrate(
      Bench on, TpmKey key, MigrateScheme scheme, PubKey destination, Authorization migration)
      throws Exception {
    return on.execute(
        new CreateMigrationBlob(
            Handle.SRK, scheme, authorize(on, scheme, destination), key.encData()),
        root(),
        migration);
  }

  /** Whoever has our software key decides where keys may go. */
  private static MsaComposite authorities(Bench on) {
    return MsaComposite.of(on.softwareThatSigns());
  }

  private static Bytes approve(Bench on) throws Exception {
    return on.execute(new CmkApproveMa(authorities(on).digest()), owner()).outData();
  }

  private static Key12 restrictedTemplate() {
    return Key12.template(
        KeyUsage.SIGNING,
        KeyFlags.MIGRATABLE.with(KeyFlags.MIGRATE_AUTHORITY),
        AuthDataUsage.ALWAYS,
        KeyParms.signing(2048));
  }

  private static TpmKey restricted(Bench on) throws Exception {
    return on.execute(
            new CmkCreateKey(
                Handle.SRK, SECRET, restrictedTemplate(), approve(on), authorities(on).digest()),
            rootOsap())
        .wrappedKey();
  }

  /** The TPM's ticket for what our software key signed. */
  private static Bytes ticket(Bench on, Bytes digest) throws Exception {
    Signature signer = Signature.getInstance("NONEwithRSA");
    signer.initSign(on.software().getPrivate());
    signer.update(Bytes.hex("3021300906052b0e03021a05000414").concat(digest).toArray());
    return on.execute(
            new CmkCreateTicket(on.softwareThatSigns(), digest, Bytes.wrap(signer.sign())), owner())
        .sigTicket();
  }

  private static CmkCreateBlob.Response send(Bench on, TpmKey key, PubKey destination, Bytes source)
      throws Exception {
    CmkAuth restrict = CmkAuth.of(on.softwareThatSigns(), destination, key.toPubKey());
    MigrationKeyAuth consent = authorize(on, MigrateScheme.RESTRICT_APPROVE, destination);
    return on.execute(
        new CmkCreateBlob(
            Handle.SRK,
            MigrateScheme.RESTRICT_APPROVE,
            consent,
            source,
            authorities(on),
            Optional.of(restrict),
            ticket(on, restrict.digest()),
            key.encData()),
        root());
  }

  private MigrationCases() {}
}
