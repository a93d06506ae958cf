package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.command.Bench.DIGEST;
import static org.tssj.simulator.command.Bench.NONCE;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.attestation.Certify;
import org.tssj.tpm20.command.attestation.CertifyCreation;
import org.tssj.tpm20.command.attestation.CertifyX509;
import org.tssj.tpm20.command.attestation.GetCommandAuditDigest;
import org.tssj.tpm20.command.attestation.GetSessionAuditDigest;
import org.tssj.tpm20.command.attestation.GetTime;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.audit.SetCommandCodeAuditStatus;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** Attestation (Part 3, 18): each answer is read and says what was attested. */
final class AttestationCases {

  /**
   * What a caller gives of a certificate, in DER: issuer CN=a, validity, subject CN=b, and the key
   * usage digitalSignature as extension.
   */
  private static final Bytes PARTIAL =
      Bytes.hex(
          "3050"
              + "300c310a300806035504030c0161"
              + "301e170d3235303130313030303030305a170d3335303130313030303030305a"
              + "300c310a300806035504030c0162"
              + "a312" + "3010" + "300e" + "0603551d0f" + "0101ff" + "0404" + "03020780");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  Certify.SPEC,
                  on -> {
                    LoadedObject key = on.signingKey();
                    Certify.Response made =
                        on.execute(
                            new Certify(
                                key.handle(), on.attestationKey().handle(), NONCE, Scheme.NULL));
                    assertEquals(
                        key.publicArea().name(),
                        attested(Attested.Certify.class, made.certifyInfo()).name());
                  })
              // A restricted decryption key signs nothing.
              .isRefused(
                  "TPM_RC_KEY",
                  "handle 2 (signHandle)",
                  on ->
                      on.execute(
                          new Certify(
                              on.signingKey().handle(),
                              on.storageKey().handle(),
                              NONCE,
                              Scheme.NULL))),
          succeeds(
                  CertifyCreation.SPEC,
                  on -> {
                    CreatePrimary.Response made = on.execute(HierarchyCases.primary(Handle.OWNER));
                    on.flushLater(made.objectHandle());
                    CertifyCreation.Response certified =
                        on.execute(certifyCreation(on, made, made.creationHash()));
                    assertEquals(
                        made.creationHash(),
                        attested(Attested.Creation.class, certified.certifyInfo()).creationHash());
                  })
              .isRefused(
                  "TPM_RC_TICKET",
                  "parameter 4 (creationTicket)",
                  on -> {
                    CreatePrimary.Response made = on.execute(HierarchyCases.primary(Handle.OWNER));
                    on.flushLater(made.objectHandle());
                    on.execute(certifyCreation(on, made, DIGEST));
                  }),
          succeeds(
                  Quote.SPEC,
                  on -> {
                    Quote.Response made =
                        on.execute(
                            new Quote(
                                on.attestationKey().handle(),
                                NONCE,
                                Scheme.NULL,
                                List.of(PcrSelection.of(Bank.SHA256, 0))));
                    assertEquals(
                        Bank.SHA256.hash(Bytes.zeros(32)),
                        attested(Attested.Quote.class, made.quoted()).pcrDigest());
                    assertEquals(NONCE, Attest.CODEC.decode(made.quoted()).extraData());
                  })
              // A restricted key keeps its scheme.
              .isRefused(
                  "TPM_RC_SCHEME",
                  "parameter 2 (inScheme)",
                  on ->
                      on.execute(
                          new Quote(
                              on.attestationKey().handle(),
                              NONCE,
                              Scheme.ecdsa(AlgorithmId.SHA1),
                              List.of()))),
          succeeds(
                  GetSessionAuditDigest.SPEC,
                  on -> {
                    Session audit = on.session();
                    on.execute(new GetRandom(8), audit.use().auditing());
                    GetSessionAuditDigest.Response made =
                        on.execute(
                            new GetSessionAuditDigest(
                                Handle.ENDORSEMENT,
                                on.attestationKey().handle(),
                                audit.handle(),
                                NONCE,
                                Scheme.NULL));
                    assertEquals(
                        32,
                        attested(Attested.SessionAudit.class, made.auditInfo())
                            .sessionDigest()
                            .length());
                  })
              // A session that has audited nothing.
              .isRefused(
                  "TPM_RC_TYPE",
                  "handle 3 (sessionHandle)",
                  on ->
                      on.execute(
                          new GetSessionAuditDigest(
                              Handle.ENDORSEMENT,
                              on.attestationKey().handle(),
                              on.session().handle(),
                              NONCE,
                              Scheme.NULL))),
          succeeds(
                  GetCommandAuditDigest.SPEC,
                  on -> {
                    on.execute(
                        new SetCommandCodeAuditStatus(
                            Handle.OWNER,
                            AlgorithmId.NULL,
                            List.of(CommandCode.GET_RANDOM),
                            List.of()));
                    on.execute(new GetRandom(8));
                    GetCommandAuditDigest.Response made =
                        on.execute(
                            new GetCommandAuditDigest(
                                Handle.ENDORSEMENT,
                                on.attestationKey().handle(),
                                NONCE,
                                Scheme.NULL));
                    assertFalse(
                        attested(Attested.CommandAudit.class, made.auditInfo())
                            .auditDigest()
                            .isZero());
                  })
              .isRefused(
                  "TPM_RC_KEY",
                  "handle 2 (signHandle)",
                  on ->
                      on.execute(
                          new GetCommandAuditDigest(
                              Handle.ENDORSEMENT,
                              on.storageKey().handle(),
                              NONCE,
                              Scheme.NULL))),
          succeeds(
                  GetTime.SPEC,
                  on -> {
                    GetTime.Response made =
                        on.execute(
                            new GetTime(
                                Handle.ENDORSEMENT,
                                on.attestationKey().handle(),
                                NONCE,
                                Scheme.NULL));
                    assertTrue(
                        attested(Attested.Time.class, made.timeInfo()).time().time() >= 0);
                  })
              .isRefused(
                  "TPM_RC_SCHEME",
                  "parameter 2 (inScheme)",
                  // This key has no scheme, so the command has to name one.
                  on ->
                      on.execute(
                          new GetTime(
                              Handle.ENDORSEMENT,
                              on.attestationKey().handle(),
                              NONCE,
                              Scheme.ecdsa(AlgorithmId.SHA384)))),
          succeeds(
                  CertifyX509.SPEC,
                  on -> {
                    CertifyX509.Response made =
                        on.execute(
                            new CertifyX509(
                                on.primary(x509(Templates.signingKeyEcc())).handle(),
                                on.primary(x509(Templates.signingKeyEcc())).handle(),
                                Bytes.EMPTY,
                                Scheme.ecdsa(AlgorithmId.SHA256),
                                PARTIAL));
                    assertEquals(32, made.tbsDigest().length());
                  })
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 1 (reserved)",
                  on ->
                      on.execute(
                          new CertifyX509(
                              on.primary(x509(Templates.signingKeyEcc())).handle(),
                              on.signingKey().handle(),
                              NONCE,
                              Scheme.ecdsa(AlgorithmId.SHA256),
                              PARTIAL))));

  private AttestationCases() {}

  private static <T extends Attested> T attested(Class<T> kind, Bytes attest) {
    return kind.cast(Attest.CODEC.decode(attest).attested());
  }

  private static Public x509(Public template) {
    return template.withAttributes(
        template.objectAttributes().with(ObjectAttributes.X509_SIGN));
  }

  private static CertifyCreation certifyCreation(
      Bench on, CreatePrimary.Response made, Bytes hash) throws IOException {
    return new CertifyCreation(
        on.attestationKey().handle(),
        made.objectHandle().named(made.name()),
        NONCE,
        hash,
        Scheme.NULL,
        made.creationTicket());
  }
}
