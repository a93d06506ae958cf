package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.command.Bench.DIGEST;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.ephemeral.Commit;
import org.tssj.tpm20.command.ephemeral.EcEphemeral;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.signing.VerifySignature;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.template.Templates;

/** Ephemeral keys and signatures (Part 3, 19 and 20). */
final class SigningCases {

  private static final Scheme ECDSA = Scheme.ecdsa(AlgorithmId.SHA256);

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  Commit.SPEC,
                  on -> {
                    Commit.Response made =
                        on.execute(
                            new Commit(
                                ecdaa(on), EccPoint.EMPTY, Bytes.EMPTY, Bytes.EMPTY));
                    // Without a point to multiply only E = [r]G comes back.
                    assertEquals(32, made.e().x().length());
                  })
              .isRefused(
                  "TPM_RC_SCHEME",
                  "handle 1 (signHandle)",
                  on ->
                      on.execute(
                          new Commit(
                              on.attestationKey().handle(),
                              EccPoint.EMPTY,
                              Bytes.EMPTY,
                              Bytes.EMPTY))),
          succeeds(
                  EcEphemeral.SPEC,
                  on ->
                      assertEquals(
                          32, on.execute(new EcEphemeral(EccCurve.NIST_P256)).q().x().length()))
              .isRefused(
                  "TPM_RC_CURVE",
                  "parameter 1 (curveID)",
                  on -> on.execute(new EcEphemeral(EccCurve.CURVE_448))),
          succeeds(
                  Sign.SPEC,
                  on -> {
                    LoadedObject key = on.signingKey();
                    Signature.Ecc made =
                        (Signature.Ecc)
                            on.execute(
                                    new Sign(key.handle(), DIGEST, ECDSA, HashcheckTicket.NULL))
                                .signature();
                    assertEquals(AlgorithmId.ECDSA, made.sigAlg());
                  })
              // A restricted key signs only what the TPM has hashed: the ticket proves it.
              .isRefused(
                  "TPM_RC_TICKET",
                  "parameter 3 (validation)",
                  on ->
                      on.execute(
                          new Sign(
                              on.attestationKey().handle(),
                              DIGEST,
                              Scheme.NULL,
                              HashcheckTicket.NULL))),
          succeeds(
                  VerifySignature.SPEC,
                  on -> {
                    LoadedObject key = on.signingKey();
                    Signature signature =
                        on.execute(new Sign(key.handle(), DIGEST, ECDSA, HashcheckTicket.NULL))
                            .signature();
                    assertEquals(
                        Handle.OWNER,
                        on.execute(new VerifySignature(key.handle(), DIGEST, signature))
                            .validation()
                            .hierarchy());
                  })
              .isRefused(
                  "TPM_RC_SIGNATURE",
                  "parameter 2 (signature)",
                  on -> {
                    LoadedObject key = on.signingKey();
                    Signature signature =
                        on.execute(new Sign(key.handle(), DIGEST, ECDSA, HashcheckTicket.NULL))
                            .signature();
                    on.execute(
                        new VerifySignature(
                            key.handle(), Bank.SHA256.hash(Bytes.utf8("other")), signature));
                  }));

  private SigningCases() {}

  private static Handle ecdaa(Bench on) throws IOException {
    return on.primary(
            Templates.signingKey(
                new EccParms(
                    SymDef.NULL,
                    new Scheme.Ecdaa(AlgorithmId.SHA256, 1),
                    EccCurve.NIST_P256,
                    Scheme.NULL)))
        .handle();
  }
}
