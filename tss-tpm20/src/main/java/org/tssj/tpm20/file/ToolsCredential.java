package org.tssj.tpm20.file;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.command.object.MakeCredential;

/**
 * The file that {@code tpm2_makecredential -o} writes and {@code tpm2_activatecredential -i} reads:
 * both halves of a credential.
 */
public final class ToolsCredential {

  // TPM2B_ID_OBJECT and TPM2B_ENCRYPTED_SECRET behind the head of tpm2-tools' files.
  private static final Codec<MakeCredential.Response> FILE =
      struct(
          "tpm2-tools credential",
          MakeCredential.Response::new,
          after(
              constant("magic", "badcc0de"),
              constant("version", "00000001"),
              bytes16("credentialBlob", MakeCredential.Response::credentialBlob)),
          bytes16("secret", MakeCredential.Response::secret));

  private ToolsCredential() {}

  /**
   * Reads a file.
   *
   * @throws org.tssj.core.wire.WireException if it is none
   */
  public static MakeCredential.Response read(Bytes file) {
    return FILE.decode(file);
  }

  /** The file of a credential. */
  public static Bytes write(MakeCredential.Response credential) {
    return FILE.encode(credential);
  }
}
