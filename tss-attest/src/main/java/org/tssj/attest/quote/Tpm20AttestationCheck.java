package org.tssj.attest.quote;

import java.util.Optional;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.Verdict;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.findings.Findings;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;

/** One TPMS_ATTEST that is no quote, beside what is expected of it. */
final class Tpm20AttestationCheck {

  private final Findings findings = new Findings();
  private final Tpm20Signed signed;

  Tpm20AttestationCheck(AttestationVerifier verifier, Attestation attestation) {
    this.signed =
        new Tpm20Signed(
            findings,
            verifier.key(),
            verifier.weakKeysAllowed(),
            verifier.nonce(),
            attestation.message(),
            attestation.signature());
  }

  Verdict verdict(Expectation.OfTpm20 expected) {
    Optional<Attest> readable = signed.attest();
    if (readable.isEmpty()) {
      return findings.rejected();
    }
    Attest attest = readable.get();
    signed.fresh(attest);
    if (!compare(expected, attest.attested())) {
      findings.reject(
          Reason.Code.OTHER_ATTESTATION,
          "expected " + expected.type() + ", the TPM attested to " + attest.type());
    }
    return findings.verdict(() -> new Statement.Tpm20Attestation(attest));
  }

  /** Whether the TPM attested to the expected kind of thing; what differs in it is a reason. */
  private boolean compare(Expectation.OfTpm20 expected, Attested attested) {
    if (expected instanceof Expectation.Certified wanted
        && attested instanceof Attested.Certify found) {
      // spec| name is the Name of the object, qualifiedName tells its ancestors (Part 2, 10.12.3)
      same(Reason.Code.NAME_DIFFERS, "the Name of the object", wanted.name(), found.name());
      wanted
          .qualifiedName()
          .ifPresent(
              name ->
                  same(
                      Reason.Code.NAME_DIFFERS,
                      "the Qualified Name of the object",
                      name,
                      found.qualifiedName()));
      return true;
    }
    if (expected instanceof Expectation.Created wanted
        && attested instanceof Attested.Creation found) {
      // spec| creationHash is the digest of TPMS_CREATION_DATA with the object's nameAlg
      // spec| (Part 2, 10.12.7)
      same(Reason.Code.NAME_DIFFERS, "the Name of the object", wanted.name(), found.objectName());
      same(
          Reason.Code.CREATION_DIFFERS,
          "the digest of the creation data",
          wanted.creationHash(),
          found.creationHash());
      return true;
    }
    if (expected instanceof Expectation.NvContents wanted
        && attested instanceof Attested.Nv found) {
      nv(wanted, found);
      return true;
    }
    if (expected instanceof Expectation.NvDigest wanted
        && attested instanceof Attested.NvDigest found) {
      // spec| nvDigest is over the whole contents, with the hash of the signing scheme (Part 3,
      // spec| 31.16)
      same(
          Reason.Code.NAME_DIFFERS, "the Name of the index", wanted.indexName(), found.indexName());
      Optional<Bytes> digest = signed.hash().map(hash -> Hashes.hash(hash, wanted.contents()));
      digest.ifPresent(
          value ->
              same(
                  Reason.Code.NV_CONTENTS_DIFFER,
                  "the digest of the contents",
                  value,
                  found.nvDigest()));
      return true;
    }
    if (expected instanceof Expectation.CommandAudit wanted
        && attested instanceof Attested.CommandAudit found) {
      commandAudit(wanted, found);
      return true;
    }
    if (expected instanceof Expectation.SessionAudit wanted
        && attested instanceof Attested.SessionAudit found) {
      // spec| sessionDigest is extended with cpHash and rpHash of each command (Part 1, 19.6.8)
      same(
          Reason.Code.AUDIT_DIFFERS,
          "the digest of the session's commands",
          wanted.audit().value(),
          found.sessionDigest());
      if (wanted.exclusive() && !found.exclusiveSession()) {
        findings.reject(
            Reason.Code.AUDIT_NOT_EXCLUSIVE,
            "other commands came between those of the session, which must not be");
      }
      return true;
    }
    return expected instanceof Expectation.Time && attested instanceof Attested.Time;
  }

  private void nv(Expectation.NvContents wanted, Attested.Nv found) {
    same(Reason.Code.NAME_DIFFERS, "the Name of the index", wanted.indexName(), found.indexName());
    if (wanted.offset() != found.offset()) {
      findings.reject(
          Reason.Code.NV_CONTENTS_DIFFER,
          "the contents are from octet "
              + found.offset()
              + " on, expected from "
              + wanted.offset());
    }
    wanted
        .contents()
        .ifPresent(
            contents ->
                same(Reason.Code.NV_CONTENTS_DIFFER, "the contents", contents, found.nvContents()));
  }

  private void commandAudit(Expectation.CommandAudit wanted, Attested.CommandAudit found) {
    Bank hash = wanted.audit().hash();
    if (found.digestAlg().hash().filter(hash::equals).isEmpty()) {
      findings.reject(
          Reason.Code.AUDIT_DIFFERS,
          "commands are audited with " + found.digestAlg() + ", expected " + hash);
    }
    // An audit that has recorded nothing yet has no digest; ours would be zeros.
    Bytes digest =
        found.auditDigest().isEmpty() ? AuditDigest.atStart(hash).value() : found.auditDigest();
    same(Reason.Code.AUDIT_DIFFERS, "the digest of the commands", wanted.audit().value(), digest);
    wanted
        .commandDigest()
        .ifPresent(
            commands ->
                same(
                    Reason.Code.AUDIT_DIFFERS,
                    "the digest of which commands are audited",
                    commands,
                    found.commandDigest()));
  }

  private void same(Reason.Code code, String what, Bytes expected, Bytes found) {
    if (!expected.equals(found)) {
      findings.reject(code, what + ": expected " + expected + ", found " + found);
    }
  }
}
