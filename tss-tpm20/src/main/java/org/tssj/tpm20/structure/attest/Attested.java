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
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * TPMU_ATTEST: what an attestation is about. Match on the record's type: each has the fields of its
 * kind and nothing else.
 *
 * @see "TPM 2.0 Library, Part 2, Table 132 TPMU_ATTEST"
 */
public sealed interface Attested {

  /** TPMI_ST_ATTEST: which kind of attestation it is. */
  StructureTag type();

  /**
   * TPMS_CERTIFY_INFO: the object is loaded in the TPM that signs.
   *
   * @param name its Name, 2 octets and a digest
   * @param qualifiedName its Qualified Name, which tells its ancestors too
   * @see "TPM 2.0 Library, Part 2, Table 124 TPMS_CERTIFY_INFO"
   */
  record Certify(Bytes name, Bytes qualifiedName) implements Attested {

    /** TPMS_CERTIFY_INFO: the fields in this order. */
    public static final Codec<Certify> CODEC =
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
   * TPMS_CREATION_INFO: the object was made by the TPM that signs, under these circumstances.
   *
   * @param objectName the object's Name
   * @param creationHash digest of its TPMS_CREATION_DATA with the object's nameAlg
   * @see "TPM 2.0 Library, Part 2, Table 128 TPMS_CREATION_INFO"
   */
  record Creation(Bytes objectName, Bytes creationHash) implements Attested {

    /** TPMS_CREATION_INFO: the fields in this order. */
    public static final Codec<Creation> CODEC =
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
   * TPMS_QUOTE_INFO: the state of PCRs.
   *
   * @param pcrSelect which PCRs; their values are hashed in this order, within a bank from the
   *     lowest index up
   * @param pcrDigest digest of their values, one after the other, with the hash of the signature
   * @see "TPM 2.0 Library, Part 2, Table 125 TPMS_QUOTE_INFO"
   */
  record Quote(List<PcrSelection> pcrSelect, Bytes pcrDigest) implements Attested {

    /** TPMS_QUOTE_INFO: the fields in this order. */
    public static final Codec<Quote> CODEC =
        struct(
            "TPMS_QUOTE_INFO",
            Quote::new,
            list("pcrSelect", 16, PcrSelection.CODEC, Quote::pcrSelect),
            bytes16("pcrDigest", 64, Quote::pcrDigest));

    /** Copies the list. */
    public Quote {
      pcrSelect = List.copyOf(pcrSelect);
    }

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_QUOTE;
    }
  }

  /**
   * TPMS_COMMAND_AUDIT_INFO: the commands that were audited.
   *
   * @param auditCounter counts how often the digest was begun anew, unsigned 64 bits
   * @param digestAlg the hash of the audit digest
   * @param auditDigest the digest; empty if nothing was audited yet
   * @param commandDigest digest of the numbers of the commands that are audited
   * @see "TPM 2.0 Library, Part 2, Table 126 TPMS_COMMAND_AUDIT_INFO"
   */
  record CommandAudit(
      long auditCounter, AlgorithmId digestAlg, Bytes auditDigest, Bytes commandDigest)
      implements Attested {

    /** TPMS_COMMAND_AUDIT_INFO: the fields in this order. */
    public static final Codec<CommandAudit> CODEC =
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
   * TPMS_SESSION_AUDIT_INFO: the commands that an audit session recorded.
   *
   * @param exclusiveSession no command came in between that the session did not record
   * @param sessionDigest digest of the recorded commands and responses
   * @see "TPM 2.0 Library, Part 2, Table 127 TPMS_SESSION_AUDIT_INFO"
   */
  record SessionAudit(boolean exclusiveSession, Bytes sessionDigest) implements Attested {

    /** TPMS_SESSION_AUDIT_INFO: the fields in this order. */
    public static final Codec<SessionAudit> CODEC =
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
   * TPMS_TIME_ATTEST_INFO: the TPM's time.
   *
   * @param time time and clock as they are, not disguised as in {@link Attest#clockInfo()}
   * @param firmwareVersion the firmware's version in the vendor's own form, not disguised; 64 bits
   * @see "TPM 2.0 Library, Part 2, Table 123 TPMS_TIME_ATTEST_INFO"
   */
  record Time(TimeInfo time, long firmwareVersion) implements Attested {

    /** TPMS_TIME_ATTEST_INFO: the fields in this order. */
    public static final Codec<Time> CODEC =
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
   * TPMS_NV_CERTIFY_INFO: what an NV index holds.
   *
   * @param indexName the index's Name
   * @param offset of the first octet, 0 to 65535
   * @param nvContents the octets from there on, as many as were asked for
   * @see "TPM 2.0 Library, Part 2, Table 129 TPMS_NV_CERTIFY_INFO"
   */
  record Nv(Bytes indexName, int offset, Bytes nvContents) implements Attested {

    /** TPMS_NV_CERTIFY_INFO: the fields in this order. */
    public static final Codec<Nv> CODEC =
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
   * TPMS_NV_DIGEST_CERTIFY_INFO: the digest of all that an NV index holds: what TPM2_NV_Certify
   * signs when it is asked for no octets at offset 0.
   *
   * @param indexName the index's Name
   * @param nvDigest digest of its contents with the hash of the signature
   * @see "TPM 2.0 Library, Part 2, Table 130 TPMS_NV_DIGEST_CERTIFY_INFO"
   */
  record NvDigest(Bytes indexName, Bytes nvDigest) implements Attested {

    /** TPMS_NV_DIGEST_CERTIFY_INFO: the fields in this order. */
    public static final Codec<NvDigest> CODEC =
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

    static final Codec<Unknown> CODEC =
        struct(
            "TPMU_ATTEST",
            Unknown::new,
            selected("type", StructureTag::new, Unknown::type),
            rest("body", Unknown::body));
  }
}
