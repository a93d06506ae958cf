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
 * TPMT_TK_HASHCHECK: a TPM's own proof that it hashed a message which does not begin like one of
 * its attestations, so that a restricted key may sign the digest.
 *
 * @param hierarchy whose proof made it, or TPM_RH_NULL
 * @param digest an HMAC that only this TPM can make and check; empty in the null ticket
 * @see "TPM 2.0 Library, Part 2, Table 100 TPMT_TK_HASHCHECK"
 */
public record HashcheckTicket(Handle hierarchy, Bytes digest) {

  /** The null ticket, enough for keys that are not restricted. */
  public static final HashcheckTicket NULL = new HashcheckTicket(Handle.NULL, Bytes.EMPTY);

  /** TPMT_TK_HASHCHECK: tag, hierarchy, HMAC. */
  public static final Codec<HashcheckTicket> CODEC =
      struct(
          "TPMT_TK_HASHCHECK",
          HashcheckTicket::new,
          after(
              constant("tag", "8024"),
              field("hierarchy", RH_HIERARCHY.or(Handle.NULL), HashcheckTicket::hierarchy)),
          bytes16("digest", HashcheckTicket::digest));
}
