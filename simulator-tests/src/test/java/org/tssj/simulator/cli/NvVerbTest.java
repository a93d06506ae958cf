package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.interop.Tpm2Tools;

/** {@code tpm nv} on a TPM 2.0, beside tpm2-tools. */
@NeedsProgram({"swtpm", "tpm2_nvread"})
class NvVerbTest {

  private static final Bytes DATA = Bytes.utf8("sixteen octets..");

  private Tpm2Tools tools;

  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
    tools.write("data", DATA);
  }

  @AfterEach
  void end() throws Exception {
    tools.assertNothingLeft();
    tools.close();
  }

  @Test
  void whatWeWriteTheyRead() throws Exception {
    tools.cli("nv", "define", "0x1500001", "--size", "16").ok();
    tools.cli("nv", "write", "0x1500001", "@data").ok();
    tools.run("tpm2_nvread", "-C", "o", "-o", "read", "0x1500001");
    assertEquals(DATA, tools.read("read"));
    tools.cli("nv", "release", "0x1500001").ok();
    assertFalse(tools.run("tpm2_nvreadpublic").contains("1500001"));
  }

  @Test
  void whatTheyWriteWeReadWithItsSecretAlone() throws Exception {
    tools.run(
        "tpm2_nvdefine",
        "-C",
        "o",
        "-s",
        "16",
        "-p",
        "abc",
        "-a",
        "authread|authwrite|no_da",
        "0x1500002");
    tools.run("tpm2_nvwrite", "-P", "abc", "-i", "data", "0x1500002");
    assertEquals(
        DATA, tools.cli("nv", "read", "0x1500002", "--auth", "str:abc", "--out", "-").ok().out());
    assertEquals(
        DATA.slice(8, 14).toHex() + "\n",
        tools
            .cli("nv", "read", "0x1500002", "--auth", "str:abc", "--offset", "8", "--size", "6")
            .ok()
            .text());
    tools.cli("nv", "read", "0x1500002", "--auth", "str:no").failed(1, "TPM2_NV_Read");
    tools.cli("nv", "read", "0x1500002").failed(1, "TPM2_NV_Read");
    assertTrue(
        tools
            .cli("nv", "list")
            .ok()
            .text()
            .contains("0x01500002  16 octets  ordinary  authread,authwrite,no_da"));
  }

  @Test
  void countersBitsAndExtendedOnesAreThoseThatTheyMean() throws Exception {
    tools.cli("nv", "define", "0x1500003", "--type", "counter").ok();
    tools.cli("nv", "increment", "0x1500003").ok();
    String first = tools.cli("nv", "read", "0x1500003").ok().text();
    tools.run("tpm2_nvincrement", "-C", "o", "0x1500003");
    String second = tools.cli("nv", "read", "0x1500003").ok().text();
    assertEquals(Long.parseLong(first.strip(), 16) + 1, Long.parseLong(second.strip(), 16), second);
    tools.cli("nv", "write", "0x1500003", "@data").failed(2, "tpm nv increment");

    tools.cli("nv", "define", "0x1500004", "--type", "bits").ok();
    tools.cli(Bytes.hex("8000000000000001"), "nv", "write", "0x1500004").ok();
    tools
        .cli(Bytes.zeros(8), "nv", "write", "0x1500004", "--offset", "1")
        .failed(2, "--offset is for an ordinary area");
    tools.run("tpm2_nvsetbits", "-C", "o", "-i", "2", "0x1500004");
    assertEquals("8000000000000003\n", tools.cli("nv", "read", "0x1500004").ok().text());

    tools.cli("nv", "define", "0x1500005", "--type", "extend").ok();
    tools.cli("nv", "write", "0x1500005", "@data").ok();
    // SHA-256 of 32 zeros and the data: (head -c 32 /dev/zero; printf 'sixteen octets..') |
    // sha256sum
    assertEquals(
        tools
            .run("sh", "-c", "(head -c 32 /dev/zero; cat data) | sha256sum")
            .replaceAll(" .*\n", "\n"),
        tools.cli("nv", "read", "0x1500005").ok().text());
  }

  @Test
  void aLockedOneIsNotWritten() {
    tools
        .cli(
            "nv",
            "define",
            "0x1500006",
            "--size",
            "16",
            "--permissions",
            "ownerread,ownerwrite,write_stclear")
        .ok();
    tools.cli("nv", "write", "0x1500006", "@data").ok();
    tools.cli("nv", "lock", "0x1500006").ok();
    tools.cli("nv", "write", "0x1500006", "@data").failed(1, "TPM_RC_NV_LOCKED");
  }

  @Test
  void whatMakesNoSenseIsSaidBeforeTheTpmIsAsked() {
    tools.cli("nv", "define", "0x1500007").failed(2, "--size");
    tools.cli("nv", "define", "x", "--size", "3").failed(2, "\"x\" is no index");
    tools
        .cli("nv", "define", "0x1500007", "--size", "3", "--permissions", "all")
        .failed(2, "--permissions", "ownerread");
    tools.cli("nv", "read", "0x1500007").failed(1, "TPM2_NV_ReadPublic");
    tools.cli("nv", "define", "0x1500007", "--size", "3").ok();
    tools.cli("nv", "write", "0x1500007", "@data").failed(2, "16 octets at 0 do not fit");
    tools.cli("nv", "read", "0x1500007", "--offset", "4").failed(2, "which has 3");
    tools.cli("nv", "increment", "0x1500007").failed(2, "--type counter");
  }
}
