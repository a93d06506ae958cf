package org.tssj.tpm12.command.storage;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.AnswerCipher;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.storage.SealedBlob;
import org.tssj.tpm12.structure.storage.StoredData12;

/**
 * TPM_Unseal: opens sealed data. What TPM_Sealx sealed comes back encrypted under the session of the
 * storage key, which has to be an OSAP one; the answer here is the clear data.
 *
 * @param parentHandle the storage key it was sealed under
 * @param inData the sealed data
 * @see "TPM 1.2 Main, Part 3, 10.2 TPM_Unseal"
 */
public record Unseal(Handle parentHandle, SealedBlob inData) implements Command<Unseal.Response> {

  /**
   * What TPM_Unseal answers.
   *
   * @param secret what was sealed
   */
  public record Response(AuthValue secret) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_Unseal response", Response::new, secret32("secret", Response::secret));
  }

  /** TPM_ORD_Unseal: the storage key's unless it has no secret, and the data's. */
  public static final CommandSpec<Unseal, Response> SPEC =
      command(
          0x18,
          struct(
              "TPM_Unseal",
              Unseal::new,
              handle("parentHandle", Unseal::parentHandle),
              field("inData", SealedBlob.CODEC, Unseal::inData)),
          Response.CODEC,
          optional("parentAuth"),
          required("dataAuth"))
          .withEncryptedAnswer("parentAuth", Unseal::reveal);

  private static Response reveal(Unseal command, Response answer, AnswerCipher cipher) {
    if (command.inData() instanceof StoredData12 sealed && sealed.et().value() != 0) {
      try (AuthValue encrypted = answer.secret()) {
        return new Response(cipher.decrypt(sealed.et(), encrypted));
      }
    }
    return answer;
  }

  @Override
  public CommandSpec<Unseal, Response> spec() {
    return SPEC;
  }
}
