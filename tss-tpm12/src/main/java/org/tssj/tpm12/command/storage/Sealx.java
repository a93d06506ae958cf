package org.tssj.tpm12.command.storage;

import static org.tssj.core.wire.Fields.field;
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
import org.tssj.tpm12.command.EncDataField;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.pcr.PcrInfoLong;
import org.tssj.tpm12.structure.storage.StoredData12;

/**
 * TPM_Sealx: as TPM_Seal, but the data travels encrypted, here and when it is unsealed.
 *
 * @param keyHandle a storage key that is not migratable
 * @param encAuth secret of the sealed data, 20 octets
 * @param pcrInfo what it is sealed to; nothing for any state
 * @param inData what is sealed; what fits one RSA block
 * @see "TPM 1.2 Main, Part 3, 10.7 TPM_Sealx"
 */
public record Sealx(
    Handle keyHandle, AuthValue encAuth, Optional<PcrInfoLong> pcrInfo, AuthValue inData)
    implements Command<Sealx.Response> {

  /**
   * What TPM_Sealx answers.
   *
   * @param sealedData the sealed data, to be kept anywhere
   */
  public record Response(StoredData12 sealedData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Sealx response",
            Response::new,
            field("sealedData", StoredData12.CODEC, Response::sealedData));
  }

  /** TPM_ORD_Sealx: pubAuth, the storage key's, by OSAP. */
  public static final CommandSpec<Sealx, Response> SPEC =
      command(
          0x3d,
          struct(
              "TPM_Sealx",
              Sealx::new,
              handle("keyHandle", Sealx::keyHandle),
              EncAuthField.encAuth("encAuth", "pubAuth", Sealx::encAuth),
              sizedOrEmpty32("pcrInfo", PcrInfoLong.CODEC, Sealx::pcrInfo),
              EncDataField.encData("inData", "pubAuth", Sealx::inData)),
          Response.CODEC,
          required("pubAuth"));

  @Override
  public CommandSpec<Sealx, Response> spec() {
    return SPEC;
  }
}
