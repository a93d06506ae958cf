package org.tssj.tpm20.structure.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY;
import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMT_TK_CREATION: a TPM's own proof that it made an object under given circumstances, for
 * TPM2_CertifyCreation.
 *
 * @param hierarchy whose proof made it, or TPM_RH_NULL
 * @param digest an HMAC that only this TPM can make and check; empty in the null ticket
 * @see "TPM 2.0 Library, Part 2, Table 97 TPMT_TK_CREATION"
 */
public record CreationTicket(Handle hierarchy, Bytes digest) {

  /** The null ticket, which proves nothing. */
  public static final CreationTicket NULL = new CreationTicket(Handle.NULL, Bytes.EMPTY);

  /** TPMT_TK_CREATION: tag, hierarchy, HMAC. */
  public static final Codec<CreationTicket> CODEC =
      struct(
          "TPMT_TK_CREATION",
          CreationTicket::new,
          after(
              constant("tag", "8021"), field("hierarchy", RH_HIERARCHY.or(Handle.NULL), CreationTicket::hierarchy)),
          bytes16("digest", CreationTicket::digest));
}
