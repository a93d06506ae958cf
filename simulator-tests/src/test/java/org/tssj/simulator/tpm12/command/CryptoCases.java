package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.command.Bench.DIGEST;
import static org.tssj.simulator.tpm12.command.Bench.NONCE;
import static org.tssj.simulator.tpm12.command.Bench.secret;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.crypto.CertifyKey;
import org.tssj.tpm12.command.crypto.CertifyKey2;
import org.tssj.tpm12.command.crypto.GetRandom;
import org.tssj.tpm12.command.crypto.Sha1Complete;
import org.tssj.tpm12.command.crypto.Sha1CompleteExtend;
import org.tssj.tpm12.command.crypto.Sha1Start;
import org.tssj.tpm12.command.crypto.Sha1Update;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.crypto.StirRandom;
import org.tssj.tpm12.command.ticks.GetTicks;
import org.tssj.tpm12.command.ticks.TickStampBlob;
import org.tssj.tpm12.structure.attest.CertifyInfo2;
import org.tssj.tpm12.structure.attest.KeyCertification;
import org.tssj.tpm12.structure.attest.SignInfo;

/** Hashing, random numbers, signatures and certified keys (Part 3, 13 and 23). */
final class CryptoCases {

  private static final Bytes MESSAGE = Bytes.utf8("abc");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  Sha1Start.SPEC, on -> assertTrue(on.execute(new Sha1Start()).maxNumBytes() >= 64))
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new Sha1Start());
                  }),
          succeeds(
                  Sha1Update.SPEC,
                  on -> {
                    on.execute(new Sha1Start());
                    on.execute(new Sha1Update(Bytes.zeros(64)));
                    assertEquals(
                        Bank.SHA1.hash(Bytes.zeros(64), MESSAGE),
                        on.execute(new Sha1Complete(MESSAGE)).hashValue());
                  })
              .isRefused("TPM_SHA_THREAD", on -> on.execute(new Sha1Update(Bytes.zeros(64)))),
          succeeds(
                  Sha1Complete.SPEC,
                  on -> {
                    on.execute(new Sha1Start());
                    assertEquals(DIGEST, on.execute(new Sha1Complete(MESSAGE)).hashValue());
                  })
              .isRefused("TPM_SHA_THREAD", on -> on.execute(new Sha1Complete(MESSAGE))),
          succeeds(
                  Sha1CompleteExtend.SPEC,
                  on -> {
                    on.execute(new Sha1Start());
                    Sha1CompleteExtend.Response extended =
                        on.execute(new Sha1CompleteExtend(10, MESSAGE));
                    assertEquals(DIGEST, extended.hashValue());
                    assertEquals(Bank.SHA1.hash(Bytes.zeros(20), DIGEST), extended.outDigest());
                  })
              .isRefused(
                  "TPM_BADINDEX",
                  on -> {
                    on.execute(new Sha1Start());
                    on.execute(new Sha1CompleteExtend(1000, MESSAGE));
                  }),
          succeeds(
                  Sign.SPEC,
                  on ->
                      assertTrue(
                          on.signing()
                              .toPubKey()
                              .hasSigned(
                                  MESSAGE,
                                  on.execute(new Sign(on.signingHandle(), DIGEST), secret())
                                      .sig())))
              .isRefused(
                  "TPM_INVALID_KEYUSAGE",
                  on -> on.execute(new Sign(on.storageHandle(), DIGEST), secret())),
          succeeds(
                  GetRandom.SPEC,
                  on -> assertEquals(16, on.execute(new GetRandom(16)).randomBytes().length()))
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new GetRandom(16));
                  }),
          succeeds(StirRandom.SPEC, on -> on.execute(new StirRandom(MESSAGE)))
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new StirRandom(MESSAGE));
                  }),
          succeeds(
                  CertifyKey.SPEC,
                  on -> {
                    CertifyKey.Response certified =
                        on.execute(
                            new CertifyKey(on.identityHandle(), on.signingHandle(), NONCE),
                            secret());
                    assertTrue(
                        on.identity()
                            .toPubKey()
                            .hasSigned(
                                KeyCertification.CODEC.encode(certified.certifyInfo()),
                                certified.outData()));
                    assertEquals(
                        Bank.SHA1.hash(on.signing().pubKey()),
                        certified.certifyInfo().pubkeyDigest());
                    assertEquals(NONCE, certified.certifyInfo().data());
                  })
              .isRefused(
                  "TPM_BAD_KEY_PROPERTY",
                  on ->
                      on.execute(
                          new CertifyKey(on.storageHandle(), on.signingHandle(), NONCE),
                          secret(),
                          secret())),
          succeeds(
                  CertifyKey2.SPEC,
                  on -> {
                    CertifyKey2.Response certified =
                        on.execute(
                            new CertifyKey2(
                                on.signingHandle(), on.identityHandle(), Bytes.zeros(20), NONCE),
                            secret(),
                            secret());
                    assertTrue(
                        on.identity()
                            .toPubKey()
                            .hasSigned(
                                CertifyInfo2.CODEC.encode(certified.certifyInfo()),
                                certified.outData()));
                    assertEquals(
                        Bank.SHA1.hash(on.signing().pubKey()),
                        certified.certifyInfo().pubkeyDigest());
                    assertEquals(NONCE, certified.certifyInfo().data());
                  })
              .isRefused(
                  "TPM_BAD_KEY_PROPERTY",
                  on ->
                      on.execute(
                          new CertifyKey2(
                              on.signingHandle(), on.storageHandle(), Bytes.zeros(20), NONCE),
                          secret(),
                          secret())),
          succeeds(
                  GetTicks.SPEC,
                  on -> assertTrue(on.execute(new GetTicks()).currentTime().tickRate() > 0))
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new GetTicks());
                  }),
          succeeds(
                  TickStampBlob.SPEC,
                  on -> {
                    TickStampBlob.Response stamp =
                        on.execute(new TickStampBlob(on.signingHandle(), NONCE, DIGEST), secret());
                    SignInfo signed = SignInfo.tickStamp(NONCE, DIGEST, stamp.currentTicks());
                    assertTrue(signed.isSignedBy(on.signing().toPubKey(), stamp.sig()));
                    SignInfo other = SignInfo.tickStamp(NONCE, NONCE, stamp.currentTicks());
                    assertFalse(other.isSignedBy(on.signing().toPubKey(), stamp.sig()));
                  })
              .isRefused(
                  "TPM_INVALID_KEYUSAGE",
                  on ->
                      on.execute(new TickStampBlob(on.storageHandle(), NONCE, DIGEST), secret())));

  private CryptoCases() {}
}
