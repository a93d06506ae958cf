package org.tssj.tpm20.command.vendor;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;

/**
 * TPM2_Vendor_TCG_Test: answers what it was sent: the one vendor command that the reference code
 * has.
 *
 * @param inputData any octets: at most the largest digest
 * @see "TPM 2.0 Library, Part 3, 34 TPM2_Vendor_TCG_Test"
 */
public record VendorTcgTest(Bytes inputData) implements Command<VendorTcgTest.Response> {

  /**
   * What TPM2_Vendor_TCG_Test answers.
   *
   * @param outputData the same octets
   */
  public record Response(Bytes outputData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Vendor_TCG_Test response",
            Response::new,
            bytes16("outputData", Response::outputData));
  }

  /** TPM_CC_Vendor_TCG_Test. */
  public static final CommandSpec<VendorTcgTest, Response> SPEC =
      command(
          0x20000000,
          struct(
              "TPM2_Vendor_TCG_Test",
              VendorTcgTest::new,
              bytes16("inputData", VendorTcgTest::inputData)),
          Response.CODEC);

  @Override
  public CommandSpec<VendorTcgTest, Response> spec() {
    return SPEC;
  }
}
