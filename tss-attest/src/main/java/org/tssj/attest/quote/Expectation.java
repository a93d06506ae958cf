package org.tssj.attest.quote;

import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.structure.attest.CreationData;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.object.Public;

/** What a caller expects a TPM to attest to, when it is not asked for its PCRs. */
public sealed interface Expectation {

  /** Of which family a TPM must be to attest to it. */
  Family family();

  /** What a TPM 2.0 signs as TPMS_ATTEST. */
  sealed interface OfTpm20 extends Expectation {

    /** TPMI_ST_ATTEST: which kind of attestation it is. */
    StructureTag type();

    @Override
    default Family family() {
      return Family.TPM20;
    }
  }

  /** What a TPM 1.2 signs. */
  sealed interface OfTpm12 extends Expectation {
    @Override
    default Family family() {
      return Family.TPM12;
    }
  }

  /**
   * TPM2_Certify: this object is loaded in the TPM.
   *
   * @param name the object's Name
   * @param qualifiedName its Qualified Name; empty: wherever it may hang
   */
  record Certified(Bytes name, Optional<Bytes> qualifiedName) implements OfTpm20 {

    /** The object with this public area, wherever it may hang. */
    public static Certified of(Public publicArea) {
      return new Certified(publicArea.name(), Optional.empty());
    }

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_CERTIFY;
    }
  }

  /**
   * TPM2_CertifyCreation: the TPM made this object, under these circumstances.
   *
   * @param name the object's Name
   * @param creationHash digest of its TPMS_CREATION_DATA with its nameAlg
   */
  record Created(Bytes name, Bytes creationHash) implements OfTpm20 {

    /**
     * The object with this public area and these creation data, which whoever made it hands over.
     *
     * @throws IllegalArgumentException if the object's nameAlg is no hash known here
     */
    public static Created of(Public publicArea, CreationData creationData) {
      Bank hash =
          publicArea
              .nameAlg()
              .hash()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "nameAlg is " + publicArea.nameAlg() + ", which makes no digest"));
      return new Created(
          publicArea.name(), Hashes.hash(hash, CreationData.CODEC.encode(creationData)));
    }

    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_CREATION;
    }
  }

  /**
   * TPM2_NV_Certify: what an NV index holds.
   *
   * @param indexName the index's Name, which has its attributes and policy in it
   * @param offset of the first octet, 0 to 65535
   * @param contents from there on; empty: whatever they are, the statement tells them
   */
  record NvContents(Bytes indexName, int offset, Optional<Bytes> contents) implements OfTpm20 {
    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_NV;
    }
  }

  /**
   * TPM2_NV_Certify without a size: all that an NV index holds, by its digest.
   *
   * @param indexName the index's Name
   * @param contents all octets of the index
   */
  record NvDigest(Bytes indexName, Bytes contents) implements OfTpm20 {
    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_NV_DIGEST;
    }
  }

  /** TPM2_GetTime: whatever time it is, the statement tells it. */
  record Time() implements OfTpm20 {
    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_TIME;
    }
  }

  /**
   * TPM2_GetCommandAuditDigest: these commands and no others were executed since the audit began.
   *
   * @param audit what the commands give
   * @param commandDigest which commands are audited ({@link AuditDigest#ofCommands}); empty:
   *     whichever
   */
  record CommandAudit(AuditDigest audit, Optional<Bytes> commandDigest) implements OfTpm20 {
    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_COMMAND_AUDIT;
    }
  }

  /**
   * TPM2_GetSessionAuditDigest: these commands were executed in a session.
   *
   * @param audit what the commands give
   * @param exclusive whether no other command may have come in between
   */
  record SessionAudit(AuditDigest audit, boolean exclusive) implements OfTpm20 {
    @Override
    public StructureTag type() {
      return StructureTag.ATTEST_SESSION_AUDIT;
    }
  }

  /**
   * TPM_CertifyKey or TPM_CertifyKey2: this key is in the TPM.
   *
   * @param pubkeyDigest SHA-1 of its modulus, 20 octets
   * @param usage what it must be for; empty: for anything
   * @param staysInTpm whether it must be one that can never leave the TPM
   */
  record CertifiedKey(Bytes pubkeyDigest, Optional<KeyUsage> usage, boolean staysInTpm)
      implements OfTpm12 {

    /** The key with this public part, which is to stay in the TPM. */
    public static CertifiedKey of(PubKey key) {
      return new CertifiedKey(Bank.SHA1.hash(key.pubKey()), Optional.empty(), true);
    }

    /** The key of this blob, which is to stay in the TPM and be for what the blob says. */
    public static CertifiedKey of(TpmKey key) {
      return new CertifiedKey(
          Bank.SHA1.hash(key.toPubKey().pubKey()), Optional.of(key.keyUsage()), true);
    }
  }

  /**
   * TPM_TickStampBlob: this digest was there at some time, which the statement tells.
   *
   * @param digestToStamp 20 octets
   */
  record TickStamp(Bytes digestToStamp) implements OfTpm12 {}
}
