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
 * TPM2_EncryptDecrypt: encrypts or decrypts with a symmetric key. {@link EncryptDecrypt2} lets a
 * session encrypt what is sent.
 *
 * @param keyHandle a loaded symmetric key
 * @param decrypt true to decrypt, false to encrypt
 * @param mode the cipher mode, or TPM_ALG_NULL to take the key's own
 * @param ivIn the initial vector or counter block; empty for ECB
 * @param inData at most 1024 octets
 * @see "TPM 2.0 Library, Part 3, 15.2 TPM2_EncryptDecrypt"
 */
public record EncryptDecrypt(
    Handle keyHandle, boolean decrypt, AlgorithmId mode, Bytes ivIn, AuthValue inData)
    implements Command<EncryptDecrypt.Response> {

  /**
   * What TPM2_EncryptDecrypt answers.
   *
   * @param outData as many octets
   * @param ivOut the vector to go on with
   */
  public record Response(AuthValue outData, Bytes ivOut) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_EncryptDecrypt response",
            Response::new,
            secret16("outData", Response::outData),
            bytes16("ivOut", 16, Response::ivOut));
  }

  /** TPM_CC_EncryptDecrypt. */
  public static final CommandSpec<EncryptDecrypt, Response> SPEC =
      command(
          0x0164,
          struct(
              "TPM2_EncryptDecrypt",
              EncryptDecrypt::new,
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, EncryptDecrypt::keyHandle),
              yesNo("decrypt", EncryptDecrypt::decrypt),
              field("mode", AlgorithmInterface.CIPHER_MODE.or(AlgorithmId.NULL), EncryptDecrypt::mode),
              bytes16("ivIn", 16, EncryptDecrypt::ivIn),
              secret16("inData", EncryptDecrypt::inData)),
          Response.CODEC);

  @Override
  public CommandSpec<EncryptDecrypt, Response> spec() {
    return SPEC;
  }
}
