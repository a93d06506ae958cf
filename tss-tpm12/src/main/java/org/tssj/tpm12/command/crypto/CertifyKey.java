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
import org.tssj.tpm12.structure.attest.KeyCertification;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_CertifyKey: has a key certify another one.
 *
 * @param certHandle the key that certifies
 * @param keyHandle the key that is certified
 * @param antiReplay the verifier's nonce, 20 octets
 * @see "TPM 1.2 Main, Part 3, 13.8 TPM_CertifyKey"
 */
public record CertifyKey(Handle certHandle, Handle keyHandle, Bytes antiReplay)
    implements Command<CertifyKey.Response> {

  /**
   * What TPM_CertifyKey answers.
   *
   * @param certifyInfo what is signed
   * @param outData the signature
   */
  public record Response(KeyCertification certifyInfo, Bytes outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_CertifyKey response",
            Response::new,
            field("certifyInfo", KeyCertification.CODEC, Response::certifyInfo),
            bytes32("outData", Response::outData));
  }

  /** TPM_ORD_CertifyKey: certAuth unless it has no secret and keyAuth unless it has no secret. */
  public static final CommandSpec<CertifyKey, Response> SPEC =
      command(
          0x32,
          struct(
              "TPM_CertifyKey",
              CertifyKey::new,
              handle("certHandle", CertifyKey::certHandle),
              handle("keyHandle", CertifyKey::keyHandle),
              bytes("antiReplay", 20, CertifyKey::antiReplay)),
          Response.CODEC,
          optional("certAuth"),
          optional("keyAuth"));

  @Override
  public CommandSpec<CertifyKey, Response> spec() {
    return SPEC;
  }
}
