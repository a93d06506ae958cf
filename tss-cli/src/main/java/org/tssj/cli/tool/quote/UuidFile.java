package org.tssj.cli.tool.quote;

import java.util.UUID;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.NamedFile;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.core.Bytes;
import org.tssj.tpm12.trousers.KeyUuid;

/** The file of {@code tpm_mkuuid}. */
final class UuidFile {

  private UuidFile() {}

  /**
   * Reads the UUID at the beginning of a file.
   *
   * @throws ToolFailure if it cannot be read or is shorter, after having said so
   */
  static UUID read(Call call, String name) {
    Bytes content =
        new NamedFile(name)
            .read(call.machine())
            .orElseThrow(() -> refused(call, "Cannot open " + name));
    if (content.length() < KeyUuid.SIZE) {
      throw refused(call, "Expecting a uuid of " + KeyUuid.SIZE + " bytes in " + name);
    }
    return KeyUuid.read(content.slice(0, KeyUuid.SIZE));
  }

  private static ToolFailure refused(Call call, String why) {
    call.output().insist(why + "\n");
    return new ToolFailure(Tool.FAILED);
  }
}
