package org.tssj.tpm20.structure.attest;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPMU_ATTEST: what an attestation is about.
 *
 * @see "TPM 2.0 Library, Part 2, Table 132 TPMU_ATTEST"
 */
public sealed interface Attested {

  /** TPMI_ST_ATTEST: which kind of attestation it is. */
  StructureTag type();

  /**
   * TPMS_CERTIFY_INFO: a certified object.
   *
   * @param name its Name
   * @param qualifiedName its Qualified Name
   * @see "TPM 2.0 Library, Part 2, Table 122 TPMS_CERTIFY_INFO"
   */
  record Certify(Bytes name, Bytes qualifiedName) implements Attested {

    static final Struct<Certify> CODEC =
        struct(
            "TPMS_CERTIFY_INFO",
            Certify::new,
            bytes16("name", 66, Certify::name),
            bytes16("qualifiedName", 66, Certify::qualifiedName));

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_CERTIFY;
    }
  }

  /**
   * TPMS_CREATION_INFO: the circumstances of an object's creation.
   *
   * @param objectName the object's Name
   * @param creationHash digest of its TPMS_CREATION_DATA
   * @see "TPM 2.0 Library, Part 2, Table 126 TPMS_CREATION_INFO"
   */
  record Creation(Bytes objectName, Bytes creationHash) implements Attested {

    static final Struct<Creation> CODEC =
        struct(
            "TPMS_CREATION_INFO",
            Creation::new,
            bytes16("objectName", 66, Creation::objectName),
            bytes16("creationHash", 64, Creation::creationHash));

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_CREATION;
    }
  }

  /**
   * TPMS_QUOTE_INFO: quoted PCRs.
   *
   * @param pcrSelect which PCRs, in the order their values are hashed in
   * @param pcrDigest digest of their values with the signature's hash
   * @see "TPM 2.0 Library, Part 2, Table 123 TPMS_QUOTE_INFO"
   */
  record Quote(List<PcrSelection> pcrSelect, Bytes pcrDigest) implements Attested {

    static final Struct<Quote> CODEC =
        struct(
            "TPMS_QUOTE_INFO",
            Quote::new,
            list("pcrSelect", 16, PcrSelection.CODEC, Quote::pcrSelect),
            bytes16("pcrDigest", 64, Quote::pcrDigest));

    /** Copies its lists. */
    public Quote {
      pcrSelect = List.copyOf(pcrSelect);
    }

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_QUOTE;
    }
  }

  /**
   * TPMS_COMMAND_AUDIT_INFO: the audit digest of commands.
   *
   * @param auditCounter counts starts of audit digests, unsigned 64 bits
   * @param digestAlg the hash of the audit digest
   * @param auditDigest the audit digest
   * @param commandDigest digest of the list of audited commands
   * @see "TPM 2.0 Library, Part 2, Table 124 TPMS_COMMAND_AUDIT_INFO"
   */
  record CommandAudit(
      long auditCounter, AlgorithmId digestAlg, Bytes auditDigest, Bytes commandDigest)
      implements Attested {

    static final Struct<CommandAudit> CODEC =
        struct(
            "TPMS_COMMAND_AUDIT_INFO",
            CommandAudit::new,
            u64("auditCounter", CommandAudit::auditCounter),
            field("digestAlg", AlgorithmId.CODEC, CommandAudit::digestAlg),
            bytes16("auditDigest", 64, CommandAudit::auditDigest),
            bytes16("commandDigest", 64, CommandAudit::commandDigest));

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_COMMAND_AUDIT;
    }
  }

  /**
   * TPMS_SESSION_AUDIT_INFO: the audit digest of a session.
   *
   * @param exclusiveSession no other command came in between
   * @param sessionDigest the audit digest
   * @see "TPM 2.0 Library, Part 2, Table 125 TPMS_SESSION_AUDIT_INFO"
   */
  record SessionAudit(boolean exclusiveSession, Bytes sessionDigest) implements Attested {

    static final Struct<SessionAudit> CODEC =
        struct(
            "TPMS_SESSION_AUDIT_INFO",
            SessionAudit::new,
            yesNo("exclusiveSession", SessionAudit::exclusiveSession),
            bytes16("sessionDigest", 64, SessionAudit::sessionDigest));

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_SESSION_AUDIT;
    }
  }

  /**
   * TPMS_TIME_ATTEST_INFO: the time.
   *
   * @param time time and clock
   * @param firmwareVersion the firmware's version in the vendor's own counting
   * @see "TPM 2.0 Library, Part 2, Table 121 TPMS_TIME_ATTEST_INFO"
   */
  record Time(TimeInfo time, long firmwareVersion) implements Attested {

    static final Struct<Time> CODEC =
        struct(
            "TPMS_TIME_ATTEST_INFO",
            Time::new,
            field("time", TimeInfo.CODEC, Time::time),
            u64("firmwareVersion", Time::firmwareVersion));

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_TIME;
    }
  }

  /**
   * TPMS_NV_CERTIFY_INFO: contents of an NV index.
   *
   * @param indexName the index's Name
   * @param offset where the contents begin
   * @param nvContents the contents
   * @see "TPM 2.0 Library, Part 2, Table 129 TPMS_NV_CERTIFY_INFO"
   */
  record Nv(Bytes indexName, int offset, Bytes nvContents) implements Attested {

    static final Struct<Nv> CODEC =
        struct(
            "TPMS_NV_CERTIFY_INFO",
            Nv::new,
            bytes16("indexName", 66, Nv::indexName),
            u16("offset", Nv::offset),
            bytes16("nvContents", Nv::nvContents));

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_NV;
    }
  }

  /**
   * TPMS_NV_DIGEST_CERTIFY_INFO: the digest of an NV index.
   *
   * @param indexName the index's Name
   * @param nvDigest digest of its contents
   * @see "TPM 2.0 Library, Part 2, Table 130 TPMS_NV_DIGEST_CERTIFY_INFO"
   */
  record NvDigest(Bytes indexName, Bytes nvDigest) implements Attested {

    static final Struct<NvDigest> CODEC =
        struct(
            "TPMS_NV_DIGEST_CERTIFY_INFO",
            NvDigest::new,
            bytes16("indexName", 66, NvDigest::indexName),
            bytes16("nvDigest", 64, NvDigest::nvDigest));

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_NV_DIGEST;
    }
  }

  /**
   * A kind this version does not know: kept octet for octet, so that its signature can still be
   * verified.
   *
   * @param type its TPMI_ST_ATTEST
   * @param body everything behind the firmware version
   */
  record Unknown(StructureTag type, Bytes body) implements Attested {

    static final Struct<Unknown> CODEC =
        struct(
            "TPMU_ATTEST",
            Unknown::new,
            selected("type", StructureTag::new, Unknown::type),
            rest("body", Unknown::body));
  }
}
