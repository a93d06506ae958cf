package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.asymmetric.EccDecrypt;
import org.tssj.tpm20.command.asymmetric.EccEncrypt;
import org.tssj.tpm20.command.asymmetric.EccParameters;
import org.tssj.tpm20.command.asymmetric.EcdhKeyGen;
import org.tssj.tpm20.command.asymmetric.EcdhZGen;
import org.tssj.tpm20.command.asymmetric.RsaDecrypt;
import org.tssj.tpm20.command.asymmetric.RsaEncrypt;
import org.tssj.tpm20.command.asymmetric.ZGen2Phase;
import org.tssj.tpm20.command.ephemeral.EcEphemeral;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.template.Templates;

/** Asymmetric primitives (Part 3, 14). */
final class AsymmetricCases {

  private static final AuthValue MESSAGE = AuthValue.utf8("a message");

  private static final Scheme OAEP = Scheme.oaep(AlgorithmId.SHA256);
  private static final Scheme KDF2 = new Scheme.Hashed(AlgorithmId.KDF2, AlgorithmId.SHA256);

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  RsaEncrypt.SPEC,
                  on ->
                      assertEquals(
                          256,
                          on.execute(new RsaEncrypt(rsa(on).handle(), MESSAGE, OAEP, Bytes.EMPTY))
                              .outData()
                              .length()))
              .isRefused(
                  "TPM_RC_KEY",
                  "handle 1 (keyHandle)",
                  on ->
                      on.execute(
                          new RsaEncrypt(on.signingKey().handle(), MESSAGE, OAEP, Bytes.EMPTY))),
          succeeds(
                  RsaDecrypt.SPEC,
                  on -> {
                    LoadedObject key = rsa(on);
                    Bytes encrypted =
                        on.execute(new RsaEncrypt(key.handle(), MESSAGE, OAEP, Bytes.EMPTY))
                            .outData();
                    assertEquals(
                        MESSAGE,
                        on.execute(new RsaDecrypt(key.handle(), encrypted, OAEP, Bytes.EMPTY))
                            .message());
                  })
              // As long as the modulus.
              .isRefused(
                  "TPM_RC_SIZE",
                  on ->
                      on.execute(
                          new RsaDecrypt(rsa(on).handle(), Bytes.zeros(10), OAEP, Bytes.EMPTY))),
          succeeds(
                  EcdhKeyGen.SPEC,
                  on -> {
                    LoadedObject key = ecdh(on);
                    EcdhKeyGen.Response made = on.execute(new EcdhKeyGen(key.handle()));
                    assertEquals(
                        made.zPoint(),
                        on.execute(new EcdhZGen(key.handle(), made.pubPoint())).outPoint());
                  })
              .isRefused(
                  "TPM_RC_KEY",
                  "handle 1 (keyHandle)",
                  on -> on.execute(new EcdhKeyGen(rsa(on).handle()))),
          succeeds(
                  EcdhZGen.SPEC,
                  on -> {
                    LoadedObject key = ecdh(on);
                    EccPoint other = (EccPoint) on.signingKey().publicArea().unique();
                    // A point of P-256, each coordinate behind its size.
                    assertEquals(
                        2 + 32 + 2 + 32,
                        on.execute(new EcdhZGen(key.handle(), other)).outPoint().length());
                  })
              .isRefused(
                  "TPM_RC_ECC_POINT",
                  "parameter 1 (inPoint)",
                  on ->
                      on.execute(
                          new EcdhZGen(
                              ecdh(on).handle(),
                              new EccPoint(Bytes.hex("01".repeat(32)), Bytes.zeros(32))))),
          succeeds(
                  EccParameters.SPEC,
                  on ->
                      assertEquals(
                          // SEC 2, 2.4.2: the order of P-256.
                          Bytes.hex(
                              "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
                          on.execute(new EccParameters(EccCurve.NIST_P256)).parameters().n()))
              .isRefused(
                  "TPM_RC_CURVE",
                  "parameter 1 (curveID)",
                  on -> on.execute(new EccParameters(EccCurve.CURVE_448))),
          succeeds(
                  ZGen2Phase.SPEC,
                  on -> {
                    LoadedObject key = ecdh(on);
                    EcEphemeral.Response ours =
                        on.execute(new EcEphemeral(EccCurve.NIST_P256));
                    EccPoint other = (EccPoint) on.signingKey().publicArea().unique();
                    ZGen2Phase.Response secrets =
                        on.execute(
                            new ZGen2Phase(
                                key.handle(), other, other, AlgorithmId.ECDH, ours.counter()));
                    assertEquals(
                        on.execute(new EcdhZGen(key.handle(), other)).outPoint(), secrets.outZ1());
                  })
              // An ephemeral key is used once.
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 4 (counter)",
                  on -> {
                    EccPoint other = (EccPoint) on.signingKey().publicArea().unique();
                    on.execute(
                        new ZGen2Phase(ecdh(on).handle(), other, other, AlgorithmId.ECDH, 17));
                  }),
          succeeds(
                  EccEncrypt.SPEC,
                  on ->
                      assertEquals(
                          MESSAGE.length(),
                          on.execute(new EccEncrypt(ecdh(on).handle(), MESSAGE, KDF2)).c2().length()))
              .isRefused(
                  "TPM_RC_KEY",
                  "handle 1 (keyHandle)",
                  on -> on.execute(new EccEncrypt(rsa(on).handle(), MESSAGE, KDF2))),
          succeeds(
                  EccDecrypt.SPEC,
                  on -> {
                    LoadedObject key = ecdh(on);
                    EccEncrypt.Response sent =
                        on.execute(new EccEncrypt(key.handle(), MESSAGE, KDF2));
                    assertEquals(
                        MESSAGE,
                        on.execute(
                                new EccDecrypt(
                                    key.handle(), sent.c1(), sent.c2(), sent.c3(), KDF2))
                            .plainText());
                  })
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 3 (C3)",
                  on -> {
                    LoadedObject key = ecdh(on);
                    EccEncrypt.Response sent =
                        on.execute(new EccEncrypt(key.handle(), MESSAGE, KDF2));
                    on.execute(
                        new EccDecrypt(
                            key.handle(), sent.c1(), sent.c2(), Bytes.zeros(32), KDF2));
                  }));

  private AsymmetricCases() {}

  private static LoadedObject rsa(Bench on) throws IOException {
    return on.primary(
        Templates.decryptionKey(new RsaParms(SymDef.NULL, Scheme.NULL, 2048, 0)));
  }

  private static LoadedObject ecdh(Bench on) throws IOException {
    return on.primary(
        Templates.decryptionKey(
            new EccParms(SymDef.NULL, Scheme.NULL, EccCurve.NIST_P256, Scheme.NULL)));
  }
}
