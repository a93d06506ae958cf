package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.Bytes;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.session.Oiap;

/** {@code tpm session} on a TPM 1.2 without a daemon. */
@NeedsLibrary("libtpms.so.0")
class Session12VerbTest {

  @TempDir Path folder;

  private String connection() {
    return "libtpms:family=1.2,state=" + folder;
  }

  private Cli cli(String... arguments) {
    return Cli.run(connection(), folder, Bytes.EMPTY, arguments);
  }

  @Test
  void whatAProgramLeftIsListedAndFlushed() throws Exception {
    assertEquals("", cli("session", "list").ok().text());
    try (Tpm12 tpm = Tpm12.over(Transports.open(connection()))) {
      tpm.execute(new Oiap());
    }
    String listed = cli("session", "list").ok().text();
    assertTrue(listed.matches("0x[0-9a-f]{8} {2}session\\n"), listed);
    cli("session", "flush", "0xffffffff").failed(2, "nothing is at 0xffffffff");
    assertEquals(listed.substring(0, 10) + "\n", cli("session", "flush", "--all").ok().text());
    assertEquals("", cli("session", "list").ok().text());
  }
}
