package org.tssj.tpm20.structure.attest;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.selector;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Union;
import org.tssj.tpm20.structure.constant.StructureTag;

/**
 * TPMS_ATTEST: what a TPM signs when it attests to something.
 *
 * <p>Octets that do not begin with TPM_GENERATED_VALUE are refused: a restricted key signs such
 * octets only if its TPM made them, and that is what an attestation is worth. Verify the signature
 * over the octets as they came, then read those; never write them anew for it. The type stands in
 * {@link Attested}, so that the two cannot contradict each other.
 *
 * @param qualifiedSigner Qualified Name of the signing key; empty if nobody signs
 * @param extraData what the caller wanted in it: a verifier's nonce, at most 66 octets
 * @param clockInfo the clock; its counters are disguised by an offset of the key's own unless that
 *     is in the endorsement or platform hierarchy
 * @param firmwareVersion the firmware's version in the vendor's own form, disguised likewise; 64
 *     bits
 * @param attested what it is about
 * @see "TPM 2.0 Library, Part 2, Table 133 TPMS_ATTEST"
 */
public record Attest(
    Bytes qualifiedSigner,
    Bytes extraData,
    ClockInfo clockInfo,
    long firmwareVersion,
    Attested attested) {

  private static final Union<Attested> ATTESTED =
      Union.union("TPMU_ATTEST", Attested::type, StructureTag::new)
          .on(StructureTag.ATTEST_CERTIFY, Attested.Certify.class, Attested.Certify.CODEC)
          .on(StructureTag.ATTEST_CREATION, Attested.Creation.class, Attested.Creation.CODEC)
          .on(StructureTag.ATTEST_QUOTE, Attested.Quote.class, Attested.Quote.CODEC)
          .on(
              StructureTag.ATTEST_COMMAND_AUDIT,
              Attested.CommandAudit.class,
              Attested.CommandAudit.CODEC)
          .on(
              StructureTag.ATTEST_SESSION_AUDIT,
              Attested.SessionAudit.class,
              Attested.SessionAudit.CODEC)
          .on(StructureTag.ATTEST_TIME, Attested.Time.class, Attested.Time.CODEC)
          .on(StructureTag.ATTEST_NV, Attested.Nv.class, Attested.Nv.CODEC)
          .on(StructureTag.ATTEST_NV_DIGEST, Attested.NvDigest.class, Attested.NvDigest.CODEC)
          .otherwise(Attested.Unknown.class, Attested.Unknown.CODEC);

  /**
   * TPM_GENERATED_VALUE: the four octets every attestation begins with. Octets from outside that
   * begin so are signed by no restricted key.
   */
  public static final Bytes GENERATED_VALUE = Bytes.hex("ff544347");

  /** TPMS_ATTEST: magic, type, the fields in this order. */
  public static final Codec<Attest> CODEC =
      struct(
          "TPMS_ATTEST",
          Attest::new,
          after(
              constant("magic", GENERATED_VALUE.toHex()),
              selector("type", StructureTag.CODEC, Attest::type),
              bytes16("qualifiedSigner", 66, Attest::qualifiedSigner)),
          bytes16("extraData", 66, Attest::extraData),
          field("clockInfo", ClockInfo.CODEC, Attest::clockInfo),
          u64("firmwareVersion", Attest::firmwareVersion),
          field("attested", ATTESTED, Attest::attested));

  /** TPMI_ST_ATTEST: which kind of attestation it is. */
  public StructureTag type() {
    return attested.type();
  }
}
