package org.tssj.cli.tool.quote;

import java.util.UUID;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.QuoteTool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.core.Bytes;
import org.tssj.tpm12.trousers.KeyUuid;

/** A tool that names a registered key, by a file that {@code tpm_mkuuid} wrote. */
abstract class KeyTool extends QuoteTool {

  KeyTool(String usage, Option... own) {
    super(usage, own);
  }

  /**
   * Reads the UUID at the beginning of a file.
   *
   * @throws ToolFailure if it cannot be read or is shorter, after having said so
   */
  static UUID uuid(Call call, String name) {
    Bytes content = content(call, name);
    if (content.length() < KeyUuid.SIZE) {
      throw refused(call, "Expecting a uuid of " + KeyUuid.SIZE + " bytes in " + name);
    }
    return KeyUuid.read(content.slice(0, KeyUuid.SIZE));
  }
}
