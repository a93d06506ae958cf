package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.command.Bench.DIGEST;
import static org.tssj.simulator.tpm12.command.Bench.NONCE;
import static org.tssj.simulator.tpm12.command.Bench.NOTHING;
import static org.tssj.simulator.tpm12.command.Bench.SECRET;
import static org.tssj.simulator.tpm12.command.Bench.owner;
import static org.tssj.simulator.tpm12.command.Bench.ownerOsap;
import static org.tssj.simulator.tpm12.command.Bench.random;
import static org.tssj.simulator.tpm12.command.Bench.root;
import static org.tssj.simulator.tpm12.command.Bench.secret;
import static org.tssj.simulator.tpm12.command.Bench.wrong;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.tpm12.command.endorsement.CreateEndorsementKeyPair;
import org.tssj.tpm12.command.endorsement.CreateRevocableEk;
import org.tssj.tpm12.command.endorsement.DisablePubekRead;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.endorsement.OwnerReadPubek;
import org.tssj.tpm12.command.endorsement.ReadPubek;
import org.tssj.tpm12.command.endorsement.RevokeTrust;
import org.tssj.tpm12.command.identity.ActivateIdentity;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.integrity.PcrReset;
import org.tssj.tpm12.command.integrity.Quote;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.command.ownership.OwnerClear;
import org.tssj.tpm12.identity.IdentityRequest;
import org.tssj.tpm12.identity.PrivacyCa;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.structure.attest.QuoteInfo;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.identity.IdentityProof;
import org.tssj.tpm12.structure.identity.IdentityReq;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/** Endorsement, identities and PCRs (Part 3, 14 to 16 and 27). */
final class IdentityCases {

  private static final Bytes LABEL = Bytes.utf8("our machine");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  CreateEndorsementKeyPair.SPEC,
                  on -> {
                    on.asItCameOutOfTheBox();
                    CreateEndorsementKeyPair.Response made =
                        on.execute(new CreateEndorsementKeyPair(NONCE, KeyParms.storage()));
                    assertEquals(
                        Bank.SHA1.hash(PubKey.CODEC.encode(made.pubEndorsementKey()), NONCE),
                        made.checksum());
                  })
              .isRefused(
                  "TPM_DISABLED_CMD",
                  on -> on.execute(new CreateEndorsementKeyPair(NONCE, KeyParms.storage()))),
          succeeds(CreateRevocableEk.SPEC, on -> revocable(on))
              .isRefused(
                  "TPM_DISABLED_CMD",
                  on ->
                      on.execute(new CreateRevocableEk(NONCE, KeyParms.storage(), false, SECRET))),
          succeeds(
                  RevokeTrust.SPEC,
                  on -> {
                    revocable(on);
                    on.execute(new RevokeTrust(SECRET));
                  })
              .isRefused(
                  "TPM_PERMANENTEK",
                  on -> {
                    on.presence();
                    on.execute(new RevokeTrust(SECRET));
                  }),
          succeeds(
                  ReadPubek.SPEC,
                  on -> {
                    on.execute(new OwnerClear(), owner());
                    on.tpm().enable();
                    assertEquals(
                        on.endorsementKey(), on.execute(new ReadPubek(NONCE)).pubEndorsementKey());
                  })
              .isRefused("TPM_DISABLED_CMD", on -> on.execute(new ReadPubek(NONCE))),
          succeeds(
                  OwnerReadPubek.SPEC,
                  on ->
                      assertEquals(
                          on.endorsementKey(),
                          on.execute(new OwnerReadPubek(), owner()).pubEndorsementKey()))
              .isRefused("TPM_AUTHFAIL", on -> on.execute(new OwnerReadPubek(), wrong())),
          succeeds(DisablePubekRead.SPEC, on -> on.execute(new DisablePubekRead(), owner()))
              .isRefused("TPM_AUTHFAIL", on -> on.execute(new DisablePubekRead(), wrong())),
          succeeds(
                  OwnerReadInternalPub.SPEC,
                  on ->
                      assertEquals(
                          on.endorsementKey(),
                          on.execute(new OwnerReadInternalPub(Handle.EK), owner()).publicPortion()))
              .isRefused(
                  "TPM_BAD_PARAMETER",
                  on -> on.execute(new OwnerReadInternalPub(NOTHING), owner())),
          succeeds(
                  MakeIdentity.SPEC,
                  on -> {
                    PrivacyCa ca = privacyCa(on);
                    MakeIdentity.Response made = identity(on, ca);
                    IdentityProof proof =
                        IdentityRequest.proof(
                            made.idKey().toPubKey(), LABEL, made.identityBinding(), Bytes.EMPTY);
                    assertTrue(ca.isBound(proof));
                    IdentityProof other =
                        IdentityRequest.proof(
                            made.idKey().toPubKey(),
                            Bytes.utf8("another"),
                            made.identityBinding(),
                            Bytes.EMPTY);
                    assertFalse(ca.isBound(other));
                  })
              .isRefused(
                  "TPM_INVALID_KEYUSAGE",
                  on ->
                      on.execute(
                          new MakeIdentity(SECRET, DIGEST, KeyTemplates.signing(2048)),
                          root(),
                          ownerOsap())),
          succeeds(
                  ActivateIdentity.SPEC,
                  on -> {
                    PrivacyCa ca = privacyCa(on);
                    MakeIdentity.Response made = identity(on, ca);
                    Bytes credential = Bytes.utf8("the endorsement key's certificate");
                    IdentityReq request =
                        IdentityRequest.to(
                            ca.publicKey(),
                            IdentityRequest.proof(
                                made.idKey().toPubKey(), LABEL, made.identityBinding(), credential),
                            random());
                    // The request goes to the CA as octets.
                    IdentityProof proof =
                        ca.open(IdentityReq.CODEC.decode(IdentityReq.CODEC.encode(request)));
                    assertEquals(credential, proof.endorsementCredential());
                    Bytes certificate = Bytes.utf8("the identity's certificate");
                    Handle identity = on.load(made.idKey());
                    for (PrivacyCa.Answer answer :
                        List.of(
                            ca.answer(proof, on.endorsementKey(), certificate),
                            ca.answer(
                                proof, on.endorsementKey(), certificate, PcrInfoShort.NONE))) {
                      SymmetricKey key =
                          on.execute(new ActivateIdentity(identity, answer.asymBlob()), owner())
                              .symmetricKey();
                      assertEquals(certificate, IdentityRequest.certificate(key, answer));
                    }
                  })
              .isRefused(
                  "TPM_BAD_PARAMETER",
                  on -> {
                    // An answer to another identity.
                    PrivacyCa ca = privacyCa(on);
                    MakeIdentity.Response made = identity(on, ca);
                    IdentityProof proof =
                        IdentityRequest.proof(
                            made.idKey().toPubKey(), LABEL, made.identityBinding(), Bytes.EMPTY);
                    on.execute(
                        new ActivateIdentity(
                            on.identityHandle(),
                            ca.answer(proof, on.endorsementKey(), LABEL).asymBlob()),
                        owner());
                  }),
          succeeds(
                  Extend.SPEC,
                  on ->
                      assertEquals(
                          Bank.SHA1.hash(Bytes.zeros(20), DIGEST),
                          on.execute(new Extend(10, DIGEST)).outDigest()))
              .isRefused("TPM_BADINDEX", on -> on.execute(new Extend(1000, DIGEST))),
          succeeds(
                  PcrRead.SPEC,
                  on -> assertEquals(Bytes.zeros(20), on.execute(new PcrRead(10)).outDigest()))
              .isRefused("TPM_BADINDEX", on -> on.execute(new PcrRead(1000))),
          succeeds(
                  Quote.SPEC,
                  on -> {
                    Quote.Response quote =
                        on.execute(new Quote(on.identityHandle(), NONCE, PcrBitmap.of(10)));
                    assertTrue(
                        on.identity()
                            .toPubKey()
                            .hasSigned(
                                QuoteInfo.CODEC.encode(QuoteInfo.of(quote.pcrData(), NONCE)),
                                quote.sig()));
                  })
              .isRefused(
                  "TPM_INAPPROPRIATE_SIG",
                  on ->
                      on.execute(new Quote(on.storageHandle(), NONCE, PcrBitmap.of(10)), secret())),
          succeeds(
                  Quote2.SPEC,
                  on -> {
                    Quote2.Response quote =
                        on.execute(new Quote2(on.identityHandle(), NONCE, PcrBitmap.of(10), true));
                    Bytes signed =
                        QuoteInfo2.CODEC
                            .encode(new QuoteInfo2(NONCE, quote.pcrData()))
                            .concat(CapVersionInfo.CODEC.encode(quote.versionInfo().orElseThrow()));
                    assertTrue(on.identity().toPubKey().hasSigned(signed, quote.sig()));
                  })
              .isRefused(
                  "TPM_INAPPROPRIATE_SIG",
                  on ->
                      on.execute(
                          new Quote2(on.storageHandle(), NONCE, PcrBitmap.of(10), true), secret())),
          succeeds(
                  PcrReset.SPEC,
                  on -> {
                    on.execute(new Extend(16, DIGEST));
                    on.execute(new PcrReset(PcrBitmap.of(16)));
                    assertEquals(Bytes.zeros(20), on.execute(new PcrRead(16)).outDigest());
                  })
              .isRefused("TPM_NOTRESETABLE", on -> on.execute(new PcrReset(PcrBitmap.of(10)))));

  /** Makes an endorsement key that can be revoked. */
  private static void revocable(Bench on) throws Exception {
    on.asItCameOutOfTheBox();
    on.execute(new CreateRevocableEk(NONCE, KeyParms.storage(), false, SECRET));
    on.presence();
  }

  private static PrivacyCa privacyCa(Bench on) {
    return new PrivacyCa(on.softwareThatEncrypts(), on.software().getPrivate(), random());
  }

  private static MakeIdentity.Response identity(Bench on, PrivacyCa ca) throws Exception {
    return on.execute(
        new MakeIdentity(
            SECRET, IdentityRequest.labelDigest(LABEL, ca.publicKey()), KeyTemplates.identity()),
        root(),
        ownerOsap());
  }

  private IdentityCases() {}
}
