package org.tssj.tpm20.command.symmetric;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_EncryptDecrypt2: encrypts or decrypts with a symmetric key.
 *
 * @param keyHandle a loaded symmetric key
 * @param inData at most 1024 octets
 * @param decrypt true to decrypt, false to encrypt
 * @param mode the cipher mode, or TPM_ALG_NULL to take the key's own
 * @param ivIn the initial vector or counter block; empty for ECB
 * @see "TPM 2.0 Library, Part 3, 15.3 TPM2_EncryptDecrypt2"
 */
public record EncryptDecrypt2(
    Handle keyHandle, AuthValue inData, boolean decrypt, AlgorithmId mode, Bytes ivIn)
    implements Command<EncryptDecrypt2.Response> {

  /**
   * What TPM2_EncryptDecrypt2 answers.
   *
   * @param outData as many octets
   * @param ivOut the vector to go on with
   */
  public record Response(AuthValue outData, Bytes ivOut) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_EncryptDecrypt2 response",
            Response::new,
            secret16("outData", Response::outData),
            bytes16("ivOut", 16, Response::ivOut));
  }

  /** TPM_CC_EncryptDecrypt2. */
  public static final CommandSpec<EncryptDecrypt2, Response> SPEC =
      command(
          0x0193,
          struct(
              "TPM2_EncryptDecrypt2",
              EncryptDecrypt2::new,
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, EncryptDecrypt2::keyHandle),
              secret16("inData", EncryptDecrypt2::inData),
              yesNo("decrypt", EncryptDecrypt2::decrypt),
              field("mode", AlgorithmInterface.CIPHER_MODE.or(AlgorithmId.NULL), EncryptDecrypt2::mode),
              bytes16("ivIn", 16, EncryptDecrypt2::ivIn)),
          Response.CODEC);

  @Override
  public CommandSpec<EncryptDecrypt2, Response> spec() {
    return SPEC;
  }
}
