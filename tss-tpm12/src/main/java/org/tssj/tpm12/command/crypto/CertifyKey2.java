package org.tssj.tpm12.command.crypto;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.attest.CertifyInfo2;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_CertifyKey2: has a key certify a restricted-migration key (CMK).
 *
 * @param keyHandle the key that is certified
 * @param certHandle the key that certifies
 * @param migrationPubDigest digest of the migration authority's TPM_PUBKEY, 20 octets
 * @param antiReplay the verifier's nonce, 20 octets
 * @see "TPM 1.2 Main, Part 3, 13.9 TPM_CertifyKey2"
 */
public record CertifyKey2(
    Handle keyHandle, Handle certHandle, Bytes migrationPubDigest, Bytes antiReplay)
    implements Command<CertifyKey2.Response> {

  /**
   * What TPM_CertifyKey2 answers.
   *
   * @param certifyInfo what is signed
   * @param outData the signature
   */
  public record Response(CertifyInfo2 certifyInfo, Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CertifyKey2 response",
            Response::new,
            field("certifyInfo", CertifyInfo2.CODEC, Response::certifyInfo),
            bytes32("outData", Response::outData));
  }

  /** TPM_ORD_CertifyKey2: keyAuth unless it has no secret and certAuth unless it has no secret. */
  public static final CommandSpec<CertifyKey2, Response> SPEC =
      command(
          0x33,
          struct(
              "TPM_CertifyKey2",
              CertifyKey2::new,
              handle("keyHandle", CertifyKey2::keyHandle),
              handle("certHandle", CertifyKey2::certHandle),
              bytes("migrationPubDigest", 20, CertifyKey2::migrationPubDigest),
              bytes("antiReplay", 20, CertifyKey2::antiReplay)),
          Response.CODEC,
          optional("keyAuth"),
          optional("certAuth"));

  @Override
  public CommandSpec<CertifyKey2, Response> spec() {
    return SPEC;
  }
}
