package org.tssj.tpm20.structure.constant;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_ST: what a structure is, where its octets do not tell: commands, responses, tickets and
 * attestations begin with it.
 *
 * @param value 0 to 0xffff
 * @see "TPM 2.0 Library, Part 2, 6.9 TPM_ST"
 */
public record StructureTag(int value) implements WireNumber {

  private static final NumberNames<StructureTag> NAMES =
      new NumberNames<>("TPM_ST_", 4, StructureTag::new);

  /** TPM_ST_RSP_COMMAND: a TPM 1.2 answer to a command whose tag it does not know. */
  public static final StructureTag RSP_COMMAND = NAMES.name("RSP_COMMAND", 0x00c4);

  /** TPM_ST_NULL: no structure. */
  public static final StructureTag NULL = NAMES.name("NULL", 0x8000);

  /** TPM_ST_NO_SESSIONS: a command or response without sessions. */
  public static final StructureTag NO_SESSIONS = NAMES.name("NO_SESSIONS", 0x8001);

  /** TPM_ST_SESSIONS: a command or response with sessions. */
  public static final StructureTag SESSIONS = NAMES.name("SESSIONS", 0x8002);

  /** TPM_ST_RESERVED1: reserved. */
  public static final StructureTag RESERVED1 = NAMES.name("RESERVED1", 0x8003);

  /** TPM_ST_RESERVED2: reserved. */
  public static final StructureTag RESERVED2 = NAMES.name("RESERVED2", 0x8004);

  /** TPM_ST_ATTEST_NV: an attestation of NV contents. */
  public static final StructureTag ATTEST_NV = NAMES.name("ATTEST_NV", 0x8014);

  /** TPM_ST_ATTEST_COMMAND_AUDIT: an attestation of the command audit. */
  public static final StructureTag ATTEST_COMMAND_AUDIT =
      NAMES.name("ATTEST_COMMAND_AUDIT", 0x8015);

  /** TPM_ST_ATTEST_SESSION_AUDIT: an attestation of an audit session. */
  public static final StructureTag ATTEST_SESSION_AUDIT =
      NAMES.name("ATTEST_SESSION_AUDIT", 0x8016);

  /** TPM_ST_ATTEST_CERTIFY: an attestation of an object. */
  public static final StructureTag ATTEST_CERTIFY = NAMES.name("ATTEST_CERTIFY", 0x8017);

  /** TPM_ST_ATTEST_QUOTE: an attestation of PCRs. */
  public static final StructureTag ATTEST_QUOTE = NAMES.name("ATTEST_QUOTE", 0x8018);

  /** TPM_ST_ATTEST_TIME: an attestation of the time. */
  public static final StructureTag ATTEST_TIME = NAMES.name("ATTEST_TIME", 0x8019);

  /** TPM_ST_ATTEST_CREATION: an attestation of how an object was made. */
  public static final StructureTag ATTEST_CREATION = NAMES.name("ATTEST_CREATION", 0x801a);

  /** TPM_ST_RESERVED3: reserved. */
  public static final StructureTag RESERVED3 = NAMES.name("RESERVED3", 0x801b);

  /** TPM_ST_ATTEST_NV_DIGEST: an attestation of the digest of NV contents. */
  public static final StructureTag ATTEST_NV_DIGEST = NAMES.name("ATTEST_NV_DIGEST", 0x801c);

  /** TPM_ST_CREATION: a ticket that an object was made here. */
  public static final StructureTag CREATION = NAMES.name("CREATION", 0x8021);

  /** TPM_ST_VERIFIED: a ticket that a signature was verified here. */
  public static final StructureTag VERIFIED = NAMES.name("VERIFIED", 0x8022);

  /** TPM_ST_AUTH_SECRET: a ticket for an entity's password. */
  public static final StructureTag AUTH_SECRET = NAMES.name("AUTH_SECRET", 0x8023);

  /** TPM_ST_HASHCHECK: a ticket that a digest may be signed by a restricted key. */
  public static final StructureTag HASHCHECK = NAMES.name("HASHCHECK", 0x8024);

  /** TPM_ST_AUTH_SIGNED: a ticket for a signed authorization. */
  public static final StructureTag AUTH_SIGNED = NAMES.name("AUTH_SIGNED", 0x8025);

  /** TPM_ST_MESSAGE_VERIFIED: a ticket that a message's signature was verified here, since 1.85. */
  public static final StructureTag MESSAGE_VERIFIED = NAMES.name("MESSAGE_VERIFIED", 0x8026);

  /** TPM_ST_DIGEST_VERIFIED: a ticket that a digest's signature was verified here, since 1.85. */
  public static final StructureTag DIGEST_VERIFIED = NAMES.name("DIGEST_VERIFIED", 0x8027);

  /** TPM_ST_FU_MANIFEST: the manifest of a firmware upgrade. */
  public static final StructureTag FU_MANIFEST = NAMES.name("FU_MANIFEST", 0x8029);

  /** TPM_ST: two octets. */
  public static final Codec<StructureTag> CODEC = Codecs.number16("TPM_ST", StructureTag::new);

  /** The constant with this name, with or without {@code TPM_ST_}, in either case. */
  public static Optional<StructureTag> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
