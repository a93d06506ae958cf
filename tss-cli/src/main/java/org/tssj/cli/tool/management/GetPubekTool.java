package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Hex;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.key.PubKey;

/** {@code tpm_getpubek}: shows the public endorsement key. */
public final class GetPubekTool extends TpmTool {

  private static final String FUNCTION = "Tspi_TPM_GetPubEndorsementKey";

  /** The tool. */
  public GetPubekTool() {
    super(Option.UNICODE, Option.WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    try (Tspi tspi = call.connect()) {
      call.output().say("Public Endorsement Key:\n" + words(read(call, tspi)));
      call.succeeded();
    }
  }

  private static PubKey read(Call call, Tspi tspi) {
    try {
      return tspi.call(FUNCTION, () -> tspi.tpm().endorsement().read());
    } catch (ToolFailure e) {
      boolean blocked =
          e.result().filter(r -> r.value() == ResultCode.DISABLED_CMD.code()).isPresent();
      if (!blocked) {
        throw e;
      }
    }
    call.output().inform("Public PubEk access blocked, owner password required\n");
    try (AuthValue owner = call.ownerSecret()) {
      return tspi.call(FUNCTION, () -> tspi.tpm().endorsement().read(owner));
    }
  }

  /**
   * The key as a TSS describes it: usage and flags are those that a key object of trousers begins
   * with, and schemes have the numbers of the TSS, not those of the TPM.
   */
  private static String words(PubKey key) {
    return "  Version:   01010000\n"
        + "  Usage:     0x0002 (Legacy)\n"
        + "  Flags:     0x00000000 (!VOLATILE, !MIGRATABLE, !REDIRECTION)\n"
        + "  AuthUsage: 0x00 (Never)\n"
        + "  Algorithm:         0x00000020 (RSA)\n"
        + ("  Encryption Scheme: " + encScheme(key.algorithmParms().encScheme().value()) + "\n")
        + ("  Signature Scheme:  " + sigScheme(key.algorithmParms().sigScheme().value()) + "\n")
        + ("  Key Size:          " + key.algorithmParms().rsa().keyLength() + " bits\n")
        + ("  Public Key:" + Hex.words(key.pubKey()) + "\n");
  }

  private static String encScheme(int ofTpm) {
    return switch (ofTpm) {
      case 1 -> "0x00000010 (None)";
      case 2 -> "0x00000011 (RSAESPKCSv15)";
      case 3 -> "0x00000012 (RSAESOAEP_SHA1_MGF1)";
      default -> String.format("0x%08x (Unknown)", ofTpm);
    };
  }

  private static String sigScheme(int ofTpm) {
    return switch (ofTpm) {
      case 1 -> "0x00000010 (None)";
      case 2 -> "0x00000011 (RSASSAPKCS1v15_SHA1)";
      case 3 -> "0x00000012 (RSASSAPKCS1v15_DER)";
      default -> String.format("0x%08x (Unknown)", ofTpm);
    };
  }

  @Override
  protected String onTpm20() {
    return "tpm ek shows the endorsement keys of a TPM 2.0";
  }
}
