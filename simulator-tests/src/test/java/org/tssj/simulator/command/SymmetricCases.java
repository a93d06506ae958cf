package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.object.LoadExternal;
import org.tssj.tpm20.command.symmetric.EncryptDecrypt;
import org.tssj.tpm20.command.symmetric.EncryptDecrypt2;
import org.tssj.tpm20.command.symmetric.Hash;
import org.tssj.tpm20.command.symmetric.Hmac;
import org.tssj.tpm20.command.symmetric.Mac;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.template.Templates;

/** Symmetric primitives (Part 3, 15). */
final class SymmetricCases {

  private static final AuthValue PLAIN = AuthValue.utf8("a block and a bit");
  private static final Bytes IV = Bytes.hex("000102030405060708090a0b0c0d0e0f");
  private static final Bytes DATA = Bytes.utf8("data");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  EncryptDecrypt.SPEC,
                  on -> {
                    Handle key = aes(on);
                    AuthValue there =
                        on.execute(new EncryptDecrypt(key, false, AlgorithmId.CFB, IV, PLAIN))
                            .outData();
                    assertEquals(
                        PLAIN,
                        on.execute(new EncryptDecrypt(key, true, AlgorithmId.CFB, IV, there))
                            .outData());
                  })
              // The key says CFB.
              .isRefused(
                  "TPM_RC_MODE",
                  "parameter 2 (mode)",
                  on ->
                      on.execute(
                          new EncryptDecrypt(aes(on), false, AlgorithmId.CBC, IV, PLAIN))),
          succeeds(
                  EncryptDecrypt2.SPEC,
                  on -> {
                    Handle key = aes(on);
                    AuthValue there =
                        on.execute(new EncryptDecrypt2(key, PLAIN, false, AlgorithmId.CFB, IV))
                            .outData();
                    assertEquals(
                        PLAIN,
                        on.execute(new EncryptDecrypt2(key, there, true, AlgorithmId.CFB, IV))
                            .outData());
                  })
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 4 (ivIn)",
                  on ->
                      on.execute(
                          new EncryptDecrypt2(
                              aes(on), PLAIN, false, AlgorithmId.CFB, Bytes.zeros(8)))),
          succeeds(
                  Hash.SPEC,
                  on ->
                      assertEquals(
                          Bank.SHA256.hash(DATA),
                          on.execute(new Hash(DATA, AlgorithmId.SHA256, Handle.OWNER)).outHash()))
              .isRefused(
                  "TPM_RC_HASH",
                  "parameter 2 (hashAlg)",
                  on -> on.execute(new Hash(DATA, AlgorithmId.SM3_256, Handle.NULL))),
          succeeds(
                  Hmac.SPEC,
                  on ->
                      assertEquals(
                          hmac(DATA),
                          on.execute(new Hmac(hmacKey(on), DATA, AlgorithmId.NULL)).outHmac()))
              // The key says SHA-256.
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 2 (hashAlg)",
                  on -> on.execute(new Hmac(hmacKey(on), DATA, AlgorithmId.SHA1))),
          succeeds(
                  Mac.SPEC,
                  on ->
                      assertEquals(
                          hmac(DATA),
                          on.execute(new Mac(hmacKey(on), DATA, AlgorithmId.NULL)).outMac()))
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 2 (inScheme)",
                  on -> on.execute(new Mac(hmacKey(on), DATA, AlgorithmId.SHA1))));

  private SymmetricCases() {}

  private static Handle aes(Bench on) throws IOException {
    return on.primary(Templates.symmetricKey(128)).handle();
  }

  /** The key of {@link ObjectCases#hmacSecret}. */
  static Handle hmacKey(Bench on) throws IOException {
    return on.flushLater(
            on.execute(
                    new LoadExternal(
                        Optional.of(ObjectCases.hmacSecret()), ObjectCases.hmacKey(), Handle.NULL))
                .objectHandle())
        .named(ObjectCases.hmacKey().name());
  }

  /** What the JDK says. */
  static Bytes hmac(Bytes data) throws GeneralSecurityException {
    var mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("key".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    return Bytes.wrap(mac.doFinal(data.toArray()));
  }
}
