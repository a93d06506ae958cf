package org.tssj.tpm12.command.testing;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * TPM_CertifySelfTest: tests the TPM and has the result signed. Deleted from the specification;
 * TPMs answer TPM_BAD_ORDINAL.
 *
 * @param keyHandle the key that signs
 * @param antiReplay the verifier's nonce, 20 octets
 * @see "TPM 1.2 Main, Part 3, 28.3 TPM_CertifySelfTest"
 */
public record CertifySelfTest(Handle keyHandle, Bytes antiReplay)
    implements Command<CertifySelfTest.Response> {

  /**
   * What TPM_CertifySelfTest answers.
   *
   * @param sig signature of {@code Test Passed}, the nonce and the ordinal
   */
  public record Response(Bytes sig) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_CertifySelfTest response", Response::new, bytes32("sig", Response::sig));
  }

  /** TPM_ORD_CertifySelfTest: privAuth unless it has no secret. */
  public static final CommandSpec<CertifySelfTest, Response> SPEC =
      command(
          0x52,
          struct(
              "TPM_CertifySelfTest",
              CertifySelfTest::new,
              handle("keyHandle", CertifySelfTest::keyHandle),
              bytes("antiReplay", 20, CertifySelfTest::antiReplay)),
          Response.CODEC,
          optional("privAuth"));

  @Override
  public CommandSpec<CertifySelfTest, Response> spec() {
    return SPEC;
  }
}
