package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.command.Bench.DIGEST;
import static org.tssj.simulator.command.Bench.PASSWORD;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.policy.PolicyAuthValue;
import org.tssj.tpm20.command.policy.PolicyAuthorize;
import org.tssj.tpm20.command.policy.PolicyAuthorizeNv;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.command.policy.PolicyCounterTimer;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyGetDigest;
import org.tssj.tpm20.command.policy.PolicyLocality;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyNv;
import org.tssj.tpm20.command.policy.PolicyNvWritten;
import org.tssj.tpm20.command.policy.PolicyOr;
import org.tssj.tpm20.command.policy.PolicyPassword;
import org.tssj.tpm20.command.policy.PolicyPcr;
import org.tssj.tpm20.command.policy.PolicyPhysicalPresence;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.policy.PolicySigned;
import org.tssj.tpm20.command.policy.PolicyStep;
import org.tssj.tpm20.command.policy.PolicyTemplate;
import org.tssj.tpm20.command.policy.PolicyTicket;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.signing.VerifySignature;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.object.VerifiedTicket;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * Policies (Part 3, 23). What each makes of the digest is computed offline as well, and has to be
 * the same.
 */
final class PolicyCases {

  private static final int INDEX = 0x0150_0000;
  private static final Bytes EIGHT = Bytes.hex("0000000000000007");
  private static final Bytes REFERENCE = Bytes.utf8("ref");
  private static final Scheme ECDSA = Scheme.ecdsa(AlgorithmId.SHA256);

  private static final Handle GONE = Handle.of(0x0300_0000);

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  PolicySigned.SPEC,
                  on -> {
                    Session session = on.policySession();
                    LoadedObject key = on.signingKey();
                    // What is signed: nonceTPM, expiration, cpHashA, policyRef.
                    Bytes signed =
                        Bank.SHA256.hash(session.nonceTpm(), Bytes.zeros(4), REFERENCE);
                    agree(on, session, signed(session, key, sign(on, key, signed)));
                  })
              .isRefused(
                  "TPM_RC_SIGNATURE",
                  "parameter 5 (auth)",
                  on -> {
                    LoadedObject key = on.signingKey();
                    on.execute(signed(on.policySession(), key, sign(on, key, DIGEST)));
                  }),
          succeeds(
                  PolicySecret.SPEC, on -> {
                    Session session = on.policySession();
                    agree(on, session, secret(session, 0));
                  })
              .isRefused(
                  "TPM_RC_BAD_AUTH",
                  "session 1",
                  on ->
                      on.execute(
                          secret(on.policySession(), 0), Authorization.password(PASSWORD))),
          succeeds(
                  PolicyTicket.SPEC,
                  on -> {
                    PolicySecret.Response given = on.execute(secret(on.policySession(), -3600));
                    Session later = on.policySession();
                    agree(on, later, ticket(later, given, REFERENCE));
                  })
              .isRefused(
                  "TPM_RC_TICKET",
                  "parameter 5 (ticket)",
                  on -> {
                    PolicySecret.Response given = on.execute(secret(on.policySession(), -3600));
                    on.execute(ticket(on.policySession(), given, Bytes.utf8("other")));
                  }),
          succeeds(
                  PolicyOr.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, or(session, Bytes.zeros(32)));
                  })
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (pHashList)",
                  on -> on.execute(or(on.policySession(), Bank.SHA256.hash()))),
          succeeds(
                  PolicyPcr.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, pcr(session, Bank.SHA256.hash(Bytes.zeros(32))));
                  })
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (pcrDigest)",
                  on -> on.execute(pcr(on.policySession(), DIGEST))),
          succeeds(
                  PolicyLocality.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyLocality(session.handle(), Locality.ZERO));
                  })
              // No locality is left that both allow.
              .isRefused(
                  "TPM_RC_RANGE",
                  "parameter 1 (locality)",
                  on -> {
                    Session session = on.policySession();
                    on.execute(new PolicyLocality(session.handle(), Locality.ZERO));
                    on.execute(new PolicyLocality(session.handle(), Locality.ONE));
                  }),
          succeeds(
                  PolicyNv.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, nv(on, session, Eo.EQ));
                  })
              .isRefused(
                  "TPM_RC_POLICY", on -> on.execute(nv(on, on.policySession(), Eo.NEQ))),
          succeeds(
                  PolicyCounterTimer.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, restarts(session, Eo.EQ));
                  })
              .isRefused(
                  "TPM_RC_POLICY", on -> on.execute(restarts(on.policySession(), Eo.NEQ))),
          succeeds(
                  PolicyCommandCode.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyCommandCode(session.handle(), CommandCode.SIGN));
                  })
              // One policy is for one command.
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (code)",
                  on -> {
                    Session session = on.policySession();
                    on.execute(new PolicyCommandCode(session.handle(), CommandCode.SIGN));
                    on.execute(new PolicyCommandCode(session.handle(), CommandCode.QUOTE));
                  }),
          succeeds(
                  PolicyPhysicalPresence.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyPhysicalPresence(session.handle()));
                  })
              .isRefused(
                  "TPM_RC_REFERENCE_H0",
                  "handle 1 (policySession)",
                  on -> on.execute(new PolicyPhysicalPresence(GONE))),
          succeeds(
                  PolicyCpHash.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyCpHash(session.handle(), DIGEST));
                  })
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 1 (cpHashA)",
                  on ->
                      on.execute(new PolicyCpHash(on.policySession().handle(), Bytes.zeros(20)))),
          succeeds(
                  PolicyNameHash.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyNameHash(session.handle(), DIGEST));
                  })
              // One of cpHash, nameHash and template only.
              .isRefused(
                  "TPM_RC_CPHASH",
                  on -> {
                    Session session = on.policySession();
                    on.execute(new PolicyCpHash(session.handle(), DIGEST));
                    on.execute(new PolicyNameHash(session.handle(), DIGEST));
                  }),
          succeeds(
                  PolicyDuplicationSelect.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, select(session));
                  })
              .isRefused(
                  "TPM_RC_COMMAND_CODE",
                  on -> {
                    Session session = on.policySession();
                    on.execute(new PolicyCommandCode(session.handle(), CommandCode.SIGN));
                    on.execute(select(session));
                  }),
          succeeds(
                  PolicyAuthorize.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, authorize(on, session, Bytes.zeros(32)));
                  })
              // It approves the policy that has been carried out, no other.
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (approvedPolicy)",
                  on -> on.execute(authorize(on, on.policySession(), DIGEST))),
          succeeds(
                  PolicyAuthValue.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyAuthValue(session.handle()));
                  })
              .isRefused(
                  "TPM_RC_REFERENCE_H0",
                  "handle 1 (policySession)",
                  on -> on.execute(new PolicyAuthValue(GONE))),
          succeeds(
                  PolicyPassword.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyPassword(session.handle()));
                  })
              .isRefused(
                  "TPM_RC_REFERENCE_H0",
                  "handle 1 (policySession)",
                  on -> on.execute(new PolicyPassword(GONE))),
          succeeds(
                  PolicyGetDigest.SPEC,
                  on -> assertEquals(Bytes.zeros(32), on.digestOf(on.policySession())))
              .isRefused(
                  "TPM_RC_REFERENCE_H0",
                  "handle 1 (policySession)",
                  on -> on.execute(new PolicyGetDigest(GONE))),
          succeeds(
                  PolicyNvWritten.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyNvWritten(session.handle(), true));
                  })
              .isRefused(
                  "TPM_RC_VALUE",
                  "parameter 1 (writtenSet)",
                  on -> {
                    Session session = on.policySession();
                    on.execute(new PolicyNvWritten(session.handle(), true));
                    on.execute(new PolicyNvWritten(session.handle(), false));
                  }),
          succeeds(
                  PolicyTemplate.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, new PolicyTemplate(session.handle(), DIGEST));
                  })
              .isRefused(
                  "TPM_RC_SIZE",
                  "parameter 1 (templateHash)",
                  on ->
                      on.execute(
                          new PolicyTemplate(on.policySession().handle(), Bytes.zeros(20)))),
          succeeds(
                  PolicyAuthorizeNv.SPEC,
                  on -> {
                    Session session = on.policySession();
                    agree(on, session, authorizeNv(on, session, Bytes.zeros(32)));
                  })
              .isRefused(
                  "TPM_RC_VALUE", on -> on.execute(authorizeNv(on, on.policySession(), DIGEST))));

  private PolicyCases() {}

  /** Executes a step, and compares the session's digest with the one computed offline. */
  static void agree(Bench on, Session session, PolicyStep step) throws IOException {
    Bytes expected = step.extend(session.hash(), on.digestOf(session));
    on.execute(step.in(session.handle()));
    assertEquals(expected, on.digestOf(session));
  }

  private static Signature sign(Bench on, LoadedObject key, Bytes digest) throws IOException {
    return on.execute(new Sign(key.handle(), digest, ECDSA, HashcheckTicket.NULL)).signature();
  }

  private static PolicySigned signed(Session session, LoadedObject key, Signature signature) {
    return new PolicySigned(
        key.handle(),
        session.handle(),
        session.nonceTpm(),
        Bytes.EMPTY,
        REFERENCE,
        0,
        signature);
  }

  private static PolicySecret secret(Session session, int expiration) {
    return new PolicySecret(
        Handle.OWNER, session.handle(), session.nonceTpm(), Bytes.EMPTY, REFERENCE, expiration);
  }

  private static PolicyTicket ticket(
      Session session, PolicySecret.Response given, Bytes reference) {
    return new PolicyTicket(
        session.handle(),
        given.timeout(),
        Bytes.EMPTY,
        reference,
        Handle.OWNER.requireName("authName"),
        given.policyTicket());
  }

  private static PolicyOr or(Session session, Bytes first) {
    return new PolicyOr(session.handle(), List.of(first, DIGEST));
  }

  private static PolicyPcr pcr(Session session, Bytes digest) {
    return new PolicyPcr(session.handle(), digest, List.of(PcrSelection.of(Bank.SHA256, 0)));
  }

  private static PolicyNv nv(Bench on, Session session, Eo operation) throws IOException {
    return new PolicyNv(
        Handle.OWNER, written(on, EIGHT), session.handle(), EIGHT, 0, operation);
  }

  /** An index that has been written, with its Name. */
  private static Handle written(Bench on, Bytes content) throws IOException {
    Handle index =
        on.index(
            INDEX,
            NvAttributes.OWNERWRITE.with(NvAttributes.OWNERREAD).with(NvAttributes.NO_DA),
            content.length());
    on.execute(new NvWrite(Handle.OWNER, index, content, 0));
    return on.renamed(index);
  }

  /** The restart count, which stands at octet 20 of TPMS_TIME_INFO, is zero. */
  private static PolicyCounterTimer restarts(Session session, Eo operation) {
    return new PolicyCounterTimer(session.handle(), Bytes.zeros(4), 20, operation);
  }

  private static PolicyDuplicationSelect select(Session session) {
    Bytes name = Bytes.hex("000b").concat(DIGEST);
    return new PolicyDuplicationSelect(session.handle(), name, name, true);
  }

  private static PolicyAuthorize authorize(Bench on, Session session, Bytes approved)
      throws IOException {
    LoadedObject key = on.signingKey();
    Bytes digest = Bank.SHA256.hash(approved, REFERENCE);
    VerifiedTicket ticket =
        on.execute(new VerifySignature(key.handle(), digest, sign(on, key, digest))).validation();
    return new PolicyAuthorize(
        session.handle(), approved, REFERENCE, key.publicArea().name(), ticket);
  }

  private static PolicyAuthorizeNv authorizeNv(Bench on, Session session, Bytes approved)
      throws IOException {
    // The hash, then the digest of the policy that is approved.
    Handle index = written(on, Bytes.hex("000b").concat(approved));
    return new PolicyAuthorizeNv(Handle.OWNER, index, session.handle());
  }
}
