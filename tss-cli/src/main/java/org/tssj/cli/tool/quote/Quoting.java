package org.tssj.cli.tool.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.key.KeyRegistry;
import org.tssj.cli.tool.key.StorageRoot;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.trousers.KeyStoreFile;

/** What {@code tpm_getquote} and {@code tpm_getpcrhash} share: TPM_Quote2 by a registered key. */
abstract class Quoting extends KeyTool {

  /** More than any TPM has, and still a selection. */
  private static final int HIGHEST_PCR = 2039;

  static final int NONCE = 20;

  /** uuid, two files, and at least one PCR. */
  private static final int FEWEST_OPERANDS = 4;

  private static final int FIRST_PCR = 3;

  Quoting(String usage, Option... own) {
    super(usage, own);
  }

  @Override
  protected final boolean takes(int operands) {
    return operands >= FEWEST_OPERANDS;
  }

  /** The PCRs that the operands name, as they stand there. */
  static List<Integer> pcrs(Call call) {
    List<String> operands = call.arguments().operands();
    List<Integer> pcrs = new ArrayList<>();
    for (String text : operands.subList(FIRST_PCR, operands.size())) {
      // The tool of before takes 4294967296 for 0.
      if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > HIGHEST_PCR) {
        throw refused(call, "Illegal PCR value " + text);
      }
      pcrs.add(Integer.valueOf(text));
    }
    return pcrs;
  }

  /**
   * Has the registered key sign PCRs.
   *
   * @param nonce 20 octets
   */
  static Quote2.Response quote(Call call, Tspi tspi, UUID key, List<Integer> pcrs, Bytes nonce)
      throws IOException {
    StorageRoot.require(call, tspi, "loading SRK");
    KeyRegistry keys = KeyRegistry.of(tspi.tpm(), call.machine());
    try (AuthValue secret = Secret.wellKnown();
        OpenKey root = tspi.tpm().storageRootKey(secret)) {
      List<OpenKey> chain =
          tspi.call(
              "loading AIK",
              () -> keys.with(key).open(key, KeyStoreFile.EMPTY, root, each -> secret));
      try {
        return tspi.call(
            "performing quote",
            () ->
                chain
                    .get(chain.size() - 1)
                    .execute(handle -> new Quote2(handle, nonce, PcrBitmap.of(pcrs), false)));
      } finally {
        for (int k = chain.size() - 1; k >= 0; k--) {
          chain.get(k).close();
        }
      }
    }
  }

  /** The values of PCRs now, a line for each: what was asked for twice stands there twice. */
  static Bytes values(Tspi tspi, List<Integer> pcrs) {
    StringBuilder lines = new StringBuilder();
    for (int pcr : pcrs.stream().sorted().toList()) {
      Bytes value =
          tspi.call("reading PCR", () -> tspi.tpm().execute(new PcrRead(pcr)).outDigest());
      lines.append(pcr).append('=').append(value.toHex().toUpperCase(Locale.ROOT)).append('\n');
    }
    return Bytes.utf8(lines.toString());
  }
}
