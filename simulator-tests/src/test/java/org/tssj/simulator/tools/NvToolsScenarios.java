package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.integrity.Extend;

/** The tools for NV areas, side by side with those of tpm-tools. */
@NeedsProgram({"tcsd", "swtpm", "tpm_nvdefine"})
@Timeout(300)
abstract class NvToolsScenarios extends TwinScenarios {

  private static final List<String> TOOLS =
      List.of("tpm_nvdefine", "tpm_nvrelease", "tpm_nvread", "tpm_nvwrite", "tpm_nvinfo");

  private void define(String index, String size, String permissions, String... more)
      throws Exception {
    same(
        Stream.concat(
                Stream.of("tpm_nvdefine", "-i", index, "-s", size, "-p", permissions),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** From now on the TPM checks who reads, writes and defines. */
  private void lock() throws IOException {
    twins().both(tpm -> tpm.nv().lockForEver());
  }

  @Test
  void anAreaLivesAsInTheTranscript() throws Exception {
    twins().write("nvdata.bin", Bytes.utf8("hello tpm12 nv!!"));
    same("tpm_nvinfo");
    define("0x11", "20", "OWNERREAD|OWNERWRITE", "-y");
    define("0x11", "20", "OWNERREAD|OWNERWRITE", "-y");
    define("0x12", "20", "AUTHREAD|AUTHWRITE", "-y", "-z");
    same("tpm_nvinfo");
    same("tpm_nvwrite", "-i", "0x11", "-f", "@nvdata.bin", "-z");
    same("tpm_nvread", "-i", "0x11", "-z");
    same("tpm_nvread", "-i", "17", "-s", "5", "-n", "6", "-z", "-f", "@nvout.bin");
    assertEquals(Bytes.utf8("tpm12"), twins().ours("nvout.bin"));
    same("tpm_nvread", "-i", "17", "-s", "4", "-n", "6", "-z", "-f", "@nvout.bin");
    same("tpm_nvwrite", "-i", "0x11", "-d", "XYZ", "-n", "16", "-z");
    same("tpm_nvread", "-i", "0x11", "-z");
    same("tpm_nvwrite", "-i", "0x12", "-d", "auth-data", "-z");
    same("tpm_nvread", "-i", "0x12", "-z");
    same("tpm_nvread", "-i", "0x99", "-z");
    same("tpm_nvrelease", "-i", "0x99", "-y");
    same("tpm_nvrelease", "-i", "0x12", "-y", "operand");
    same("tpm_nvinfo", "-n");
  }

  @Test
  void theySayTheSameAboutThemselves() throws Exception {
    saysTheSameAboutItself(
        TOOLS, "-q", "--nonsense", "-i", "-i zz", "-i -1 -h", "-l loud", "-l", "--i=zz");
    same("tpm_nvdefine", "-p", "?");
    same("tpm_nvwrite", "-i", "0x10", "-z", "--fillvalue=0x41", "-s", "3");
    same("tpm_nvread", "--use-unicode", "--well-known", "--index", "0x10");
    same(
        Step.of("tpm_nvwrite", "-i", "0x10", "-z", "--fill-value=0x41", "-s", "3")
            .ignoring(Step.STATUS, "the old tool does not take what its help says")
            .ignoring(Step.OUT, "the old tool does not take what its help says")
            .ignoring(Step.ERR, "the old tool does not take what its help says"));
  }

  @Test
  void informationAboutAreas() throws Exception {
    define("0x20", "8", "AUTHREAD|AUTHWRITE", "-y", "-z", "-r", "0", "-r", "10", "-w", "16");
    twins()
        .write(
            "pcrs",
            Bytes.utf8(
                "r 0 00112233445566778899AABBCCDDEEFF00112233\nw 17 " + "ab".repeat(20) + "\n"));
    define("0x21", "8", "AUTHREAD|AUTHWRITE", "-y", "-z", "-f", "@pcrs");
    define(
        "0x22",
        "8",
        "READ_STCLEAR|WRITE_STCLEAR|WRITEDEFINE|WRITEALL|GLOBALLOCK|PPREAD|PPWRITE",
        "-y");
    define("0x23", "0x8", "0x20000", "-y");
    define("0x24", "010", "131072|OWNERWRITE", "-y");
    define("0x25", "8", "OWNERWRITE|", "-y");
    same("tpm_nvinfo");
    same("tpm_nvinfo", "-n");
    same("tpm_nvinfo", "-i", "0x20");
    same("tpm_nvinfo", "-i", "0x20", "-n");
    same("tpm_nvinfo", "-n", "-i", "0x20");
    same("tpm_nvinfo", "--index=35", "operand");
    same("tpm_nvinfo", "-i", "0x77");
    same("tpm_nvinfo", "-l", "debug", "-i", "0x20");
    same("tpm_nvinfo", "-l", "none");
  }

  @Test
  void whatIsNoDefinition() throws Exception {
    twins().write("garbage", Bytes.utf8("garbage\n"));
    twins().write("direction", Bytes.utf8("x 0 00112233445566778899AABBCCDDEEFF00112233\n"));
    twins().write("high", Bytes.utf8("r 24 00112233445566778899AABBCCDDEEFF00112233\n"));
    same("tpm_nvdefine");
    same("tpm_nvdefine", "-s", "8", "-p", "OWNERWRITE");
    same("tpm_nvdefine", "-i", "0x20", "-y");
    define("0x20", "8", "", "-y");
    define("0x20", "8", "NONSENSE", "-y");
    define("0x20", "8", "OWNERREAD|NONSENSE", "-y");
    define("0x20", "8", "OWNERREAD,OWNERWRITE", "-y");
    define("0x20", "8", "ownerread", "-y");
    define("0x20", "zz", "OWNERREAD", "-y");
    define("0x20", "0", "OWNERREAD|OWNERWRITE", "-y");
    same("tpm_nvdefine", "-i", "0x20", "-p", "OWNERREAD|OWNERWRITE", "-y");
    define("0x20", "8", "AUTHREAD|AUTHWRITE", "-y");
    define("0x20", "8", "AUTHREAD|AUTHWRITE", "-o", "");
    define("0x20", "8", "AUTHREAD", "-y");
    define("0x20", "8", "AUTHREAD");
    define("0x20", "8", "OWNERREAD", "-y", "-f", "@missing");
    define("0x20", "8", "OWNERREAD", "-y", "-f", "@garbage");
    define("0x20", "8", "OWNERREAD", "-y", "-f", "@direction");
    define("0x20", "8", "OWNERREAD", "-y", "-f", "@high");
    define("0x20", "100000", "OWNERREAD", "-y");
    define("0x10000020", "8", "OWNERREAD|OWNERWRITE", "-y");
    define("0", "8", "OWNERREAD|OWNERWRITE", "-y");
    same("tpm_nvinfo");
  }

  @Test
  void whatOursDoesNotTakeForSomethingElse() throws Exception {
    for (String index : List.of("0x10zz", "16z", "0x100000010", "0x")) {
      Outcome ours = twins().onlyOurs(Step.of("tpm_nvread", "-i", index, "-z"));
      assertEquals(255, ours.status(), index + " is not the area 0x10, as it is for the old tool");
      assertEquals("", ours.text());
    }
    same(
        Step.of("tpm_nvdefine", "-i", "0x20", "-s", "8", "-p", "OWNERREAD", "-y", "-r", "24")
            .ignoring(Step.ERR, "the old tool ends without a word"));
    for (String pcrs : List.of("0,10", "zz", "1x")) {
      Step step =
          Step.of("tpm_nvdefine", "-i", "0x20", "-s", "8", "-p", "OWNERREAD", "-y", "-r", pcrs);
      assertEquals(255, twins().onlyOurs(step).status(), "the old tool takes a part of " + pcrs);
    }
    twins().write("pcrs", Bytes.utf8("r 0 0011\n"));
    Step step =
        Step.of("tpm_nvdefine", "-i", "0x20", "-s", "8", "-p", "OWNERREAD", "-y", "-f", "@pcrs");
    assertEquals(255, twins().onlyOurs(step).status(), "a value no PCR will ever have");
  }

  @Test
  void readingAndItsMistakes() throws Exception {
    same("tpm_nvread");
    same("tpm_nvread", "-i", "0");
    same("tpm_nvread", "-i", "0x99");
    same("tpm_nvread", "-i", "0x10");
    same("tpm_nvread", "-i", "0x10", "-z", "-s", "100");
    same("tpm_nvread", "-i", "0x10", "-z", "-s", "0");
    same("tpm_nvread", "-i", "0x10", "-z", "-n", "18");
    same("tpm_nvread", "-i", "0x10", "-z", "-n", "20");
    same("tpm_nvread", "-i", "0x10", "-z", "-n", "21");
    same("tpm_nvread", "-i", "0x10", "-z", "-n", "zz");
    same("tpm_nvread", "-i", "0x10", "-z", "-s", "-1");
    same("tpm_nvread", "-i", "0x10", "-z", "-s", "17", "-n", "1");
    same("tpm_nvread", "-i", "0x10", "-z", "-f", "/nowhere/file");
    same("tpm_nvread", "-i", "0x10", "-z", "-f", "@file", "-s", "3");
    same("tpm_nvread", "-i", "0x10", "-z", "-l", "none", "-n", "21");
    same("tpm_nvread", "-i", "0x10", "-pwrong");
  }

  @Test
  void aPasswordThatIsAskedFor() throws Exception {
    same(Step.of("tpm_nvread", "-i", "0x10", "-p", "operand").typed("wrong"));
  }

  @Test
  void aPasswordThatIsAskedForInUtf16() throws Exception {
    same(Step.of("tpm_nvread", "-i", "0x10", "-u", "--password").typed("wrong"));
  }

  @Test
  void writingAndItsMistakes() throws Exception {
    twins().write("data", Bytes.utf8("from a file"));
    twins().write("empty", Bytes.EMPTY);
    same("tpm_nvwrite");
    same("tpm_nvwrite", "-i", "0x99", "-d", "xx", "-z");
    same("tpm_nvwrite", "-i", "0x10", "-s", "4");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-m", "0x41");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-m", "256", "-s", "5");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-m", "0x41", "-s", "5");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-d", "abcdef", "-s", "4", "-n", "3");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-d", "abcdef", "-n", "15");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-d", "abcdef", "-n", "21");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-d", "");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-d", "abcdef", "-s", "0");
    same("tpm_nvwrite", "-i", "0x10", "-z");
    same("tpm_nvwrite", "-i", "0x10", "-d", "nobody");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-f", "@data", "-s", "6");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-f", "@data", "-d", "data first");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-f", "@empty");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-f", "@missing");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-f", "/tmp");
    same("tpm_nvwrite", "-i", "0x10", "-z", "-n", "zz", "-d", "x");
    same("tpm_nvwrite", "-i", "0", "-z");
    same("tpm_nvwrite", "-i", "0");
    same("tpm_nvread", "-i", "0x10", "-z");
  }

  @Test
  void aLockedTpmWantsItsOwnerAndTheSecretsOfItsAreas() throws Exception {
    lock();
    define("0x20", "8", "AUTHREAD|AUTHWRITE", "-y", "-a", "secret");
    define("0x21", "8", "AUTHREAD|AUTHWRITE|OWNERREAD|OWNERWRITE", "-y", "-asecret");
    define("0x22", "8", "PPREAD|PPWRITE", "-y");
    define("0x23", "8", "OWNERWRITE", "-y", "-z");
    define("0x24", "8", "OWNERREAD|OWNERWRITE");
    same("tpm_nvwrite", "-i", "0x20", "-psecret", "-d", "12345678");
    same("tpm_nvread", "-i", "0x20", "-psecret");
    same(Step.of("tpm_nvread", "-i", "0x20", "-p").typed("secret"));
    same(Step.of("tpm_nvread", "-i", "0x20", "--password").typed("secret"));
    same("tpm_nvread", "-i", "0x20", "--password=secret");
    same("tpm_nvread", "-i", "0x20");
    same("tpm_nvread", "-i", "0x21", "-z");
    same("tpm_nvwrite", "-i", "0x21", "-z", "-d", "owner");
    same("tpm_nvread", "-i", "0x22", "-z");
    same("tpm_nvread", "-i", "0x22");
    same("tpm_nvwrite", "-i", "0x22", "-d", "presence");
    same("tpm_nvread", "-i", "0x23", "-z");
    same("tpm_nvread", "-i", "0x23");
    same("tpm_nvwrite", "-i", "0x23", "-d", "owner");
    same("tpm_nvwrite", "-i", "0x10", "-d", "owner");
    same("tpm_nvrelease", "-i", "0x20");
    same("tpm_nvrelease", "-i", "0x20", "-y");
    same("tpm_nvinfo", "-n");
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    lock();
    define("0x20", "8", "AUTHREAD|AUTHWRITE", "-y", "-a", "secret");
    same("tpm_nvread", "-i", "0x20", "-pwrong");
  }

  @Test
  void aWrongOwnerIsRefused() throws Exception {
    lock();
    same("tpm_nvread", "-i", "0x10", "-pwrong");
  }

  @Test
  void aWrongOwnerDefinesNothing() throws Exception {
    define("0x20", "8", "OWNERREAD", "-o", "wrong");
    define("0x20", "8", "OWNERREAD");
    same("tpm_nvread", "-i", "0x20", "-z");
  }

  @Test
  void aWrongOwnerReleasesNothing() throws Exception {
    same(Step.of("tpm_nvrelease", "-i", "0x10", "-o").typed("wrong"));
    same("tpm_nvrelease", "-i", "0x10");
    same("tpm_nvrelease", "-i", "0x10");
  }

  @Test
  void passwordsAreAskedForOnceOrTwice() throws Exception {
    same(
        Step.of("tpm_nvdefine", "-i", "0x20", "-s", "8", "-p", "AUTHREAD", "-y", "--pwda")
            .typed("secret", "secret"));
    same(
        Step.of("tpm_nvdefine", "-i", "0x21", "-s", "8", "-p", "AUTHREAD", "-y", "--pwda")
            .typed("secret", "other"));
    same(
        Step.of("tpm_nvdefine", "-i", "0x22", "-s", "8", "-p", "AUTHREAD", "--pwdo", "--pwda=")
            .typed("wrong"));
    same("tpm_nvinfo", "-n");
  }

  @Test
  void locksHoldUntilTheTpmStartsAgain() throws Exception {
    lock();
    define("0x20", "8", "OWNERWRITE|WRITE_STCLEAR|OWNERREAD|READ_STCLEAR", "-y");
    define("0x21", "8", "OWNERWRITE|WRITEDEFINE", "-y");
    define("0x22", "8", "OWNERWRITE|WRITEALL", "-y");
    define("0x23", "8", "OWNERWRITE|GLOBALLOCK", "-y");
    same("tpm_nvwrite", "-i", "0x20", "-z", "-d", "12345678");
    same("tpm_nvwrite", "-i", "0x20", "-z", "-d", "");
    same("tpm_nvwrite", "-i", "0x20", "-z", "-d", "87654321");
    same("tpm_nvread", "-i", "0x20", "-z", "-s", "0");
    same("tpm_nvread", "-i", "0x20", "-z");
    same("tpm_nvwrite", "-i", "0x21", "-z");
    same("tpm_nvwrite", "-i", "0x21", "-z", "-d", "87654321");
    same("tpm_nvwrite", "-i", "0x22", "-z", "-d", "1");
    same("tpm_nvwrite", "-i", "0");
    same("tpm_nvwrite", "-i", "0x23", "-z", "-d", "1");
    same("tpm_nvinfo");
    twins().powerCycle();
    same("tpm_nvread", "-i", "0x20", "-z");
    same("tpm_nvwrite", "-i", "0x23", "-z", "-d", "1");
    same("tpm_nvinfo");
  }

  @Test
  void whatIsSealedToPcrsIsReadWhileTheyAreAsTheyWere() throws Exception {
    lock();
    define("0x20", "8", "OWNERREAD|OWNERWRITE", "-y", "-r", "10", "-w", "16");
    same("tpm_nvwrite", "-i", "0x20", "-z", "-d", "12345678");
    same("tpm_nvread", "-i", "0x20", "-z");
    twins().both(NvToolsScenarios::extend);
    same("tpm_nvread", "-i", "0x20", "-z");
    same("tpm_nvwrite", "-i", "0x20", "-z", "-d", "12345678");
  }

  private static void extend(Tpm12 tpm) throws IOException {
    tpm.execute(new Extend(10, Bank.SHA1.hash(Bytes.utf8("measured"))));
    tpm.execute(new Extend(16, Bank.SHA1.hash(Bytes.utf8("measured"))));
  }

  @Test
  void aLargeAreaIsWrittenAndReadInPieces() throws Exception {
    twins().write("data", Bytes.utf8("0123456789abcdef".repeat(80)));
    define("0x20", "1280", "OWNERREAD|OWNERWRITE", "-y");
    same("tpm_nvwrite", "-i", "0x20", "-z", "-f", "@data");
    same("tpm_nvread", "-i", "0x20", "-z");
    same("tpm_nvread", "-i", "0x20", "-z", "-f", "@read");
    assertEquals(twins().ours("data"), twins().ours("read"));
  }
}
