package org.tssj.tpm12.command.storage;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.required;

import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.EncAuthField;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.pcr.PcrBinding;
import org.tssj.tpm12.structure.storage.SealedBlob;

/**
 * TPM_Seal: encrypts data so that only this TPM opens it, and only while PCRs are as given.
 *
 * @param keyHandle a storage key that is not migratable
 * @param encAuth secret of the sealed data, 20 octets
 * @param pcrInfo what it is sealed to; nothing for any state
 * @param inData what is sealed; what fits one RSA block
 * @see "TPM 1.2 Main, Part 3, 10.1 TPM_Seal"
 */
public record Seal(
    Handle keyHandle, AuthValue encAuth, Optional<PcrBinding> pcrInfo, AuthValue inData)
    implements Command<Seal.Response> {

  /**
   * What TPM_Seal answers.
   *
   * @param sealedData the sealed data, to be kept anywhere
   */
  public record Response(SealedBlob sealedData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Seal response",
            Response::new,
            field("sealedData", SealedBlob.CODEC, Response::sealedData));
  }

  /** TPM_ORD_Seal: pubAuth, the storage key's, by OSAP. */
  public static final CommandSpec<Seal, Response> SPEC =
      command(
          0x17,
          struct(
              "TPM_Seal",
              Seal::new,
              handle("keyHandle", Seal::keyHandle),
              EncAuthField.encAuth("encAuth", "pubAuth", Seal::encAuth),
              sizedOrEmpty32("pcrInfo", PcrBinding.CODEC, Seal::pcrInfo),
              secret32("inData", Seal::inData)),
          Response.CODEC,
          required("pubAuth"));

  @Override
  public CommandSpec<Seal, Response> spec() {
    return SPEC;
  }
}
