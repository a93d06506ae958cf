package org.tssj.tpm20.structure.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.Union;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMT_TK_AUTH: a TPM's own proof that TPM2_PolicySigned or TPM2_PolicySecret was satisfied, for
 * TPM2_PolicyTicket. A command that was not asked for a ticket answers one of TPM_RH_NULL.
 *
 * @param tag TPM_ST_AUTH_SIGNED or TPM_ST_AUTH_SECRET: which of the commands
 * @param hierarchy whose proof made it, or TPM_RH_NULL
 * @param digest an HMAC that only this TPM can make and check; empty in the null ticket
 * @see "TPM 2.0 Library, Part 2, Table 99 TPMT_TK_AUTH"
 */
public record AuthTicket(StructureTag tag, Handle hierarchy, Bytes digest) {

  private static final Struct<AuthTicket> BODY =
      struct(
          "hierarchy and digest",
          AuthTicket::new,
          selected("tag", StructureTag::new, AuthTicket::tag),
          field("hierarchy", RH_HIERARCHY.or(Handle.NULL), AuthTicket::hierarchy),
          bytes16("digest", AuthTicket::digest));

  /** TPMT_TK_AUTH: one of two tags, hierarchy, HMAC. */
  public static final Codec<AuthTicket> CODEC =
      Union.union("hierarchy and digest", AuthTicket::tag, StructureTag::new)
          .on(StructureTag.AUTH_SIGNED, AuthTicket.class, BODY)
          .on(StructureTag.AUTH_SECRET, AuthTicket.class, BODY)
          .tagged("TPMT_TK_AUTH", "tag", StructureTag.CODEC);

  /** The null ticket of TPM2_PolicySigned. */
  public static final AuthTicket NULL_SIGNED =
      new AuthTicket(StructureTag.AUTH_SIGNED, Handle.NULL, Bytes.EMPTY);

  /** The null ticket of TPM2_PolicySecret. */
  public static final AuthTicket NULL_SECRET =
      new AuthTicket(StructureTag.AUTH_SECRET, Handle.NULL, Bytes.EMPTY);
}
