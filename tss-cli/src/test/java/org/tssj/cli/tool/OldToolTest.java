package org.tssj.cli.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.cli.FakeMachine;

/** What needs no TPM. */
class OldToolTest {

  private final FakeMachine machine = new FakeMachine().variable("TSSJ_TPM", "swtpm:port=1");

  static java.util.List<String> names() {
    return Tools.names();
  }

  /** The help of tpm-tools 1.3.9.2, which has been taken down from a run. */
  private static String helpOfBefore(String name) throws IOException {
    try (var in = OldToolTest.class.getResourceAsStream("help/" + name + ".txt")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      in.transferTo(out);
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  private static boolean isQuoteTool(String name) {
    return OldToolTest.class.getResource("help/" + name + ".txt") == null;
  }

  @ParameterizedTest
  @MethodSource("names")
  void helpIsThatOfBefore(String name) throws IOException {
    if (isQuoteTool(name)) {
      return;
    }
    int exitCode = machine.tool(name, "--help");
    assertEquals(helpOfBefore(name), machine.out());
    assertEquals(name.matches("tpm_version|tpm_selftest|tpm_unsealdata") ? 0 : 255, exitCode);
    assertEquals("", machine.err());
  }

  @Test
  void everyNameHasItsTool() {
    for (String name : Tools.names()) {
      assertTrue(Tools.named(name).isPresent(), name);
      assertTrue(Tools.isOldName(name), name);
    }
  }

  @Test
  void aNameThatIsNoneListsThoseThereAre() {
    assertEquals(255, machine.tool("tpm_fly"));
    assertTrue(
        machine.err().startsWith("tpm_fly: there is no such tool; there are tpm_version, "),
        machine.err());
    assertFalse(Tools.isOldName("tpm"));
    assertFalse(Tools.isOldName("tpm2_pcrread"));
  }

  @Test
  void theVersionIsTheOneWhoseBehaviourItIs() {
    assertEquals(255, machine.tool("tpm_clear", "-v"));
    assertEquals("tpm_clear version: 1.3.9.2\n", machine.out());
    assertEquals(0, machine.tool("tpm_version", "--ver"));
    assertEquals("tpm_version version: 1.3.9.2\n", machine.out());
  }

  @Test
  void whatComesFirstCounts() throws IOException {
    assertEquals(255, machine.tool("tpm_clear", "-v", "-h"));
    assertEquals("tpm_clear version: 1.3.9.2\n", machine.out());
    machine.tool("tpm_clear", "-h", "-v");
    assertEquals(helpOfBefore("tpm_clear"), machine.out());
    machine.tool("tpm_clear", "-h", "-x");
    assertEquals("", machine.err());
  }

  @Test
  void anOptionThatIsNoneIsSaidOnStandardErrorAndTheHelpOnStandardOutput() throws IOException {
    assertEquals(255, machine.tool("tpm_setoperatorauth", "-n"));
    assertEquals("tpm_setoperatorauth: invalid option -- 'n'\n", machine.err());
    assertEquals(helpOfBefore("tpm_setoperatorauth"), machine.out());
  }

  @Test
  void aWrongOptionIsAFailureEvenWhereTheToolOfBeforeEndedWithZero() {
    assertEquals(255, machine.tool("tpm_selftest", "--resluts"));
    assertEquals(255, machine.tool("tpm_version", "-l", "loud"));
    assertTrue(
        machine.out().startsWith("Valid log levels are: none, error, info, debug\nUsage: "),
        machine.out());
  }

  @Test
  void aTpmThatCannotBeReachedIsOneLineForScriptsAndOneForPeople() {
    assertEquals(255, machine.tool("tpm_version"));
    String[] lines = machine.err().split("\n", -1);
    assertEquals(
        "Tspi_Context_Connect failed: 0x00003011 - layer=tsp, code=0011 (17), Communication"
            + " failure",
        lines[0]);
    assertTrue(lines[1].startsWith("tpm_version: swtpm:port=1: "), lines[1]);
    assertTrue(lines[1].endsWith("(chosen by TSSJ_TPM)"), lines[1]);
  }

  @Test
  void levelNoneIsSilent() {
    assertEquals(255, machine.tool("tpm_version", "-l", "none"));
    assertEquals("", machine.err());
    assertEquals("", machine.out());
  }

  @Test
  void aConnectionStringThatIsNoneIsSaidWithTheVariable() {
    machine.variable("TSSJ_TPM", "nonsense:");
    assertEquals(255, machine.tool("tpm_version"));
    assertTrue(
        machine.err().startsWith("tpm_version: TSSJ_TPM: no transport takes \"nonsense:\""),
        machine.err());
  }

  @Test
  void aFullDiskIsAFailure() {
    assertEquals(255, machine.fullDisk().tool("tpm_version", "-h"));
    assertEquals("tpm_version: standard output: no space left on device\n", machine.err());
  }

  @Nested
  class NewSecrets {

    @Test
    void thatDifferWhenTypedAgainEndItBeforeATpmIsAsked() {
      assertEquals(255, machine.in(octets("a\nb\n")).tool("tpm_takeownership"));
      assertEquals("Passwords didn't match\n", machine.out());
      assertEquals("Enter owner password: Confirm password: ", machine.err());
    }

    @Test
    void areAskedForOneAfterTheOther() {
      assertEquals(255, machine.in(octets("a\na\nb\nc\n")).tool("tpm_takeownership", "-u"));
      assertEquals("Passwords didn't match\n", machine.out());
      assertEquals(
          "Enter owner password: Confirm password: Enter SRK password: Confirm password: ",
          machine.err());
    }

    @Test
    void areTypedOnTheTerminalWhereThereIsOne() {
      machine.types("a", "b").in(octets("a\na\n"));
      assertEquals(255, machine.tool("tpm_takeownership"));
      assertEquals("Enter owner password: Confirm password: ", machine.prompts());
      assertEquals("", machine.err());
    }

    private static byte[] octets(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  @Nested
  class EndorsementKeys {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "-r;Please specify -i, --infile or -g, --generate-secret",
          "-r -o x;Please specify -i, --infile or -g, --generate-secret",
          "-r -g;Please specify an output file",
          "-r -g -i x;Please specify an output file",
          "-r -g -i x -o x;The option -i, --infile is not valid with -g",
          "-r -i x -o x;The option -o, --outfile is not valid with -i, --infile",
          "-r -i /nowhere/x;Unable to open input file: /nowhere/x",
          "-r -g -o /nowhere/x;Unable to open output file: /nowhere/x",
          "-g -o x;The options -i, -g and -o are not valid without -r, --revocable",
          "-i x;The options -i, -g and -o are not valid without -r, --revocable",
        })
    void areNotMadeFromOptionsThatContradict(String options, String why) {
      assertEquals(255, machine.tool("tpm_createek", options.split(" ")));
      assertEquals(why + "\n", machine.err());
    }

    @Test
    void areNotRevokedWithoutASecretOfTwentyOctets() throws IOException {
      Path file = Files.write(folder.resolve("secret"), new byte[19]);
      assertEquals(255, machine.tool("tpm_revokeek", "-i", file.toString()));
      assertEquals(
          "Error: the secret data file " + file + " contains less than 20 bytes. Aborting ...\n",
          machine.err());
      assertEquals(255, machine.tool("tpm_revokeek"));
      assertEquals(
          "Please specify which file contains the secret to revoke the Ek (use option -i,"
              + " --infile).\n",
          machine.err());
    }

    @Test
    void areRevokedByTheFirstTwentyOctetsOfAFile() throws IOException {
      Path file = Files.write(folder.resolve("secret"), new byte[21]);
      assertEquals(255, machine.tool("tpm_revokeek", "-i", file.toString()));
      assertEquals(
          "WARNING: Using only the first 20 bytes of file " + file + " for secret data\n",
          machine.out());
      assertTrue(machine.err().startsWith("Tspi_Context_Connect failed"), machine.err());
    }

    @Test
    void leaveTheSecretOfTheOneBeforeWhenTheyCannotBeMade() throws IOException {
      Path file = Files.writeString(folder.resolve("secret"), "of the key that is there");
      assertEquals(255, machine.tool("tpm_createek", "-r", "-g", "-o", file.toString()));
      assertTrue(machine.err().startsWith("Tspi_Context_Connect failed"), machine.err());
      assertEquals("of the key that is there", Files.readString(file));
      Files.writeString(file, "short");
      assertEquals(255, machine.tool("tpm_createek", "-r", "-g", "-o", file.toString()));
      assertEquals("short", Files.readString(file));
      Path fresh = folder.resolve("fresh");
      assertEquals(255, machine.tool("tpm_createek", "-r", "-g", "-o", fresh.toString()));
      assertEquals(0, Files.size(fresh));
    }
  }

  @Test
  void nothingToChangeIsTheHelp() throws IOException {
    assertEquals(255, machine.tool("tpm_changeownerauth", "-z"));
    assertEquals(helpOfBefore("tpm_changeownerauth"), machine.out());
  }
}
